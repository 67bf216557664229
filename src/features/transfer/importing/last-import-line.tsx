import type { VNode } from 'preact';
import { Button } from '../../../ui/button.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language } from '../../../ui/language.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { Screen } from '../../screen.ts';
import { spellMoment } from '../spell-moment.ts';
import { transferWords } from '../words.ts';
import { ProgressLine } from './progress-line.tsx';
import { useProgress } from './use-progress.ts';

/** What is under way, also when it was begun on a page that is gone; else the last import of this device, and its one undo. */
export function LastImportLine({ screen }: { readonly screen: Screen }): VNode | null {
  const progress = useProgress(screen.phone);
  if (progress === undefined) return null;
  if (progress.is !== 'idle') return <ProgressLine progress={progress} />;
  return <EndedImport screen={screen} />;
}

function EndedImport({ screen }: { readonly screen: Screen }): VNode | null {
  const { done } = transferWords.value;
  const last = useAnswer(() => screen.phone.lastImport(), 'last')?.value;
  if (last === undefined) return null;
  const when = spellMoment(last.at);
  if (last.isUndone) return <p class="soft">{done.lastUndone(when)}</p>;
  return (
    <div>
      <p>{done.last(when, spellNumber(last.written, language.value))}</p>
      <Button label={done.undo} icon="undo" onPress={() => void screen.phone.undoImport()} />
    </div>
  );
}
