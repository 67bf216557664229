import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromColumns, toColumns } from '../../src/store/columns.ts';
import type { Head, RecordState } from '../../src/sync/records/record-state.ts';
import { person } from './invented-phone.ts';

const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string()));
const head = (op: string): fc.Arbitrary<Head> =>
  fc.record({
    op: fc.constant(op),
    value,
    stamp: fc.tuple(fc.nat(), fc.nat(3)),
    user: fc.constantFrom('u1', 'u2'),
  });

/** A record whose values come from one op, or from several, voided or not. */
const record: fc.Arbitrary<RecordState> = fc
  .tuple(fc.constantFrom('person', 'birth'), fc.uuid(), head('dev1.4'), fc.array(head('dev2.9'), { maxLength: 1 }))
  .chain(([kind, id, own, others]) =>
    fc.record({
      kind: fc.constant(kind),
      id: fc.constant(id),
      place: fc.constantFrom('v1', 'v2').map((place) => ({ ...own, value: place })),
      fields: fc.dictionary(
        fc.constantFrom('a', 'b', 'c'),
        value.map((one) => [{ ...own, value: one }, ...others]),
        { noNullPrototype: true },
      ),
      life: fc.constant(others),
    }),
  );

test('columns give back every record as it was', () => {
  fc.assert(
    fc.property(fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: 12 }), (records) => {
      const read = fromColumns(JSON.parse(JSON.stringify(toColumns(records))));
      const byId = (a: RecordState, b: RecordState) => (a.id < b.id ? -1 : 1);
      expect([...read].sort(byId)).toEqual([...records].sort(byId));
    }),
    { numRuns: 300 },
  );
});

test('what a later put has seen stays with the record until the hub sends it anew', () => {
  const settled = { ...person('dev1.4', 'Lê Thị Sáu'), superseded: { phone: ['dev9.2'] } };
  expect(fromColumns(toColumns([settled]))).toEqual([settled]);
});

test('a thousand untouched people cost a few characters each beside their own values', () => {
  const people = Array.from({ length: 1000 }, (_, at) => person(`dev1.${at + 1}`, 'Trần Văn Bình'));
  const size = JSON.stringify(toColumns(people)).length;
  expect(size / 1000).toBeLessThan(60);
});
