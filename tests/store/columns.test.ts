import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Value } from '../../src/domain/value.ts';
import { indexFromBytes, pageFromBytes } from '../../src/sync/records/columns/binary/columns-codec.ts';
import { indexToBytes, pageToBytes } from '../../src/sync/records/columns/binary/write-columns.ts';
import { type Columns, findInColumns, fromColumns } from '../../src/sync/records/columns/columns.ts';
import { sumInColumns } from '../../src/sync/records/columns/columns-sum.ts';
import { mergePages } from '../../src/sync/records/columns/merging/merge-pages.ts';
import { readWritten, toColumns, writeColumns } from '../../src/sync/records/columns/written-columns.ts';
import { recordSum } from '../../src/sync/records/digest.ts';
import type { Head, RecordState } from '../../src/sync/records/record-state.ts';
import { sha256 } from '../../src/sync/records/sha256.ts';
import { person } from './invented-phone.ts';

const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string()));
const digits = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((one) => String(one).padStart(2, '0'));
/** What fields of a register hold, each alone in its column or among others. */
const alike = fc.constantFrom<fc.Arbitrary<Value>>(
  value,
  fc.tuple(digits(1000, 2999), digits(1, 12), digits(1, 31)).map((parts) => parts.join('-')),
  fc.oneof(digits(1000, 9999), fc.constantFrom('0999', '1996-3', '1996-03', '')),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
  fc.oneof(
    fc.constant(null),
    fc.tuple(fc.constantFrom('d1', 'd2', 'a.b'), fc.nat()).map((parts) => parts.join('.')),
  ),
  fc.constantFrom('dev1.007', 'dev1.4294967296', 'dev1.4294967295', '.1', '1'),
  fc.array(fc.constantFrom('Nguyễn', 'Thị', 'Hoà', 'K’Brơi-Ya'), { minLength: 1 }).map((words) => words.join(' ')),
  fc.constantFrom('Lò  Thị', ' Lò', 'Lò\u00a0Thị', '\ud800', 'Lò\n'),
);
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

const byId = (a: RecordState, b: RecordState) => (a.id < b.id ? -1 : 1);

/** Untouched records of one kind, as nearly all of a book are. */
const untouchedOf = (values: fc.Arbitrary<Value>): fc.Arbitrary<readonly RecordState[]> =>
  fc
    .array(fc.tuple(values, fc.boolean(), fc.nat({ max: 5_000_000 }), fc.nat()), { maxLength: 60, size: 'max' })
    .map((rows) =>
      rows.map(([one, isThere, seq, ms], at): RecordState => {
        const id = `dev${at % 2}.${seq * 100 + at}`;
        const place = { op: id, value: `v${seq % 3}`, stamp: [ms, at % 2] as const, user: 'u1' };
        return { kind: 'person', id, place, fields: isThere ? { a: [{ ...place, value: one }] } : {}, life: [] };
      }),
    );
const untouched = alike.chain(untouchedOf);

/** What a page adds to the digest of its book, counted in its columns, with as many pauses as there are records. */
function sumOf(columns: Columns): bigint {
  const run = sumInColumns(columns, sha256, 1);
  for (;;) {
    const { done, value } = run.next();
    if (done) return value;
  }
}

function sumOneByOne(records: readonly RecordState[]): bigint {
  return BigInt.asUintN(
    128,
    records.reduce((sum, state) => sum + recordSum(state, sha256), 0n),
  );
}

test('a page’s bytes give back every untouched record, whatever its column holds, also when written again', () => {
  fc.assert(
    fc.property(untouched, (records) => {
      const once = pageFromBytes(pageToBytes(toColumns(records)));
      const again = pageFromBytes(pageToBytes(once));
      for (const read of [once, again]) expect([...fromColumns(read)].sort(byId)).toEqual([...records].sort(byId));
      expect(sumOf(once)).toBe(sumOneByOne(records));
      for (const { id } of records) {
        expect(findInColumns(once, id)).toEqual(records.find((one) => one.id === id));
        expect(findInColumns(once, `${id}9`)).toEqual(records.find((one) => one.id === `${id}9`));
      }
    }),
    { numRuns: 400 },
  );
});

test('the pages of many villages as one hold the same records in the same order, whatever their columns are told as', () => {
  const village = (values: fc.Arbitrary<Value>) =>
    fc.tuple(untouchedOf(values), fc.boolean(), fc.constantFrom('person', 'person', 'birth'));
  const several = alike.chain((values) => fc.array(village(values), { minLength: 2, maxLength: 5, size: 'max' }));
  fc.assert(
    fc.property(several, (villages) => {
      const pages = villages.map(([records, isRead, kind]) => {
        const columns = toColumns(records.map((record) => ({ ...record, kind })));
        return isRead ? pageFromBytes(pageToBytes(columns)) : columns;
      });
      const merged = mergePages(pages);
      const read = indexFromBytes(indexToBytes({ pages: [], slim: [merged] })).slim.flatMap(fromColumns);
      for (const kind of ['person', 'birth']) {
        const own = (states: readonly RecordState[]) => states.filter((state) => state.kind === kind);
        expect(own(read)).toEqual(own(pages.flatMap(fromColumns)));
        expect(own(fromColumns(merged))).toEqual(own(read));
      }
    }),
    { numRuns: 400 },
  );
});

test('columns give back every record as it was', () => {
  fc.assert(
    fc.property(fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: 12 }), (records) => {
      const journal = readWritten(JSON.parse(JSON.stringify(writeColumns(records))));
      const page = pageFromBytes(pageToBytes(toColumns(records)));
      for (const read of [journal, page]) expect([...fromColumns(read)].sort(byId)).toEqual([...records].sort(byId));
      expect(sumOf(page)).toBe(sumOneByOne(records));
      // Once told, those that stand whole are read where they lie.
      for (const one of records) expect(findInColumns(page, one.id)).toEqual(one);
      expect([...fromColumns(page)].sort(byId)).toEqual([...records].sort(byId));
    }),
    { numRuns: 300 },
  );
});

test('no text in a record is taken for the end of another', () => {
  const hostile = ['","rows":[', ',"rows":[]', '"]}],[{"id":"', '\\', '\\"', '[[{{', 'Nguyễn Thị "Hoà"'];
  const records = hostile.map((text, at): RecordState => {
    const plain = person(`dev1.${at + 1}`, text);
    const later: Head = { op: 'dev2.9', value: text, stamp: [5, 0], user: 'u2' };
    return at === 0 ? plain : { ...plain, fields: { ...plain.fields, [text]: [later], note: [later] } };
  });
  const page = pageFromBytes(pageToBytes(toColumns(records)));
  expect([...fromColumns(page)].sort(byId)).toEqual(records);
  for (const one of records) expect(findInColumns(page, one.id)).toEqual(one);
  expect([...fromColumns(page)].sort(byId)).toEqual(records);
});

test('a value may have members of any name', () => {
  const [first, second] = [person('dev1.1', 'Lê Thị Sáu'), person('dev1.2', 'Trần Văn Đức')];
  const note = [{ ...first.place, value: { x: 1, rows: [1], more: { rows: [[{ rows: [] }]] } } }];
  const records = [
    { ...first, fields: { ...first.fields, note } },
    { ...second, fields: { ...second.fields, note: [...note, { ...note[0], op: 'dev2.9' } as Head] } },
  ];
  const page = pageFromBytes(pageToBytes(toColumns(records)));
  expect([...fromColumns(page)].sort(byId)).toEqual(records);
});

test('what a later put has seen stays with the record until the hub sends it anew', () => {
  const settled = { ...person('dev1.4', 'Lê Thị Sáu'), superseded: { phone: ['dev9.2'] } };
  expect(fromColumns(toColumns([settled]))).toEqual([settled]);
});

test('a thousand untouched people cost a few characters each beside their own values', () => {
  const people = Array.from({ length: 1000 }, (_, at) => person(`dev1.${at + 1}`, 'Trần Văn Bình'));
  const size = JSON.stringify(writeColumns(people)).length;
  expect(size / 1000).toBeLessThan(60);
});
