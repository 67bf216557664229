import type { OpDraft } from '../../../../src/sync/phone/transaction.ts';
import { readState } from '../../../figures/state-codec.ts';
import type { Hub } from '../../../hub.ts';
import { isOfPeople, peopleNamed } from './people-named.ts';

/**
 * Records of people that no household carried along: what was taken back, and what stands on a sheet that was. They bear
 * names and may be lifted again. What tells of nobody stays with the village's old commune.
 */
export async function readLeftBehind(
  hub: Hub,
  book: string,
  { from, into }: { readonly from: string; readonly into: string },
): Promise<readonly OpDraft[]> {
  const rows = await hub.database.transaction(await hub.wholeBook(book), (tx) =>
    tx.selectFrom('record').select('state').where('book', '=', book).where('place', '=', from).execute(),
  );
  return rows
    .map(({ state }) => readState(state))
    .filter((state) => isOfPeople(state) || peopleNamed(state).length > 0)
    .map(({ kind, id }) => ({ kind, id, place: into, put: {} }));
}
