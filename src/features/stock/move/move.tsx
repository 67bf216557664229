import type { VNode } from 'preact';
import type { StorePage } from '../../../register/stock/answers.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { MissingScreen } from '../../missing-screen.tsx';
import type { Screen, ScreenProps } from '../../screen.ts';
import { stockWords } from '../part/words.ts';
import { Outgoing, type OutgoingType } from './outgoing.tsx';
import { Receive } from './receive.tsx';

const outgoing: readonly string[] = ['issue', 'return_out', 'loss', 'adjust'] satisfies readonly OutgoingType[];

/** One line of a card, by its kind: what comes in is typed, what goes out is chosen among the lots that are there. */
export function Move({ screen, params }: ScreenProps): VNode | null {
  const { store: id = '', type = '' } = params;
  const answer = useAnswer(() => screen.phone.store(id), id);
  if (answer === undefined) return null;
  if (answer.value === undefined) return <MissingScreen title={stockWords.value.missing} />;
  return <MovePage screen={screen} store={answer.value} type={type} />;
}

function MovePage(props: { readonly screen: Screen; readonly store: StorePage; readonly type: string }): VNode {
  const { screen, store, type } = props;
  if (type === 'receipt') return <Receive screen={screen} store={store} />;
  if (isOutgoing(type)) return <Outgoing key={type} screen={screen} store={store} type={type} />;
  return <MissingScreen title={stockWords.value.missing} />;
}

function isOutgoing(type: string): type is OutgoingType {
  return outgoing.includes(type);
}
