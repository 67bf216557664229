import { expect, test } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import { daysOfMonth } from '../../src/domain/calendar/written-period.ts';
import { evaluate } from '../../src/domain/figure/indicator.ts';
import { exportBook } from '../../src/formats/interchange/export/export-book.ts';
import { tableNames } from '../../src/formats/interchange/file/columns.ts';
import { readTable, type Tables } from '../../src/formats/interchange/file/table.ts';
import { knownVillages } from '../../src/formats/interchange/known.ts';
import { planImport } from '../../src/formats/interchange/plan/plan-import.ts';
import { stateBook } from '../../src/formats/interchange/state-book.ts';
import { demoCommune, makeSample } from '../../src/sample/sample.ts';
import { isAlive, mergeOp } from '../../src/sync/records/merge.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { bookAfter, bookOf } from '../formats/interchange/invented-book.ts';

/* Who moves to another village takes the facts of her life along, in the invented communes as on the phones. */

const seasons = [2024, 2025, 2026].flatMap((year) => ['03', '06', '09'].map((month) => `${year}-${month}`));

test.each([
  ['the demo commune', '2026-11-22', demoCommune.seed, demoCommune.households, seasons],
  ['the demo commune of another day', '2026-11-27', demoCommune.seed, demoCommune.households, ['2026-11']],
  ['five years of a larger one', '2026-11-27', 7, [400, 400, 400], ['2025-06']],
])('%s, taken out as files and brought in again, changes nothing', (_, today, seed, households, months) => {
  const author = { device: 'mau00001', user: 'umau', writtenAt: Date.parse(today) };
  const sample = makeSample({ ...demoCommune, ...author, today, seed, households });
  const states = new Map<string, RecordState>();
  for (const op of sample.ops) states.set(op.id, mergeOp(states.get(op.id), op, op.at));
  const book = stateBook(catalogue, states.values());
  const units = sample.units.map((unit) => ({ validFrom: '', validTo: '', predecessors: '', ...unit }));
  const out = exportBook({ units, states: states.values(), ...book });
  const tables: Tables = Object.fromEntries(
    tableNames.flatMap((name) => {
      const sheet = out.find((one) => one.name === name);
      const table = sheet && readTable(name, sheet);
      return table?.ok ? [[name, table.value]] : [];
    }),
  );
  const villages = knownVillages(sample.villages);
  const known = { ...book, commune: sample.commune.id, ...villages };
  const order = { tables, book: `b${demoCommune.communeCode}`, today, doubtful: 'take' } as const;
  const plan = planImport({ ...order, known });
  expect(plan.counts.persons?.rows).toBeGreaterThan(400);
  expect(plan.drafts).toEqual([]);

  // A hub that never heard of the commune takes every row, and each woman's method with them.
  const first = { ...stateBook(catalogue, []), commune: sample.commune.id, ...villages };
  const anew = planImport({ ...order, known: first });
  expect(anew.remarks.filter(({ strength }) => strength === 'refuse')).toEqual([]);
  const there = bookAfter(anew.drafts);
  expect(methodsIn([...there.values()])).toEqual(methodsIn([...states.values()]));
  expect(numbersIn(there, months)).toEqual(numbersIn(states, months));
});

/** Every number of the programme in each of these months. */
function numbersIn(states: ReadonlyMap<string, RecordState>, months: readonly string[]): readonly string[] {
  const source = bookOf(states);
  const places = new Set([...states.values()].map(({ place }) => String(place.value)));
  return months.flatMap((month) => {
    const days = daysOfMonth(month);
    return catalogue.indicators.map((one) => `${month} ${one.key}: ${evaluate(one, source, days, places).value}`);
  });
}

/** Who uses what today, by name and birth date. */
function methodsIn(states: readonly RecordState[]): readonly string[] {
  const { today } = stateBook(catalogue, states);
  return states
    .filter((state) => state.kind === 'person' && isAlive(state))
    .flatMap(({ id }) => {
      const { fullName, birthDate, method } = today(id) ?? {};
      return method === undefined || method === null ? [] : `${fullName} ${birthDate} ${method}`;
    })
    .sort();
}
