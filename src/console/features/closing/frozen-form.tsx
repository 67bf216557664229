import type { ComponentChildren, VNode } from 'preact';
import { frozenDoubts } from '../../../catalogue/records/closing/report-frozen.ts';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import type { FrozenReport } from '../../../domain/figure/closing/closing.ts';
import { Button } from '../../../ui/button.tsx';
import { CarriedRows, ChangedRows } from '../../../ui/report/changed-rows.tsx';
import { ClosingState } from '../../../ui/report/closing-state.tsx';
import { doubtLines, sayDoubt } from '../../../ui/report/frozen-doubts.ts';
import { closingWords } from '../../../ui/words/closing-words.ts';

interface FrozenFormProps {
  readonly frozen: FrozenReport;
  readonly onVersion: (id: string) => void;
}

/** Who froze it, when, what was doubtful, and what the level above said. */
export function FrozenHead({ frozen, onVersion }: FrozenFormProps): VNode {
  const copy = closingWords.value;
  const { closing, versions } = frozen;
  const left = doubtLines(frozenDoubts, closing.doubts);
  return (
    <>
      <p>
        <ClosingState closing={closing} />
        {closing.answer && ` ${copy.answered(closing.answer.by, formatDate(closing.answer.date))}`}
      </p>
      {closing.answer && closing.answer.reason !== '' && <p>{copy.because(closing.answer.reason)}</p>}
      <p class="soft">
        {copy.version(closing.version)} · {copy.frozenOn(formatDate(closing.date), closing.author)} ·{' '}
        {copy.hash(closing.hash.slice(0, 16))}
      </p>
      {left.length > 0 && (
        <p class="soft">
          {copy.doubts}: {left.map(sayDoubt).join(' · ')}
        </p>
      )}
      {versions.length > 1 && (
        <div class="row-of-buttons not-printed">
          {versions.map((one) => (
            <Button
              key={one.id}
              label={copy.version(one.version)}
              isOpen={one.id === closing.id}
              onPress={() => onVersion(one.id)}
            />
          ))}
        </div>
      )}
    </>
  );
}

interface AroundFormProps {
  readonly frozen: FrozenReport;
  /** The form itself. */
  readonly children: ComponentChildren;
}

/** What the version before said otherwise, what late facts changed in the period before, then the form as it was frozen. */
export function FrozenForm({ frozen, children }: AroundFormProps): VNode {
  const copy = closingWords.value;
  const { table, before, carried } = frozen;
  return (
    <>
      {before.length > 0 && (
        <section class="section">
          <h2>{copy.before}</h2>
          <ChangedRows rows={before} rounding={table.rounding} heads={[copy.earlier, copy.later]} />
        </section>
      )}
      <CarriedRows rows={carried} rounding={table.rounding} />
      {children}
    </>
  );
}
