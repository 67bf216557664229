import { catalogue } from '../../../src/catalogue/index.ts';
import type { Known } from '../../../src/formats/interchange/known.ts';
import { stateBook } from '../../../src/formats/interchange/state-book.ts';
import type { Hub } from '../../hub.ts';
import type { CommuneBook } from './commune-book.ts';
import { readStates } from './record-codec.ts';

/** The book as an import sees it: every record, read once. */
export async function readKnownBook(hub: Hub, { book, commune, villages }: CommuneBook): Promise<Known> {
  const byCode = new Map(villages.map(({ code, id }) => [code, id]));
  const states = stateBook(catalogue, await readStates(hub, book));
  return { ...states, commune: commune.id, village: (code) => byCode.get(code) };
}
