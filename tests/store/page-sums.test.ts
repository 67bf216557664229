import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OpenPhoneStore } from '../../src/store/phone-store.ts';
import { fromColumns } from '../../src/sync/records/columns/columns.ts';
import { digestRecords, recordSum, rootDigest, sumText } from '../../src/sync/records/digest.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { sha256 } from '../../src/sync/records/sha256.ts';
import { inventedPhone, person, rows } from './invented-phone.ts';

/* The digest of a large book is not hashed anew at every sync: what stands beside the pages must be what a recount gives. */

type Day =
  | { readonly is: 'change'; readonly who: number; readonly village: string }
  | { readonly is: 'leave'; readonly who: number }
  | { readonly is: 'count' | 'fold' | 'restart' };

const people = 12;
const village = fc.constantFrom('v1', 'v2', 'v3');
const who = fc.integer({ min: 1, max: people });
const day: fc.Arbitrary<Day> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ is: fc.constant('change' as const), who, village }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('leave' as const), who }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom({ is: 'count' as const }, { is: 'fold' as const }, { is: 'restart' as const }),
  },
);

function count(store: OpenPhoneStore): void {
  for (const { columns, note } of store.uncounted())
    note(
      BigInt.asUintN(
        128,
        fromColumns(columns).reduce((sum, record) => sum + recordSum(record, sha256), 0n),
      ),
    );
}

async function pull(
  store: OpenPhoneStore,
  changed: readonly RecordState[],
  gone: readonly string[] = [],
): Promise<void> {
  await store.receive(rows(await store.cursor(), [...changed], [...gone]));
}

/** An idle phone folds once enough was changed, or a page was counted. */
async function fold(store: OpenPhoneStore, turn: number): Promise<void> {
  for (let change = 0; change < 21; change += 1) await pull(store, [person('h.1', `Lần ${turn}.${change}`, 'v1')]);
  await store.tidy(true);
}

async function pass(store: OpenPhoneStore, one: Day, turn: number): Promise<void> {
  if (one.is === 'change') await pull(store, [person(`h.${one.who}`, `Người ${turn}`, one.village)]);
  if (one.is === 'leave') await pull(store, [], [`h.${one.who}`]);
  if (one.is === 'count') count(store);
  if (one.is === 'fold') await fold(store, turn);
}

async function live(days: readonly Day[]): Promise<void> {
  const phone = await inventedPhone();
  let { store } = await phone.start();
  for (const [turn, one] of days.entries()) {
    await pass(store, one, turn);
    if (one.is === 'restart') ({ store } = await phone.start());
    const sum = store.confirmedSum();
    if (sum !== undefined) expect(sumText(sum)).toBe(recount(store));
  }
  count(store);
  expect(sumText(store.confirmedSum() ?? -1n)).toBe(recount(store));
}

function recount(store: OpenPhoneStore): string {
  return rootDigest(digestRecords(store.allConfirmed(), sha256));
}

test('after any days of changes, folds and restarts the kept sum is that of a recount', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(day, { minLength: 4, maxLength: 24 }), (days) => live(days)),
    { numRuns: 60 },
  );
});

test('what was counted once is known after a restart', async () => {
  const phone = await inventedPhone();
  const { store } = await phone.start();
  await store.receive(
    rows(
      0,
      Array.from({ length: 260 }, (_, at) => person(`h.${at + 1}`, `Người ${at}`, 'v1')),
    ),
  );
  await fold(store, 0);
  count(store);
  await store.tidy(true);
  const again = await phone.start();
  expect([...again.store.uncounted()]).toEqual([]);
  expect(again.store.confirmedSum()).toBe(store.confirmedSum());
});
