import { catalogue } from '../../../catalogue/index.ts';
import type { Fields } from '../../../domain/value.ts';
import { joinStates } from '../../../formats/interchange/joined-states.ts';
import { stateBook } from '../../../formats/interchange/state-book.ts';
import { isAlive } from '../../../sync/records/merge.ts';
import type { Session } from '../../session.ts';
import { everyState } from './export-files.ts';

interface Standing {
  readonly id: string;
  readonly place: string;
  readonly fields: Fields;
}

/** Everybody who lives here today, every household, and the names of all who stand in the book: a mother may have died. */
export async function hereNow(session: Session): Promise<{
  readonly people: readonly Standing[];
  readonly households: ReadonlyMap<string, Standing>;
  readonly names: ReadonlyMap<string, string>;
}> {
  const states = joinStates(catalogue, await everyState(session)).states.filter(isAlive);
  const { today } = stateBook(catalogue, states);
  const standing = (kind: string) =>
    states
      .filter((state) => state.kind === kind)
      .map(({ id, place }) => ({ id, place: String(place.value), fields: today(id) ?? {} }));
  const everybody = standing('person');
  return {
    people: everybody.filter(({ fields }) => fields.status === 'active'),
    names: new Map(everybody.map(({ id, fields }) => [id, String(fields.fullName ?? '')])),
    households: new Map(standing('household').map((one) => [one.id, one])),
  };
}
