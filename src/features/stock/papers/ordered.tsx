import type { VNode } from 'preact';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import type { OrderedLine } from '../../../register/stock/answers.ts';
import { orderJobPath } from '../part/paths.ts';
import { shelfWord, spell, stockWords, unitWord } from '../part/words.ts';

/** Lines of orders: what was asked for, what the level above answered, what came; goods that come are taken in against them. */
export function Ordered({ lines }: { readonly lines: readonly OrderedLine[] }): VNode | null {
  const copy = stockWords.value;
  if (lines.length === 0) return null;
  return (
    <section class="section">
      <h2>{copy.ordered}</h2>
      <ul class="ledger">
        {lines.map((line) => (
          <li key={line.id} class="shelf">
            <strong>{shelfWord(line)}</strong>
            <span>{askedWords(line)}</span>
            <span>{answerWords(line)}</span>
            <span class="small soft">{cameWords(line)}</span>
            {line.left > 0 && (
              <div>
                <a class="button" href={orderJobPath(line.store, line.id)}>
                  {copy.orderReceive}
                </a>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function askedWords({ date, asked, product, why }: OrderedLine): string {
  const copy = stockWords.value;
  const told = copy.orderAskedOn(formatDate(date), spell(asked), unitWord(product));
  return why === '' ? told : `${told} (${why})`;
}

function answerWords({ granted, answered, product }: OrderedLine): string {
  const copy = stockWords.value;
  if (granted === null || answered === null) return copy.orderWaits;
  const told = copy.orderGranted(formatDate(answered.date), spell(granted), unitWord(product));
  return [told, answered.by, answered.why].filter((text) => text !== '').join(' · ');
}

function cameWords({ received, left, product }: OrderedLine): string {
  const copy = stockWords.value;
  return copy.orderCame(spell(received), spell(left), unitWord(product));
}
