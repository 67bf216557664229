import type { VNode } from 'preact';
import { language } from '../../../ui/language.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { TransferProgress } from '../../../workers/api/transfer-api.ts';
import { transferWords } from '../words.ts';

interface ProgressLineProps {
  readonly progress: TransferProgress | undefined;
}

/** A real bar with counts, where somebody knows how much there is; leaving the page stops nothing. */
export function ProgressLine({ progress }: ProgressLineProps): VNode | null {
  const words = transferWords.value.progress;
  if (progress === undefined || progress.is === 'idle') return null;
  const { is, done, of } = progress;
  const spell = (count: number) => spellNumber(count, language.value);
  const isWriting = is === 'writing' || is === 'undoing';
  return (
    <div>
      <label for="progress">{words[is]}</label>
      <progress id="progress" class="progress" {...(of > 0 && { max: of, value: done })} />
      {isWriting && of > 0 && <p>{words.count(spell(done), spell(of))}</p>}
      {isWriting && <p class="soft">{words.leave}</p>}
    </div>
  );
}
