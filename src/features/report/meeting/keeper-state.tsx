import type { VNode } from 'preact';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import { StateMark, type StateWord } from '../../../ui/bar/state-word.tsx';
import type { PhoneApi } from '../../../workers/api/phone-api.ts';
import { meetingWords } from './words.ts';

export type Keeper = Awaited<ReturnType<PhoneApi['slipKeepers']>>[number];

/** How her slip stands, with a word, an icon and a colour. */
export function KeeperState({ keeper }: { readonly keeper: Keeper }): VNode {
  return <StateMark word={stateWord(keeper)} />;
}

function stateWord(keeper: Keeper): StateWord {
  const { state } = meetingWords.value;
  if (keeper.is === 'open') return { tone: 'offline', icon: 'clock', text: state.open };
  const handed = keeper.onPaper ? state.onPaper : state.handed;
  if (keeper.is === 'handed') return { tone: 'waiting', icon: 'receive', text: handed(formatDate(keeper.handedOn)) };
  const day = formatDate(keeper.answeredOn);
  if (keeper.is === 'accepted') return { tone: 'sent', icon: 'check', text: state.accepted(day) };
  return { tone: 'back', icon: 'undo', text: state.returned(day) };
}

/** Her name; of a village that nobody keeps, that it is so. */
export function keeperName({ name }: Pick<Keeper, 'name'>): string {
  return name === '' ? meetingWords.value.nobody : name;
}

export function villagesOf({ places }: Pick<Keeper, 'places'>): string {
  return places.map(({ name }) => name).join(', ');
}
