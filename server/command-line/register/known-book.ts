import { catalogue } from '../../../src/catalogue/index.ts';
import { joinStates } from '../../../src/formats/interchange/joined-states.ts';
import { type Known, knownVillages } from '../../../src/formats/interchange/known.ts';
import { stateBook } from '../../../src/formats/interchange/state-book.ts';
import type { Hub } from '../../hub.ts';
import type { CommuneBook } from './commune-book.ts';
import { readStates } from './record-codec.ts';

/** The book as an import sees it: every record, read once. */
export async function readKnownBook(hub: Hub, { book, commune, villages }: CommuneBook): Promise<Known> {
  const { states, rootOf } = joinStates(catalogue, await readStates(hub, book));
  const known = stateBook(catalogue, states);
  return { ...known, ...knownVillages(villages), state: (id) => known.state(rootOf(id)), commune: commune.id };
}
