import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language } from '../../../ui/language.ts';

import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { Screen } from '../../screen.ts';
import { spellMoment } from '../spell-moment.ts';
import { transferWords } from '../words.ts';
import { ProgressLine } from './progress-line.tsx';

/** The last import of this device, and its one undo. */
export function LastImportLine({ screen }: { readonly screen: Screen }): VNode | null {
  const { done, progress } = transferWords.value;
  const [step, setStep] = useState(0);
  const [isUndoing, setUndoing] = useState(false);
  const last = useAnswer(() => screen.phone.lastImport(), 'last', step)?.value;
  if (isUndoing) return <ProgressLine screen={screen} label={progress.undoing} />;
  if (last === undefined) return null;
  const when = spellMoment(last.at);
  if (last.isUndone) return <p class="soft">{done.lastUndone(when)}</p>;
  const undo = async (): Promise<void> => {
    setUndoing(true);
    try {
      await screen.phone.undoImport();
    } finally {
      setUndoing(false);
      setStep(step + 1);
    }
  };
  return (
    <div>
      <p>{done.last(when, spellNumber(last.written, language.value))}</p>
      <Button label={done.undo} icon="undo" onPress={() => void undo()} />
    </div>
  );
}
