import type { VNode } from 'preact';
import type { Closing } from '../../domain/figure/closing/closing.ts';
import { StateMark, type StateWord } from '../bar/state-word.tsx';
import { closingWords } from '../words/closing-words.ts';

/** Where a report stands, in the five words of the field. */
export function ClosingState({ closing }: { readonly closing: Closing | undefined }): VNode {
  return <StateMark word={stateWord(closing)} />;
}

function stateWord(closing: Closing | undefined): StateWord {
  const { state } = closingWords.value;
  if (closing === undefined) return { tone: 'phone', icon: 'clock', text: state.open };
  if (closing.state === 'received') return { tone: 'sent', icon: 'sent', text: state.received };
  if (closing.state === 'returned') return { tone: 'back', icon: 'mend', text: state.returned };
  if (closing.standing !== 'confirmed') return { tone: 'waiting', icon: 'clock', text: state.waiting };
  return { tone: 'sent', icon: 'send', text: state.submitted };
}
