import { expect, test } from 'vitest';
import { answersOfEach, askedPages, problems } from '../../src/domain/form/answers.ts';
import type { FormDefinition } from '../../src/domain/form/form.ts';
import { writesOf } from '../../src/domain/form/writes.ts';
import { askField, type RecordDefinition } from '../../src/domain/record.ts';
import type { Fields } from '../../src/domain/value.ts';
import { bees, hive, swarmForm } from './beehive.ts';

/* The beekeeper mends what stands in his book. */

const told: RecordDefinition = {
  kind: 'told',
  nature: 'fact',
  label: { vi: 'Thay đổi' },
  law: 'The beekeeper says so',
  dateField: 'date',
  phase: 'change',
  fields: [
    { key: 'date', label: { vi: 'Ngày' }, type: { is: 'date' } },
    { key: 'hive', label: { vi: 'Đàn' }, type: { is: 'reference', to: 'hive' } },
    { key: 'what', label: { vi: 'Mục' }, type: { is: 'text', maxLength: 20 } },
    { key: 'was', label: { vi: 'Cũ' }, type: { is: 'text', maxLength: 20 } },
    { key: 'is', label: { vi: 'Mới' }, type: { is: 'text', maxLength: 20 } },
    { key: 'names', label: { vi: 'Tên cũ' }, type: { is: 'marks' } },
  ],
};
const records = [...bees.records, told];

const editForm: FormDefinition = {
  ...swarmForm,
  key: 'edit',
  shown: 'edit',
  subject: 'hive',
  forMany: true,
  pages: [
    {
      key: 'hive',
      title: { vi: 'Đàn' },
      questions: [
        { field: askField(told, 'hive', { isRequired: true }), choices: 'hives' },
        { field: askField(hive, 'name') },
        { field: askField(hive, 'frames') },
      ],
    },
    {
      key: 'gold',
      title: { vi: 'Ong vàng' },
      questions: [{ field: askField(hive, 'breed'), when: { is: [{ path: 'frames' }, { value: 9 }] } }],
    },
  ],
  writes: [
    {
      name: 'hive',
      kind: 'hive',
      onto: { field: 'hive' },
      values: { name: { field: 'name' }, frames: { field: 'frames' }, breed: { field: 'breed' } },
      changes: {
        kind: 'told',
        names: { field: 'what', old: 'was', new: 'is' },
        values: { date: { context: 'today' }, hive: { field: 'hive' } },
      },
    },
  ],
};

const stands: Fields = { name: 'Mai', frames: 5, breed: 'dark' };
const write = (answers: Fields, form = editForm) =>
  writesOf(form, answers, {
    records,
    scope: { ...answers, hive: { id: 'h1', ...stands }, today: '2026-05-02' },
    asked: [],
    standing: (id) => (id === 'h1' ? { place: 'hill', fields: stands } : undefined),
  });

test('only what differs is put, and each change is told with what was before', () => {
  expect(write({ hive: 'h1', name: 'Mai', frames: 6 })).toEqual([
    { name: 'hive', kind: 'hive', nature: 'state', fields: { frames: 6 }, links: {}, onto: 'h1', place: 'hill' },
    {
      name: 'hive.frames',
      kind: 'told',
      nature: 'fact',
      fields: { date: '2026-05-02', hive: 'h1', what: 'frames', was: '5', is: '6' },
      links: {},
    },
  ]);
});

test('nothing differs: nothing is written; a blank empties; what is not asked or not answered stays', () => {
  expect(write({ hive: 'h1', name: 'Mai', frames: 5 })).toEqual([]);
  expect(write({ hive: 'h1', name: 'Mai' })).toEqual([]);
  const [put, fact] = write({ hive: 'h1', name: 'Mai', frames: null, breed: 'gold' });
  expect([put?.fields, fact?.fields]).toEqual([
    { frames: null },
    { date: '2026-05-02', hive: 'h1', what: 'frames', was: '5' },
  ]);
  expect(write({ hive: 'h2', name: 'Lan', frames: 1 })).toEqual([]);
});

test('a write may depend on a condition, list what is known, and add numbers up', () => {
  const form: FormDefinition = {
    ...editForm,
    writes: [
      { name: 'no', kind: 'told', when: { is: [{ path: 'frames' }, { value: 1 }] }, values: { what: { value: 'no' } } },
      {
        name: 'yes',
        kind: 'told',
        place: 'hive.yard',
        values: {
          names: { marks: [{ context: 'hive.name' }, { field: 'name' }, { field: 'breed' }, { field: 'frames' }] },
        },
      },
      { name: 'more', kind: 'hive', values: { frames: { sum: [{ field: 'frames' }, { value: 2 }] } } },
      { name: 'unknown', kind: 'hive', values: { frames: { sum: [{ field: 'breed' }, { value: 2 }] } } },
    ],
  };
  const writes = write({ hive: 'h1', name: 'Mai', frames: 3 }, form);
  expect(writes.map(({ name, fields }) => [name, fields])).toEqual([
    ['yes', { names: ['Mai', '3'] }],
    ['more', { frames: 5 }],
    ['unknown', {}],
  ]);
});

test('a page that asks nothing is passed over', () => {
  expect([askedPages(editForm, { frames: 9 }), askedPages(editForm, { frames: 8 })]).toEqual([[0, 1], [0]]);
});

test('one event told of many is told of each once; of nobody it is a blank', () => {
  const each = (given: Fields) => answersOfEach(editForm, given).map(({ hive: id }) => id);
  expect(each({ hive: ['h1', 'h2', 'h1'], frames: 3 })).toEqual(['h1', 'h2']);
  expect([each({ hive: 'h1' }), each({ hive: [] })]).toEqual([['h1'], [null]]);
  expect(answersOfEach(swarmForm, { old: ['h1'] })).toEqual([{ old: ['h1'] }]);
});

test('“Không rõ” is an answer where one is required; saying nothing is none', () => {
  const [page] = editForm.pages;
  if (page === undefined) throw new Error('a form has a page');
  const asks = (mayBeUnknown?: true): FormDefinition => ({
    ...editForm,
    pages: [
      {
        ...page,
        questions: [{ field: askField(hive, 'breed', { isRequired: true }), ...(mayBeUnknown && { mayBeUnknown }) }],
      },
    ],
  });
  expect(problems(asks(), { breed: null })).toEqual([{ field: 'breed', why: 'missing' }]);
  expect(problems(asks(true), { breed: null })).toEqual([]);
  expect(problems(asks(true), {})).toEqual([{ field: 'breed', why: 'missing' }]);
});

test('a write is made for each entry that the scope tells of, at its own place', () => {
  const along: FormDefinition = {
    ...editForm,
    writes: [
      { name: 'young', kind: 'hive', values: { name: { field: 'name' } } },
      {
        name: 'along',
        kind: 'carry',
        each: { path: 'hive.ways', as: 'way' },
        place: 'way.yard.place',
        values: { date: { context: 'way.date' }, hive: { made: 'young' }, yard: { context: 'way.yard' } },
      },
    ],
  };
  const ways = { '0': { date: '2026-03-01', yard: { id: 'y1', place: 'hill' } }, '1': { date: '2026-04-01' } };
  const scope = { name: 'Mai', hive: { id: 'h1', ways } };
  const carry = { kind: 'carry', nature: 'fact', links: { hive: 'young' } };
  expect(writesOf(along, { name: 'Mai' }, { records, scope, asked: [] }).slice(1)).toEqual([
    { ...carry, name: 'along.0', fields: { date: '2026-03-01', yard: 'y1' }, place: 'hill' },
    { ...carry, name: 'along.1', fields: { date: '2026-04-01' } },
  ]);
});

test('a standing fact is taken back and told again where something differs, and left alone where nothing does', () => {
  const again: FormDefinition = {
    ...editForm,
    writes: [
      {
        name: 'swarm',
        kind: 'swarm',
        again: { names: 'young', record: { field: 'hive' }, replaces: 'note' },
        values: { date: { field: 'date' } },
      },
    ],
    pages: [
      {
        key: 'hive',
        title: { vi: 'Đàn' },
        questions: [{ field: askField(told, 'hive'), choices: 'hives' }, { field: askField(told, 'date') }],
      },
    ],
  };
  const fact = { kind: 'swarm', id: 's1', place: 'hill', fields: { date: '2026-05-01', young: 'h1', yard: 'y1' } };
  const others = [
    { ...fact, id: 's2', fields: { date: '2026-01-01', young: 'h2', old: 'h1' } },
    { ...fact, kind: 'carry', id: 'c1', fields: { date: '2026-06-01', hive: 'h1' } },
  ];
  const tell = (date: string) =>
    writesOf(
      again,
      { hive: 'h1', date },
      { records, scope: { hive: { id: 'h1' }, date }, asked: [], factsNaming: () => [fact, ...others] },
    );
  expect(tell('2026-05-01')).toEqual([]);
  const common = { kind: 'swarm', nature: 'fact', links: {}, place: 'hill' };
  expect(tell('2026-05-03')).toEqual([
    { ...common, name: 'swarm.0.before', fields: {}, takesBack: 's1' },
    { ...common, name: 'swarm.0', fields: { date: '2026-05-03', young: 'h1', yard: 'y1', note: 's1' } },
  ]);
});
