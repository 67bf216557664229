import type { VNode } from 'preact';
import { language } from '../../../ui/language.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { Screen } from '../../screen.ts';
import { transferWords } from '../words.ts';
import { useProgress } from './use-progress.ts';

interface ProgressLineProps {
  readonly screen: Screen;
  readonly label: string;
}

/** A real bar with counts; leaving the page stops nothing. */
export function ProgressLine({ screen, label }: ProgressLineProps): VNode {
  const words = transferWords.value.progress;
  const { done, of } = useProgress(screen.phone, true);
  const spell = (count: number) => spellNumber(count, language.value);
  return (
    <div>
      <label for="progress">{label}</label>
      <progress id="progress" class="progress" max={Math.max(of, 1)} value={done} />
      <p>{words.count(spell(done), spell(of))}</p>
      <p class="soft">{words.leave}</p>
    </div>
  );
}
