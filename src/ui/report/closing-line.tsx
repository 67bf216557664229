import type { VNode } from 'preact';
import type { Period } from '../../domain/calendar/period.ts';
import type { CarriedRow, Closing } from '../../domain/figure/closing/closing.ts';
import type { Rounding } from '../../domain/figure/rounding.ts';
import { useAnswer } from '../hook/use-answer.ts';
import { closingWords } from '../words/closing-words.ts';
import { CarriedRows } from './changed-rows.tsx';
import { closingPath } from './closing-path.ts';
import { ClosingState } from './closing-state.tsx';

interface ClosingLineProps {
  /** Code of the form. */
  readonly form: string;
  readonly period: Period;
  readonly rounding: Rounding;
  readonly today: string;
  /** What is asked, and anew whenever the book changes. */
  readonly load: (
    form: string,
    period: string,
  ) => Promise<{ readonly versions: readonly Closing[]; readonly carried: readonly CarriedRow[] }>;
  readonly revision: number;
}

/** Under a report whose period is over: whether it was frozen, and the way there; what late facts changed in the one before. */
export function ClosingLine({ form, period, rounding, today, load, revision }: ClosingLineProps): VNode | null {
  const isOver = period.last < today && period.is !== 'span';
  const answer = useAnswer(
    async () => (isOver ? load(form, period.text) : undefined),
    `${form} ${period.text}`,
    revision,
  );
  if (answer?.value === undefined) return null;
  const { versions, carried } = answer.value;
  const isFrozen = versions.length > 0 && versions.at(-1)?.state !== 'returned';
  return (
    <>
      <CarriedRows rows={carried} rounding={rounding} />
      <section class="section not-printed">
        <p>
          <ClosingState closing={versions.at(-1)} />
        </p>
        {isFrozen && <p>{closingWords.value.standsNow}</p>}
        <div>
          <a class="button" href={closingPath(form, period.text)}>
            <span>{isFrozen ? closingWords.value.frozenLink : closingWords.value.link}</span>
          </a>
        </div>
      </section>
    </>
  );
}
