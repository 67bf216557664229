import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OpenPhoneStore } from '../../src/store/phone-store.ts';
import { digestRecords, rootDigest, sumText } from '../../src/sync/records/digest.ts';
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

/** Somebody who was called anew: by another op, as the digest sees it. */
function renamed(id: string, fullName: string, op: string, place = 'v1'): RecordState {
  const state = person(id, fullName, place);
  const fullNames = (state.fields.fullName ?? []).map((head) => ({ ...head, op }));
  return { ...state, fields: { ...state.fields, fullName: fullNames } };
}

/** A pause behind each record. */
function count(store: OpenPhoneStore): bigint {
  const steps = store.count(1);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
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
  for (let change = 0; change < 21; change += 1)
    await pull(store, [renamed('h.1', `Lần ${turn}.${change}`, `f${turn}.${change}`)]);
  await store.tidy(true);
}

async function pass(store: OpenPhoneStore, one: Day, turn: number): Promise<void> {
  if (one.is === 'change') await pull(store, [renamed(`h.${one.who}`, `Người ${turn}`, `d.${turn}`, one.village)]);
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
    // Not each day: what was never counted, or changed since, is then many days old.
    if (turn % 3 === 0) expect(sumText(count(store))).toBe(recount(store));
  }
  expect(sumText(count(store))).toBe(recount(store));
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
  // Without a pause: nothing is hashed.
  expect(again.store.count(1).next()).toEqual({ done: true, value: count(store) });
});

const places = Array.from({ length: 260 }, (_, at) => `h.${at + 1}`);
const village1 = places.map((id) => person(id, `Người ${id}`, 'v1'));
const village1Renamed = places.map((id, at) => renamed(id, `Tên mới ${id}`, `d.${at}`));

test('a month’s changes are hashed, and nothing beside them', async () => {
  const phone = await inventedPhone();
  const { store } = await phone.start();
  await store.receive(rows(0, [...village1, person('h.900', 'Người khác', 'v2')]));
  await fold(store, 0);
  count(store);
  await pull(store, village1Renamed);
  const steps = store.count(1);
  const pauses = Array.from({ length: 260 }, () => steps.next().done);
  expect(pauses.every((done) => done === false)).toBe(true);
  expect(sumText(steps.next().value ?? -1n)).toBe(recount(store));
});

test('a fold in the middle of a count changes nothing of it', async () => {
  const phone = await inventedPhone();
  const { store } = await phone.start();
  await store.receive(rows(0, [...village1, person('h.900', 'Người khác', 'v2')]));
  for (const state of village1Renamed.slice(0, 30)) await pull(store, [state]);
  const steps = store.count(100);
  steps.next();
  const before = recount(store);
  await store.tidy(true);
  let now = steps.next();
  while (!now.done) now = steps.next();
  expect(sumText(now.value)).toBe(before);
  expect(sumText(count(store))).toBe(recount(store));
});
