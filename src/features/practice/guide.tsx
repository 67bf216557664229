import type { VNode } from 'preact';
import { birthForm } from '../../catalogue/forms/life/birth.ts';
import { visitForm } from '../../catalogue/forms/work/visit.ts';
import type { WrittenLine } from '../../register/lives/answers.ts';
import { useLatest } from '../../ui/hook/use-latest.ts';
import { Ledger, LedgerRow } from '../../ui/ledger.tsx';
import { Page } from '../../ui/page/page.tsx';
import { civilToday } from '../../ui/words/today.ts';
import type { ScreenProps } from '../screen.ts';
import { practiceWords } from './words.ts';

interface Step {
  readonly title: string;
  readonly how: string;
  readonly path: string;
  readonly isDone: boolean;
}

/** What a first day holds, one step after the other; what was done in this commune shows itself as done. */
export function Guide({ screen }: ScreenProps): VNode | null {
  const today = civilToday();
  const written = useLatest(() => screen.phone.writtenOn(today), today, screen.revision.value);
  if (written === undefined) return null;
  const { guide } = practiceWords.value;
  const steps = stepsOf(written);
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <Page title={guide.title} note={guide.done(done, steps.length)} onBack={screen.back}>
      <p>{guide.how}</p>
      <Ledger>
        {steps.map((step) => (
          <LedgerRow
            key={step.title}
            title={step.title}
            note={step.how}
            href={step.path}
            end={step.isDone && <span>✓ {guide.mark}</span>}
          />
        ))}
      </Ledger>
    </Page>
  );
}

function stepsOf(written: readonly WrittenLine[]): readonly Step[] {
  const { guide } = practiceWords.value;
  // What was taken back was done all the same: the last step asks for it.
  const has = (title: string): boolean => written.some(({ label }) => label.vi === title);
  const hasAny = written.length > 0;
  return [
    { title: guide.find, how: guide.findHow, path: '/', isDone: hasAny },
    { title: guide.birth, how: guide.birthHow, path: '/', isDone: has(birthForm.title.vi) },
    { title: guide.visit, how: guide.visitHow, path: '/visit', isDone: has(visitForm.title.vi) },
    { title: guide.mend, how: guide.mendHow, path: '/today', isDone: written.some(({ isTakenBack }) => isTakenBack) },
  ];
}
