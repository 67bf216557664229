import type { VNode } from 'preact';
import { Button } from '../../ui/button.tsx';
import { practiceWords } from './words.ts';

/** On every screen of practice, in place of what is sent: nothing is. */
export function PracticeBar({ onLeave }: { readonly onLeave: () => void }): VNode {
  const { bar } = practiceWords.value;
  return (
    <header class="bar-top">
      <div class="bar-line">
        <div>
          <p class="bar-place">{bar.title}</p>
          <p class="bar-state">{bar.how}</p>
        </div>
        <Button label={bar.leave} onPress={onLeave} />
      </div>
    </header>
  );
}
