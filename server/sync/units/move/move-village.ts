import { randomUUID } from 'node:crypto';
import { civilDay } from '../../../../src/domain/calendar/civil-date.ts';
import { bad, good, type Outcome } from '../../../../src/domain/outcome.ts';
import type { UnitsProblem } from '../../../../src/sync/units-change.ts';
import { carry } from '../change-units.ts';
import { readCommune } from '../merge-communes.ts';
import { type KnownUnit, readUnitsOf } from '../unit-rows.ts';
import { inTurns, type UnitsBench, unitsAuthor } from '../units-bench.ts';
import { planMove } from './plan-move.ts';
import { shareWritten } from './share-records.ts';

/** A village of one book's commune, and the book of the one that it goes to. */
export interface AskedMove {
  readonly book: string;
  readonly unit: string;
  readonly into: string;
  /** Civil day, its first in the other commune. */
  readonly date: string;
}

interface Moved {
  /** The village in its new commune. */
  readonly unit: KnownUnit;
  readonly households: number;
}

/** `commune_merged`: one of the two communes went into another while this one waited for its turn. */
export type MoveProblem = UnitsProblem | 'commune_merged';

/** Moves a village with its households, and what is written of them from now on, from book to book. */
export async function moveVillage(bench: UnitsBench, asked: AskedMove): Promise<Outcome<Moved, MoveProblem>> {
  const moved = await inTurns([asked.book, asked.into], () => move(bench, asked));
  await shareWritten(bench, asked.book);
  return moved;
}

async function move(bench: UnitsBench, asked: AskedMove): Promise<Outcome<Moved, MoveProblem>> {
  const { hub } = bench;
  const { book, unit, into, date } = asked;
  const { units, goal } = await hub.database.transaction(undefined, async (tx) => ({
    units: await readUnitsOf(tx, book),
    goal: await readCommune(tx, into),
  }));
  if (units.length === 0 || goal === undefined) return bad('commune_merged');
  const planned = planMove({ units, goal, today: civilDay(hub.now()) }, asked);
  if (!planned.ok) return bad(planned.error);
  const [, made] = planned.value.units;
  const id = `cli-${randomUUID()}`;
  const change = { is: 'move', unit, into: made.id, book: into, date } as const;
  const authors = { author: unitsAuthor(hub, book), otherAuthor: unitsAuthor(hub, into) };
  await hub.run({ is: 'move', at: hub.now(), book, id, change, ...planned.value, ...authors });
  return good({ unit: made, households: await carry(bench, book, id) });
}
