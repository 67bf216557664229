import { catalogue } from '../../../catalogue/index.ts';
import { each, inStretches } from '../../../formats/interchange/in-stretches.ts';
import { joinStates } from '../../../formats/interchange/joined-states.ts';
import type { Known } from '../../../formats/interchange/known.ts';
import { emptyStateBook } from '../../../formats/interchange/state-book.ts';
import type { Session } from '../../session.ts';
import { everyState } from './export-files.ts';
import { workerPace } from './worker-pace.ts';

/** The book of this phone as an import sees it, what waits to be sent included. */
export async function knownHere(session: Session): Promise<Known> {
  const { who } = session;
  const villages = new Map(who.places.filter(({ level }) => level === 'village').map(({ code, id }) => [code, id]));
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
    village: (code) => villages.get(code),
  };
}
