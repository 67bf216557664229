import { civilDay } from '../../../src/domain/calendar/civil-date.ts';
import { bad, good, type Outcome } from '../../../src/domain/outcome.ts';
import type { UnitsProblem, UnitsRequest, VillageMoved } from '../../../src/sync/units-change.ts';
import { endTerms } from '../collaborator-term.ts';
import { bringBack } from '../waiting/bring-early.ts';
import { readUnitChanges, type StoredChange } from './apply-units.ts';
import { carryUnits } from './carry-units.ts';
import { sweepEnded } from './follow-units.ts';
import { readLeftBehind } from './move/read-left-behind.ts';
import { shareAll, shareWritten } from './move/share-records.ts';
import { readUnitsAround } from './move/shared-places.ts';
import { registerReader } from './open-register.ts';
import { planUnits } from './plan-units.ts';
import { readUnitsOf } from './unit-rows.ts';
import { inTurn, type UnitsBench, unitsAuthor, writeUnits } from './units-bench.ts';

interface Asked extends UnitsRequest {
  readonly book: string;
  /** Device that asks; "" from the command line. */
  readonly device: string;
}

type Changed = Outcome<{ readonly households: number }, UnitsProblem>;

/** Changes a book's villages, and lets their households follow. The same id again is answered the same. */
export async function changeUnits(bench: UnitsBench, asked: Asked): Promise<Changed> {
  const changed = await inTurn(asked.book, () => change(bench, asked));
  await bringBack(bench.hub, asked.book);
  await shareWritten(bench, asked.book);
  return changed;
}

async function change(bench: UnitsBench, { book, id, device, change: asked }: Asked): Promise<Changed> {
  const { hub } = bench;
  const ground = await hub.database.transaction(undefined, async (tx) => ({
    units: await readUnitsOf(tx, book),
    changes: await readUnitChanges(tx, book),
    today: civilDay(hub.now()),
  }));
  const known = ground.changes.find((one) => one.id === id);
  if (known === undefined) {
    const planned = planUnits(ground, asked);
    if (!planned.ok) return bad(planned.error);
    await hub.run({
      is: 'units',
      at: hub.now(),
      book,
      id,
      device,
      change: asked,
      ...planned.value,
      author: unitsAuthor(hub, book),
    });
  }
  return good({ households: known?.isDone ? known.households : await carry(bench, book, id) });
}

/** Households go where their village has gone; and its records into the book of another commune, where it is one of that. */
export async function carry(bench: UnitsBench, book: string, id: string): Promise<number> {
  const { hub } = bench;
  const read = registerReader(hub, book);
  const register = await read();
  const { units, changes } = await hub.database.transaction(undefined, async (tx) => ({
    units: await readUnitsAround(tx, book),
    changes: await readUnitChanges(tx, book),
  }));
  const stored = changes.find((one) => one.id === id);
  if (register === undefined || stored === undefined) throw new TypeError('a change of units without a book');
  const { drafts, households } = carryUnits(register, units, stored, takenBy(changes, stored.change));
  await writeUnits(bench, book, drafts);
  await sweepEnded(bench, book, read);
  if (stored.change.is === 'move') await leaveCommune(bench, book, stored.change);
  await hub.run({ is: 'units_done', at: hub.now(), book, id, households });
  bench.onWritten(book);
  return households;
}

/** What the household's own acts do not carry: what was taken back, and who kept the village. */
async function leaveCommune(bench: UnitsBench, book: string, { unit, into, date }: VillageMoved): Promise<void> {
  await writeUnits(bench, book, await readLeftBehind(bench.hub, book, { from: unit, into }));
  await endTerms(bench.hub, book, { village: unit, date });
}

/** The change that an undo takes back. */
function takenBy(changes: readonly StoredChange[], change: StoredChange['change']): StoredChange['change'] | undefined {
  return change.is === 'undo' ? changes.find(({ id }) => id === change.change)?.change : undefined;
}

/** At start: a change that was cut off between its units and its households, and what one book has not given to another. */
export async function finishUnitChanges(bench: UnitsBench): Promise<void> {
  const open = await bench.hub.database.transaction(undefined, (tx) =>
    tx.selectFrom('unit_change').select(['book', 'id']).where('is_done', '=', false).execute(),
  );
  for (const { book, id } of open) await inTurn(book, () => carry(bench, book, id));
  await shareAll(bench);
}
