import type { VNode } from 'preact';
import { livesWords } from '../../ui/words/lives-words.ts';

/** Holds the room of the first tasks, so that nothing jumps under the thumb when they come. */
export function TasksComing(): VNode {
  const copy = livesWords.value.home;
  return (
    <section class="section tasks-coming">
      <h2>{copy.tasks}</h2>
      <p class="soft">{copy.coming}</p>
    </section>
  );
}
