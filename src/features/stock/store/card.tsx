import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import { say } from '../../../domain/words.ts';
import type { CardLine, StockCard } from '../../../register/stock/answers.ts';
import { Button } from '../../../ui/button.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useRested } from '../../../ui/hook/use-rested.ts';
import { language } from '../../../ui/language.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { firstQuestions } from '../../first-questions.ts';
import type { ScreenProps } from '../../screen.ts';
import { type CardPart, isInPart, partAsked } from '../part/card-part.ts';
import {
  channelWord,
  expiryWord,
  lotWord,
  passedOverWord,
  productWord,
  reasonWord,
  spell,
  stockWords,
  typeWord,
  unitWord,
} from '../part/words.ts';

/** Of the lines that are asked for first, as many as a phone has room for are drawn at once, the others a moment later. */
const firstLines = 8;

const restMs = 500;

/** Thẻ kho, laid out like the paper: every line, and the stock after it. */
export function Card({ screen, params, query }: ScreenProps): VNode | null {
  const { store = '', product = '', channel = '' } = params;
  const part = partAsked(query);
  const [wanted, setWanted] = useState<'latest' | 'whole' | 'printed'>(part === undefined ? 'latest' : 'whole');
  const question = firstQuestions.card;
  const about = question.about(params);
  const isLatest = wanted === 'latest';
  const pressed = screen.takePressed('card');
  const answer = useAnswer(
    () => (isLatest ? question.ask(screen.phone, params) : screen.phone.stockCard(store, product, channel)),
    about,
    screen.revision.value * 2 + Number(isLatest),
    // The lines that were asked for while the link was pressed are the latest.
    isLatest ? pressed : undefined,
  );
  const isReady = wanted === 'printed' && answer?.value?.earlier === 0;
  useEffect(() => {
    if (!isReady) return;
    setWanted('whole');
    window.print();
  }, [isReady]);
  // A while after it was drawn the other layout is made too, for paper and for a window that is widened.
  const isRested = useRested(answer === undefined ? '' : about, restMs);
  if (answer === undefined) return null;
  const copy = stockWords.value;
  const card = answer.value;
  if (card === undefined) return <MissingScreen title={copy.missing} />;
  const whole = part === undefined ? card.lines : card.lines.filter((line) => isInPart(part, line));
  const lines = isRested || !isLatest ? whole : whole.slice(-firstLines);
  return (
    <div class="sheet">
      <Page title={copy.card} note={copy.cardOf(card.name)} onBack={screen.back}>
        {part && <p>{partWord(part)}</p>}
        <CardHead card={card} />
        <div class="not-printed row-of-buttons">
          <Button label={copy.print} icon="print" onPress={() => setWanted('printed')} />
          {card.earlier > 0 && <Button label={copy.earlier(card.earlier)} isQuiet onPress={() => setWanted('whole')} />}
        </div>
        {(isRested || !isNarrow()) && <CardTable lines={lines} />}
        {(isRested || isNarrow()) && <CardList lines={lines} />}
      </Page>
    </div>
  );
}

function partWord({ month, column }: CardPart): string {
  return `${say(column.label, language.value)} · ${stockWords.value.reportOf(month.slice(5), month.slice(0, 4))}`;
}

/** As the style sheet has it: the lines stand below each other. */
const isNarrow = (): boolean => window.matchMedia('(max-width: 60rem)').matches;

function CardHead({ card }: { readonly card: StockCard }): VNode {
  const copy = stockWords.value.cardHead;
  const facts = [
    [copy.product, productWord(card.product)],
    [copy.channel, channelWord(card.channel)],
    [copy.unit, unitWord(card.product)],
    // Without known use there is no minimum to speak of.
    [copy.min, spell(card.min || null)],
    [copy.max, spell(card.max || null)],
  ] as const;
  return (
    <dl class="sheet-facts card-facts">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function CardTable({ lines }: { readonly lines: readonly CardLine[] }): VNode {
  const copy = stockWords.value;
  return (
    <div class="only-wide">
      <table class="sheet-table card-table">
        <thead>
          <tr>
            {Object.entries(copy.cardColumns).map(([key, head]) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.length === 0 && (
            <tr>
              <td colSpan={9}>{copy.cardEmpty}</td>
            </tr>
          )}
          {lines.map((line) => (
            <tr key={line.id}>
              <td class="whole">{formatDate(line.date)}</td>
              <td>{line.document}</td>
              <td>{[typeWord(line.type), line.other].filter((text) => text !== '').join(' · ')}</td>
              <td>{lotWord(line.lot)}</td>
              <td class="whole">{expiryWord(line.expiry)}</td>
              <td class="number">{line.received === 0 ? '' : spell(line.received)}</td>
              <td class="number">{line.given === 0 ? '' : spell(line.given)}</td>
              <td class="number">
                <strong>{spell(line.stock)}</strong>
              </td>
              <td>{noteOf(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The same lines where there is no room for nine columns, the latest on top. */
function CardList({ lines }: { readonly lines: readonly CardLine[] }): VNode {
  const copy = stockWords.value;
  return (
    <ul class="ledger only-narrow">
      {[...lines].reverse().map((line) => (
        <li key={line.id} class="shelf">
          <p class="shelf-figures">
            <span>
              {formatDate(line.date)} · {typeWord(line.type)} <strong>{signed(line)}</strong>
            </span>
            <strong>
              {copy.cardColumns.stock} {spell(line.stock)}
            </strong>
          </p>
          <p class="small soft">
            {[line.other, copy.lotOf(lotWord(line.lot), expiryWord(line.expiry)), line.document, noteOf(line)]
              .filter((text) => text !== '')
              .join(' · ')}
          </p>
        </li>
      ))}
      {lines.length === 0 && <li>{copy.cardEmpty}</li>}
    </ul>
  );
}

function signed({ received, given }: CardLine): string {
  return received > 0 ? `+${spell(received)}` : `−${spell(given)}`;
}

function noteOf({ reason, note, passedOver }: CardLine): string {
  const copy = stockWords.value;
  const notes = [reason && reasonWord(reason), note, passedOver && copy.passedOver(passedOverWord(passedOver))];
  return notes.filter((text) => text !== '').join('; ');
}
