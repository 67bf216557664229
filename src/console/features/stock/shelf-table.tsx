import type { VNode } from 'preact';
import type { ShelfLine } from '../../../domain/stock/store.ts';
import { StockPicture } from '../../../ui/report/stock-picture.tsx';
import { dateWord, shelfWord, spell, stockCopy, unitWord } from './words.ts';

/** A store's shelves: on hand against minimum and maximum, how long it lasts, what will not be used in time. */
export function ShelfTable(props: { readonly name: string; readonly shelves: readonly ShelfLine[] }): VNode {
  const copy = stockCopy();
  if (props.shelves.length === 0) return <p>{copy.empty}</p>;
  return (
    <table class="table stock-table" aria-label={props.name}>
      <thead>
        <tr>
          <th scope="col">{copy.product}</th>
          <th scope="col" class="number">
            {copy.onHand}
          </th>
          <th scope="col">{copy.picture}</th>
          <th scope="col" class="number">
            {copy.use}
          </th>
          <th scope="col" class="number">
            {copy.months}
          </th>
          <th scope="col">{copy.expiring}</th>
        </tr>
      </thead>
      <tbody>
        {props.shelves.map((shelf) => (
          <ShelfRow key={shelfWord(shelf)} shelf={shelf} />
        ))}
      </tbody>
    </table>
  );
}

function ShelfRow({ shelf }: { readonly shelf: ShelfLine }): VNode {
  const copy = stockCopy();
  const { stock, atPoints, min, max, product, use, months, status } = shelf;
  const limits = max === 0 ? copy.noLimits : copy.limits(spell(min), spell(max));
  return (
    <tr>
      <th scope="row">{shelfWord(shelf)}</th>
      <td class="number">
        {spell(stock)} {unitWord(product)}
        {atPoints !== 0 && <div class="small soft">{copy.atPoints(spell(atPoints))}</div>}
      </td>
      <td>
        <StockPicture {...{ stock, min, max }} label={`${copy.onHand} ${spell(stock)}, ${limits}`} />
        <span class="small">
          <span class={`shelf-${status}`}>{copy.status[status]}</span>
          {status !== 'unknown' && ` · ${limits}`}
        </span>
      </td>
      <td class="number">{spell(use)}</td>
      <td class="number">{spell(months)}</td>
      <td>
        {expiringOf(shelf).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </td>
    </tr>
  );
}

function expiringOf({ lots, use }: ShelfLine): readonly string[] {
  const copy = stockCopy();
  return lots.flatMap(({ lot, expiry, stock, isExpired, surplus }) => {
    const name = lot === '' ? copy.noLot : lot;
    if (stock < 0) return [copy.short(name, spell(-stock))];
    if (isExpired) return [copy.expired(name, dateWord(expiry), spell(stock))];
    return surplus > 0 && use !== null ? [copy.surplus(name, dateWord(expiry), spell(surplus))] : [];
  });
}
