import { expect, test } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import type { Fields } from '../../src/domain/value.ts';
import { writtenLines } from '../../src/register/lives/written.ts';
import type { Register, StandingState } from '../../src/register/register.ts';
import { wholeShown } from '../../src/store/confirmed/whole-shown.ts';
import { takenBackStates } from '../../src/store/opening/slim-records.ts';
import { wholeStates } from '../../src/sync/records/columns/columns.ts';
import { toColumns } from '../../src/sync/records/columns/written-columns.ts';
import { mergeOp } from '../../src/sync/records/merge.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { dateFieldsOf } from '../../src/workers/answering/slim-fields.ts';
import { birth, hoaFamily, household, lodgers, openRegister, resident, tell } from './tale.ts';

/* A book comes in from its pages by values alone: it must answer as if every record had been told whole. */

const book: readonly StandingState[] = [
  ...hoaFamily,
  ...lodgers,
  household('h3', 3, 'u-v2'),
  resident('r1', { fullName: 'Phạm Hoàng Anh', sex: 'male', household: 'h3', relation: 'head', birthDate: '1980-02' }),
  resident('r2', { fullName: 'Vũ Thị  Hòa', sex: 'female', household: 'h3', phone: null, spouse: 'r1' }),
  ...birth('b9', { date: '2026-11-02', mother: 'p2', child: 'c9', fullName: 'Lê Thảo Hoa' }, { stamp: [7000, 2] }),
  tell('move_out', 'm1', { date: '2026-11', person: 'p2', to: 'district' }, { stamp: [8000, 0] }),
  tell('death', 'd1', { date: '2026-11-20', person: 'r1' }, { stamp: [9000, 1], isVoid: true }),
];

function enterPages(states: readonly StandingState[], size: number): Register {
  const register = openRegister();
  for (let at = 0; at < states.length; at += size) {
    const columns = toColumns(states.slice(at, at + size).map(({ state }) => state));
    register.shelve(columns, new Set());
    register.apply(wholeStates(columns).map((state) => ({ state, standing: 'confirmed' })));
  }
  return register;
}

function answers(register: Register) {
  const ids = [...new Set(book.map(({ state }) => state.id))];
  return {
    size: register.size(),
    records: ids.map((id) => register.get(id)),
    households: ids.map((id) => register.household(id)),
    people: ids.map((id) => register.person(id)),
    changes: ids.map((id) => register.changes(id)),
    written: writtenLines(register, 'u1', 0, 10_000),
    found: ['hoa', 'Hoà', 'ho 3', '42', 'bai cat', '1980'].map((text) => register.search(text, 20)),
    tasks: register.tasks('', 50),
    report: register.report('01-DSX', '2026-11', 'u-c'),
  };
}

test('a book that comes in page by page answers as one that was told record by record', () => {
  const told = openRegister(book.map(({ state }) => ({ state, standing: 'confirmed' })));
  for (const size of [1, 4, book.length]) expect(answers(enterPages(book, size))).toEqual(answers(told));
  expect(answers(enterPages(book.toReversed(), 3))).toEqual(answers(told));
});

/** Records as several ops left them. */
function mended(): readonly StandingState[] {
  const states = new Map<string, RecordState>(book.map(({ state }) => [state.id, state]));
  let seq = 0;
  const write = (id: string, put: Fields, seen?: { readonly [field: string]: readonly string[] }): void => {
    const known = states.get(id);
    if (known === undefined) throw new RangeError(`nobody told ${id}`);
    seq += 1;
    const { kind, place } = known;
    const [at, tx] = [[20_000 + seq, 0] as const, seq];
    const own = { d: 'dev2', s: seq, tx, of: 1, u: 'u2', k: kind, id, p: String(place.value), at };
    const op = seen === undefined ? { ...own, put } : { ...own, put, seen };
    states.set(id, mergeOp(known, op, op.at));
  };
  // Two who wrote differently; a name that was mended with the old one seen; a fact told again on another day; emptied.
  write('p3', { fullName: 'Lê Thị Mạn', birthDate: '1966' });
  write('r1', { fullName: 'Phạm Hoàng Ánh' }, { fullName: ['r1'] });
  write('m1', { date: '2026-10-30' }, { date: ['m1'] });
  write('r2', { phone: '0912000111', spouse: null });
  write('h3', { number: 33, address: null });
  write('d1', { date: '2026-11-19' });
  write('q1', { residence: 'usual_present' }, { residence: ['q1'] });
  const joined = tell('alias', 'a1', { date: '2026-11-20', person: 'r2', other: 'p3' }, { stamp: [30_000, 0] });
  states.set('a1', joined.state);
  write('a1', { date: '2026-11-21' });
  const gone = resident('x1', { fullName: 'Người Thừa', household: 'h3', sex: 'male' }, { isVoid: true });
  states.set('x1', gone.state);
  return [...states.values()].map((state) => ({ state, standing: 'confirmed' }));
}

/** As a phone opens its book: pages without the records that stand whole, and what these show in columns. */
async function enterShown(states: readonly StandingState[], apart: ReadonlySet<string> = new Set()): Promise<Register> {
  const register = openRegister();
  const pages = [states.slice(0, 5), states.slice(5)].map((some) => toColumns(some.map(({ state }) => state)));
  for (const page of pages) register.shelve(page, apart);
  const { living, takenBack } = await wholeShown(pages, dateFieldsOf(catalogue.records), async () => undefined);
  register.shelve(living, apart);
  const others = takenBackStates(takenBack).filter(({ id }) => !apart.has(id));
  register.apply(others.map((state) => ({ state, standing: 'confirmed' })));
  return register;
}

test('records that several people wrote come in by what they show, and answer as if each had been told', async () => {
  const states = mended();
  const told = openRegister(states);
  expect(answers(await enterShown(states))).toEqual(answers(told));
  expect(told.search('Hoàng Ánh', 5).rows.map(({ id }) => id)).toEqual(['r1']);
  // Mended, taken back and brought home one after the other, in a book that came in so.
  const entered = await enterShown(states);
  for (const { state } of states) {
    for (const register of [entered, told]) register.remove([state.id]);
    expect(answers(entered)).toEqual(answers(told));
    for (const register of [entered, told]) register.apply([{ state, standing: 'confirmed' }]);
    expect(answers(entered)).toEqual(answers(told));
  }
});

test('one of them that was written again since shows what was written last', async () => {
  const states = mended();
  const apart = new Set(['r1', 'd1', 'a1', 'm1']);
  const entered = await enterShown(states, apart);
  entered.apply(states.filter(({ state }) => apart.has(state.id)));
  expect(answers(entered)).toEqual(answers(openRegister(states)));
});

test('what is put onto a record that came in from a page stands in its place', () => {
  const register = enterPages(book, 4);
  register.apply([resident('r2', { fullName: 'Vũ Thị Huệ', household: 'h1' }, { standing: 'waiting' })]);
  expect(register.household('h1')?.people.map(({ name }) => name)).toContain('Vũ Thị Huệ');
  expect(register.household('h3')?.people.map(({ id }) => id)).not.toContain('r2');
});

test('every record of a page can be put anew, taken back and come home, one after the other', () => {
  const told = openRegister(book.map(({ state }) => ({ state, standing: 'confirmed' })));
  const shelved = enterPages(book, book.length);
  for (const { state } of book) {
    shelved.remove([state.id]);
    told.remove([state.id]);
    expect(answers(shelved)).toEqual(answers(told));
  }
  for (const { state } of book) {
    shelved.apply([{ state, standing: 'confirmed' }]);
    told.apply([{ state, standing: 'confirmed' }]);
    expect(answers(shelved)).toEqual(answers(told));
  }
});

test('a page that comes after somebody counted and looked for tasks is counted, too', () => {
  const told = openRegister(book.map(({ state }) => ({ state, standing: 'confirmed' })));
  const register = openRegister();
  for (const { state } of book) {
    register.shelve(toColumns([state]), new Set());
    register.apply(wholeStates(toColumns([state])).map((whole) => ({ state: whole, standing: 'confirmed' })));
    answers(register);
  }
  expect(answers(register)).toEqual(answers(told));
});
