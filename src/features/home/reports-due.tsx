import type { VNode } from 'preact';
import { formatDate } from '../../domain/calendar/partial-date.ts';
import { readPeriod } from '../../domain/calendar/period.ts';
import { StateMark, type StateWord } from '../../ui/bar/state-word.tsx';
import { useLatest } from '../../ui/hook/use-latest.ts';
import { Ledger, LedgerRow } from '../../ui/ledger.tsx';
import { closingPath } from '../../ui/report/closing-path.ts';
import { closingWords } from '../../ui/words/closing-words.ts';
import { namePeriod } from '../../ui/words/period-steps.ts';
import { reportWords } from '../../ui/words/report-words.ts';
import { civilToday } from '../../ui/words/today.ts';
import type { Screen } from '../screen.ts';

type Due = Awaited<ReturnType<Screen['phone']['reportsDue']>>[number];

/** What is to be handed in, with its last day, until it is sent. */
export function ReportsDue({ screen }: { readonly screen: Screen }): VNode | null {
  const due = useLatest(() => screen.phone.reportsDue(), 'due', screen.revision.value) ?? [];
  if (due.length === 0) return null;
  return (
    <section class="section">
      <h2>{closingWords.value.due.title}</h2>
      <Ledger>
        {due.map((one) => (
          <LedgerRow
            key={`${one.form} ${one.period}`}
            title={nameDue(one)}
            href={closingPath(one.form, one.period)}
            end={<StateMark word={wordOf(one, civilToday())} />}
          />
        ))}
      </Ledger>
    </section>
  );
}

function nameDue({ form, period }: Due): string {
  const read = readPeriod(period);
  return read.ok ? `${form} · ${namePeriod(read.value, reportWords.value.period)}` : form;
}

function wordOf({ is, deadline }: Due, today: string): StateWord {
  const copy = closingWords.value.due;
  const day = formatDate(deadline);
  if (is === 'returned') return { tone: 'back', icon: 'mend', text: copy.returned };
  if (is === 'waiting') return { tone: 'waiting', icon: 'clock', text: copy.waiting };
  if (deadline < today) return { tone: 'waiting', icon: 'clock', text: copy.over(day) };
  return { tone: 'phone', icon: 'clock', text: copy.open(day) };
}
