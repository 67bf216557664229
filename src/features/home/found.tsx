import type { VNode } from 'preact';
import { StateMark } from '../../ui/bar/state-word.tsx';
import { useLatest } from '../../ui/hook/use-latest.ts';
import { useRested } from '../../ui/hook/use-rested.ts';
import { words } from '../../ui/language.ts';
import { Ledger, LedgerRow } from '../../ui/ledger.tsx';
import { describeRow } from '../../ui/lives/describe-row.ts';
import { householdPath, personPath } from '../../ui/lives/paths.ts';
import type { Screen } from '../screen.ts';

interface FoundProps {
  readonly screen: Screen;
  readonly sought: string;
}

/** What a phone's screen shows: all that a key waits for. */
const firstRows = 8;
/** More rows than these nobody reads; typing on is quicker. They come once the typing rests. */
const mostRows = 30;
const rest = 450;

/** Rows stay while the next ones are looked up, so that nothing flickers under the keys. */
export function Found({ screen, sought }: FoundProps): VNode | null {
  const rows = useRested(sought, rest) ? mostRows : firstRows;
  const answer = useLatest(() => screen.phone.search(sought, rows), `${rows} ${sought}`, screen.revision.value);
  if (answer === undefined) return null;
  const { home, household } = words.value;
  const more = answer.rows.length < mostRows ? 0 : answer.total - answer.rows.length;
  return (
    <section class="section">
      <p class="soft small" role="status">
        {answer.total === 0 ? home.foundNone : home.found(answer.total)}
      </p>
      {answer.rows.length > 0 && (
        <Ledger>
          {answer.rows.map((row) => (
            <LedgerRow
              key={row.id}
              title={row.name}
              note={describeRow(row, words.value)}
              href={row.household === '' ? personPath(row.id) : householdPath(row.household)}
              end={row.isWaiting && <StateMark word={{ tone: 'waiting', icon: 'clock', text: household.waiting }} />}
            />
          ))}
        </Ledger>
      )}
      {more > 0 && <p class="soft">{home.moreFound(more)}</p>}
    </section>
  );
}
