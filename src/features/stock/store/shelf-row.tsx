import type { VNode } from 'preact';
import type { ShelfLine } from '../../../register/stock/answers.ts';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { StockPicture } from '../../../ui/report/stock-picture.tsx';
import { cardPath } from '../part/paths.ts';
import { expiryWord, lotWord, shelfWord, spell, spellTenth, stockWords, unitWord } from '../part/words.ts';

const icons: { readonly [status in ShelfLine['status']]: IconName } = {
  none: 'mend',
  urgent: 'mend',
  low: 'down',
  enough: 'sent',
  over: 'up',
  unused: 'clock',
  unknown: 'clock',
};

/** One product through one channel: how much, how long it lasts, and the picture of it; a press opens its card. */
export function ShelfRow({ shelf }: { readonly shelf: ShelfLine }): VNode {
  const copy = stockWords.value;
  const { stock, atPoints, min, max, product, channel, store, use, months, status } = shelf;
  const notes = [
    ...(use === null ? (status === 'unknown' ? [] : [copy.useUnknown]) : [copy.use(spellTenth(use))]),
    ...(months === null ? [] : [copy.months(spellTenth(months))]),
    ...(atPoints === 0 ? [] : [copy.atPoints(spell(atPoints), unitWord(product))]),
  ];
  return (
    <li class="shelf">
      <a class="shelf-title" href={cardPath(store, product, channel)}>
        {shelfWord(shelf)}
      </a>
      <p class="shelf-figures">
        <strong>{copy.stock(spell(stock), unitWord(product))}</strong>
        <span class={`shelf-status shelf-${status}`}>
          <Icon name={icons[status]} /> {copy.status[status]}
        </span>
      </p>
      <StockPicture {...{ stock, min, max }} label={copy.picture(spell(stock), spell(min), spell(max))} />
      <p class="small soft">{notes.join(' · ')}</p>
      <Warnings shelf={shelf} />
    </li>
  );
}

function Warnings({ shelf }: { readonly shelf: ShelfLine }): VNode | null {
  const copy = stockWords.value;
  const lines = shelf.lots.flatMap(({ lot, expiry, stock, isExpired, surplus }) => {
    if (stock < 0) return [copy.shortage(lotWord(lot), spell(-stock))];
    if (isExpired) return [copy.expired(lotWord(lot), expiryWord(expiry), spell(stock))];
    return surplus > 0 && shelf.use !== null ? [copy.surplus(lotWord(lot), expiryWord(expiry), spell(surplus))] : [];
  });
  if (lines.length === 0) return null;
  return (
    <ul class="plain shelf-warnings">
      {lines.map((line) => (
        <li key={line}>
          <Icon name="mend" /> {line}
        </li>
      ))}
    </ul>
  );
}
