import { catalogue } from '../../../src/catalogue/index.ts';
import type { Known } from '../../../src/formats/interchange/known.ts';
import { stateBook } from '../../../src/formats/interchange/state-book.ts';
import type { RecordState } from '../../../src/sync/records/record-state.ts';
import type { Hub } from '../../hub.ts';
import type { CommuneBook } from './commune-book.ts';
import { readStates } from './record-codec.ts';

/** The book as an import sees it: every record, read once. */
export async function readKnownBook(hub: Hub, { book, commune, villages }: CommuneBook): Promise<Known> {
  const states = new Map<string, RecordState>();
  for (const state of await readStates(hub, book)) states.set(state.id, state);
  const byCode = new Map(villages.map(({ code, id }) => [code, id]));
  const { today } = stateBook(catalogue, states.values());
  return {
    commune: commune.id,
    village: (code) => byCode.get(code),
    state: (id) => states.get(id),
    today,
  };
}
