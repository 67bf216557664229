import type { VNode } from 'preact';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { CarriedRows } from '../../../ui/report/changed-rows.tsx';
import { ClosingState } from '../../../ui/report/closing-state.tsx';
import { closingWords } from '../../../ui/words/closing-words.ts';
import type { Screen } from '../../screen.ts';
import type { ReportedPeriod } from '../reported-period.ts';
import { closingPath } from './closing-path.ts';

interface ClosingLineProps {
  readonly screen: Screen;
  readonly reported: ReportedPeriod;
  readonly today: string;
}

/** Under a report whose period is over: whether it was frozen, and the way there; what late facts changed in the one before. */
export function ClosingLine({ screen, reported, today }: ClosingLineProps): VNode | null {
  const { form, period } = reported;
  const isOver = period.last < today && period.is !== 'span';
  const answer = useAnswer(
    async () => (isOver ? screen.phone.closings(form.code, period.text) : undefined),
    `${form.code} ${period.text}`,
    screen.revision.value,
  );
  if (answer?.value === undefined) return null;
  const { versions, carried } = answer.value;
  return (
    <>
      <CarriedRows rows={carried} rounding={form.rounding} />
      <section class="section not-printed">
        <p>
          <ClosingState closing={versions.at(-1)} />
        </p>
        <div>
          <a class="button" href={closingPath(period.text)}>
            <span>{closingWords.value.link}</span>
          </a>
        </div>
      </section>
    </>
  );
}
