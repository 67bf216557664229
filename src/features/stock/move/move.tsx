import type { VNode } from 'preact';
import type { StorePage } from '../../../register/stock/answers.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import type { Screen, ScreenProps } from '../../screen.ts';
import { stockWords } from '../part/words.ts';
import { Outgoing, type OutgoingType } from './outgoing.tsx';
import { Receive } from './receive.tsx';

const outgoing: readonly string[] = [
  'issue',
  'pass_on',
  'return_out',
  'loss',
  'adjust',
] satisfies readonly OutgoingType[];

/** One line of a card, by its kind: what comes in is typed, what goes out is chosen among the lots that are there. */
export function Move({ screen, params, query }: ScreenProps): VNode | null {
  const { store: id = '', type = '' } = params;
  const answer = useAnswer(() => screen.phone.store(id), id);
  if (answer === undefined) return null;
  if (answer.value === undefined) return <MissingScreen title={stockWords.value.missing} />;
  return <MovePage screen={screen} store={answer.value} type={type} order={query.order ?? ''} />;
}

interface MovePageProps {
  readonly screen: Screen;
  readonly store: StorePage;
  readonly type: string;
  /** Id of the line of an order that goods came for. */
  readonly order: string;
}

function MovePage({ screen, store, type, order }: MovePageProps): VNode {
  const ordered = store.ordered.find(({ id }) => id === order);
  if (type === 'receipt') return <Receive key={order} screen={screen} store={store} {...(ordered && { ordered })} />;
  if (isOutgoing(type)) return <Outgoing key={type} screen={screen} store={store} type={type} />;
  return <MissingScreen title={stockWords.value.missing} />;
}

function isOutgoing(type: string): type is OutgoingType {
  return outgoing.includes(type);
}
