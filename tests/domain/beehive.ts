import { type Book, type BookRecord, namedBy } from '../../src/domain/book/book.ts';
import { lifeOf } from '../../src/domain/book/life.ts';
import { indexNames } from '../../src/domain/book/naming-back.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { FormDefinition } from '../../src/domain/form/form.ts';
import { askField, type RecordDefinition } from '../../src/domain/record.ts';
import type { Fields } from '../../src/domain/value.ts';

/*
 * A beekeeper's book: yards hold hives, a swarm makes a hive, hives are carried to other yards and die. Invented, so
 * that real forms never move the tests of the engine.
 */

const law = 'The beekeeper says so';
const breed = {
  name: 'breed',
  law,
  codes: [
    { key: 'dark', label: { vi: 'Ong đen' } },
    { key: 'gold', label: { vi: 'Ong vàng' } },
  ],
};

const yard: RecordDefinition = {
  kind: 'yard',
  nature: 'state',
  label: { vi: 'Vườn ong', en: 'Yard' },
  law,
  fields: [{ key: 'name', label: { vi: 'Tên' }, type: { is: 'text', maxLength: 20 }, isRequired: true }],
};

export const hive: RecordDefinition = {
  kind: 'hive',
  nature: 'state',
  label: { vi: 'Đàn ong', en: 'Hive' },
  law,
  placeThrough: 'yard',
  fields: [
    { key: 'name', label: { vi: 'Tên đàn' }, type: { is: 'name' }, isRequired: true },
    { key: 'breed', label: { vi: 'Giống' }, type: { is: 'code', list: breed } },
    { key: 'since', label: { vi: 'Từ' }, type: { is: 'date', partial: true } },
    { key: 'frames', label: { vi: 'Số cầu' }, type: { is: 'integer', min: 1, max: 20 } },
    { key: 'yard', label: { vi: 'Vườn' }, type: { is: 'reference', to: 'yard' }, isDated: true },
    { key: 'life', label: { vi: 'Sống' }, type: { is: 'text', maxLength: 10 }, isDated: true },
  ],
};

export const swarm: RecordDefinition = {
  kind: 'swarm',
  nature: 'fact',
  label: { vi: 'Chia đàn', en: 'Swarm' },
  law,
  dateField: 'date',
  phase: 'first',
  fields: [
    { key: 'date', label: { vi: 'Ngày' }, type: { is: 'date' }, isRequired: true },
    { key: 'young', label: { vi: 'Đàn mới' }, type: { is: 'reference', to: 'hive' }, isRequired: true },
    { key: 'old', label: { vi: 'Đàn cũ' }, type: { is: 'reference', to: 'hive' } },
    { key: 'yard', label: { vi: 'Vườn' }, type: { is: 'reference', to: 'yard' } },
    { key: 'seen', label: { vi: 'Đã hỏi' }, type: { is: 'marks' } },
  ],
  effects: [{ target: 'young', set: { yard: { field: 'yard' }, life: { value: 'strong' } } }],
};

const carry: RecordDefinition = {
  kind: 'carry',
  nature: 'fact',
  label: { vi: 'Chuyển vườn', en: 'Carry' },
  law,
  dateField: 'date',
  phase: 'change',
  fields: [
    { key: 'date', label: { vi: 'Ngày' }, type: { is: 'date' } },
    { key: 'hive', label: { vi: 'Đàn' }, type: { is: 'reference', to: 'hive' } },
    { key: 'yard', label: { vi: 'Vườn' }, type: { is: 'reference', to: 'yard' } },
  ],
  effects: [{ target: 'hive', set: { yard: { field: 'yard' } } }],
};

/** Two hives made one: both beekeepers may write it down. */
const join: RecordDefinition = {
  ...carry,
  kind: 'join',
  label: { vi: 'Nhập đàn', en: 'Join' },
  fields: [
    ...carry.fields.slice(0, 2),
    { key: 'other', label: { vi: 'Đàn kia' }, type: { is: 'reference', to: 'hive' } },
    { key: 'queens', label: { vi: 'Số chúa' }, type: { is: 'integer', min: 0, max: 2 } },
  ],
  effects: [],
};

const loss: RecordDefinition = {
  ...carry,
  kind: 'loss',
  phase: 'last',
  label: { vi: 'Mất đàn', en: 'Loss' },
  effects: [{ target: 'hive', set: { life: { value: 'gone' } } }],
};

export const swarmForm: FormDefinition = {
  key: 'swarm',
  title: { vi: 'Chia đàn' },
  help: { vi: 'Ghi đàn mới.' },
  formSet: 'bees',
  from: '2020-01-01',
  law,
  shown: 'events',
  checks: ['late', 'young_queen'],
  pages: [
    {
      key: 'all',
      title: { vi: 'Đàn' },
      questions: [
        { field: askField(swarm, 'old', { isRequired: true }), choices: 'hives' },
        { field: askField(hive, 'name', { isRequired: false }) },
        { field: askField(swarm, 'date') },
        { field: askField(hive, 'breed') },
        {
          field: askField(hive, 'frames', { isRequired: true }),
          when: { is: [{ path: 'breed' }, { value: 'gold' }] },
        },
      ],
    },
  ],
  writes: [
    {
      name: 'young',
      kind: 'hive',
      values: {
        name: {
          choose: [
            { when: { not: { unknown: { path: 'name' } } }, use: { field: 'name' } },
            { use: { value: 'Không tên' } },
          ],
        },
        since: { field: 'date' },
        breed: { field: 'breed' },
        frames: { field: 'frames' },
      },
    },
    {
      name: 'swarm',
      kind: 'swarm',
      values: {
        date: { field: 'date' },
        young: { made: 'young' },
        old: { field: 'old' },
        yard: { context: 'old.yard' },
        seen: { context: 'asked' },
      },
    },
  ],
};

const strong = { is: [{ path: 'it.life' }, { value: 'strong' }] } as const;
const plain = { label: { vi: 'Số' }, unit: { vi: 'đàn' }, decimals: 0, from: '2020-01-01', law } as const;

export const bees: Catalogue = {
  records: [yard, hive, swarm, carry, join, loss],
  forms: [swarmForm],
  checks: [],
  choices: [],
  filters: [],
  privateFilters: [],
  tasks: [],
  indicators: [
    { ...plain, key: 'hives', rule: { is: 'stock', kind: 'hive', where: strong } },
    { ...plain, key: 'hives_before', rule: { is: 'stock', kind: 'hive', at: 'start', where: strong } },
    {
      ...plain,
      key: 'hives_by_breed',
      rule: { is: 'stock', kind: 'hive', where: strong, by: [{ path: 'it.breed' }, { path: 'it.yard' }] },
    },
    {
      ...plain,
      key: 'hives_by_breed[gold,hill]',
      rule: { is: 'part', of: 'hives_by_breed', groups: ['gold,hill'] },
    },
    {
      ...plain,
      key: 'joined',
      rule: {
        is: 'flow',
        of: ['hive', 'other'].map((subject) => ({
          fact: 'join',
          subject,
          where: { is: [{ path: 'fact.queens' }, { value: 2 }] },
        })),
        isOnce: true,
      },
    },
    { ...plain, key: 'swarms_change', rule: { is: 'change', of: 'swarms' } },
    { ...plain, key: 'swarms_growth', rule: { is: 'change', of: 'swarms', isRelative: true } },
    { ...plain, key: 'swarms', rule: { is: 'flow', of: [{ fact: 'swarm', subject: 'young' }] } },
    {
      ...plain,
      key: 'gold_swarms',
      rule: {
        is: 'flow',
        of: [{ fact: 'swarm', subject: 'young', where: { is: [{ path: 'young.breed' }, { value: 'gold' }] } }],
      },
    },
    {
      ...plain,
      key: 'swarms_of_carried',
      rule: {
        is: 'flow',
        of: [{ fact: 'swarm', subject: 'young', where: { is: [{ path: 'old.yard' }, { value: 'hill' }] } }],
      },
    },
    {
      ...plain,
      key: 'gold_share',
      decimals: 1,
      rule: { is: 'ratio', numerator: 'gold_swarms', denominator: 'swarms', times: 100 },
    },
    {
      ...plain,
      key: 'gold_share_of_year',
      rule: { is: 'ratio', numerator: 'gold_swarms', denominator: 'swarms', times: 100, isSinceNewYear: true },
    },
    {
      ...plain,
      key: 'hives_mean',
      rule: {
        is: 'sum',
        of: [
          { indicator: 'hives', times: 0.5 },
          { indicator: 'hives_before', times: 0.5 },
        ],
      },
    },
  ],
  reports: [
    {
      code: 'BEES',
      formSet: 'bees',
      title: { vi: 'Báo cáo đàn ong' },
      period: 'month',
      above: ['hives'],
      rows: [
        { number: '1', indicator: 'swarms', indent: 0, isLegal: true },
        { number: '1a', indicator: 'gold_share', indent: 1, isLegal: false, label: { vi: 'Tỷ lệ ong vàng' } },
      ],
      rounding: 'half_up',
      from: '2020-01-01',
      to: '2026-06-30',
      law,
    },
  ],
};

/** A record of the beekeeper's book; the place of a yard is given, of others it does not matter. */
export function record(
  kind: string,
  id: string,
  fields: Fields,
  place = '',
  written: readonly [number, number] = [0, 0],
) {
  return { kind, id, place, fields, written };
}

/** A book over a plain list, in the order given. */
export function bookOf(records: readonly BookRecord[], catalogue: Catalogue = bees): Book {
  const byId = new Map(records.map((one) => [one.id, one]));
  const factsNaming = (id: string) => records.filter((one) => namedBy(catalogue, one).includes(id));
  const whoNames = indexNames(catalogue, records);
  return {
    catalogue,
    get: (id) => byId.get(id),
    all: (kind) => records.filter((one) => one.kind === kind),
    timeline: (one) => lifeOf({ catalogue, factsNaming, whoNames }, one),
    factsNaming,
  };
}
