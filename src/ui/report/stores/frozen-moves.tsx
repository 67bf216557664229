import type { VNode } from 'preact';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import type { FrozenMoves } from '../../../domain/figure/closing/closing.ts';
import { say } from '../../../domain/words.ts';
import { StateMark } from '../../bar/state-word.tsx';
import { language } from '../../language.ts';
import { closingWords } from '../../words/closing-words.ts';
import { spellNumber } from '../../words/spell-number.ts';

/** What a frozen number was added up from, the latest last: stores, days and quantities, nobody's name. */
export function MoveList({ found }: { readonly found: FrozenMoves }): VNode {
  const copy = closingWords.value.moves;
  const { moves, isWhole } = found;
  return (
    <>
      {!isWhole && <p role="status">{copy.tooMany}</p>}
      {moves.length === 0 && <p>{copy.none}</p>}
      <ul class="ledger">
        {moves.map(({ record, store, date, what, quantity, unit, isGone }) => (
          <li key={record} class="shelf">
            <span>
              {formatDate(date)} · {store} · {say(what, language.value)}{' '}
              <strong>
                {spellNumber(quantity, language.value)} {say(unit, language.value)}
              </strong>
            </span>
            {isGone && (
              <span>
                <StateMark word={{ tone: 'waiting', icon: 'undo', text: copy.gone }} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
