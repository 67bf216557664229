import type { DeviceScope, UnitsAnswer, UnitsProblem } from '../../sync/units-change.ts';
import { isCount, isId, isObject, type Json } from '../../sync/wire/bounds.ts';
import { isUnit } from '../activating/activation-codec.ts';

const problems: readonly unknown[] = [
  'bad_request',
  'role',
  'unknown_unit',
  'ended_unit',
  'same_unit',
  'name_missing',
  'name_taken',
  'date_missing',
  'date_after_today',
  'no_household',
  'unknown_change',
  'not_last',
] satisfies readonly UnitsProblem[];

/** Reads the answer of `GET /sync/scope` strictly; anything else is `undefined`. */
export function readScope(json: Json): DeviceScope | undefined {
  const { epoch, book, formerBooks, places, units } = json;
  const isPlaced = Array.isArray(places) && places.every(isId) && Array.isArray(units) && units.every(isUnit);
  const isOfBook = book === undefined || (isId(book) && Array.isArray(formerBooks) && formerBooks.every(isId));
  return isCount(epoch) && isOfBook && isPlaced ? (json as unknown as DeviceScope) : undefined;
}

/** Reads the answer of `POST /sync/units`. */
export function readUnitsAnswer(json: Json): UnitsAnswer | undefined {
  const isDone = isObject(json.done) && isCount(json.done.households);
  return isDone || problems.includes(json.refused) ? (json as unknown as UnitsAnswer) : undefined;
}
