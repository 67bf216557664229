import { expect, test } from 'vitest';
import { answersOfEach, askedPages } from '../../src/domain/form/answers.ts';
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
