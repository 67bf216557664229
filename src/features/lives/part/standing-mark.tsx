import type { VNode } from 'preact';
import { StateMark } from '../../../ui/bar/state-word.tsx';
import { words } from '../../../ui/language.ts';

/** What the hub has already is the ordinary case and says nothing. */
export function StandingMark({ standing }: { readonly standing: 'confirmed' | 'waiting' | 'mending' }): VNode | null {
  const { household } = words.value;
  if (standing === 'waiting') return <StateMark word={{ tone: 'waiting', icon: 'clock', text: household.waiting }} />;
  if (standing === 'mending') return <StateMark word={{ tone: 'back', icon: 'mend', text: household.mending }} />;
  return null;
}
