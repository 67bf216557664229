import { catalogue } from '../../../catalogue/index.ts';
import { each, inStretches } from '../../../formats/interchange/in-stretches.ts';
import { joinStates } from '../../../formats/interchange/joined-states.ts';
import { type Known, knownVillages } from '../../../formats/interchange/known.ts';
import { emptyStateBook } from '../../../formats/interchange/state-book.ts';
import type { Session } from '../../session.ts';
import { everyState } from './export-files.ts';
import { workerPace } from './worker-pace.ts';

/** The book of this phone as an import sees it, what waits to be sent included. */
export async function knownHere(session: Session): Promise<Known> {
  const { who, activation } = session;
  // Nobody is offered a village that is no more, yet its cards and what was told of nobody there go out and come home.
  const villages = activation.units.filter(({ id, level }) => level === 'village' && activation.places.includes(id));
  const book = emptyStateBook(catalogue);
  const { states, rootOf } = joinStates(catalogue, await everyState(session));
  await inStretches(
    each(states, (state) => book.add(state)),
    workerPace,
  );
  return {
    ...book,
    state: (id) => book.state(rootOf(id)),
    commune: who.commune,
    ...knownVillages(villages),
  };
}
