import { catalogue } from '../../../../src/catalogue/index.ts';
import { freezeDrafts } from '../../../../src/register/figures/closing/freeze.ts';
import { reportedBy } from '../../../../src/register/figures/closing/reported.ts';
import { createRegister } from '../../../../src/register/register.ts';
import type { UnitRow } from '../../../../src/sync/activation.ts';
import { type OpDraft, writeTransaction } from '../../../../src/sync/phone/transaction.ts';
import { utf8 } from '../../../../src/sync/wire/bytes.ts';
import { writeLine } from '../../../../src/sync/wire/line.ts';
import { birthDay } from '../../console/one-birth.ts';

const today = `${birthDay.slice(0, 7)}-02`;
const [commune, village] = ['@commune', '@village'];

const october = `${Number(today.slice(0, 4)) - 1}-10`;

/** Of last October, which is over: figures as they stand in a book in which one box of goods came. */
function frozenReport(code: string): readonly OpDraft[] {
  const reported = reportedBy(catalogue, { form: code, period: october, place: commune });
  if (reported === undefined) throw new Error('no form is in force');
  const units: readonly UnitRow[] = [
    { id: commune, level: 'commune', kind: 'commune', code: '1', name: 'Xã', parent: null },
    { id: village, level: 'village', kind: 'village', code: '2', name: 'Thôn', parent: commune },
  ];
  const register = createRegister({ catalogue, units, today: () => today });
  const came = {
    date: `${october}-05`,
    store: commune,
    type: 'receipt',
    product: 'BCS',
    channel: 'free',
    quantity: 100,
  };
  const head = (value: string | number) => ({ op: 'd9.1', value, stamp: [1, 0] as const, user: 'u9' });
  const fields = Object.fromEntries(Object.entries(came).map(([key, value]) => [key, [head(value)]]));
  const state = { kind: 'stock_movement', id: 'd9.1', place: head(commune), fields, life: [] };
  register.apply([{ state, standing: 'confirmed' }]);
  const doubts = { slips: 0, waiting: 0, drafts: 0, disagreements: 0, incomplete: 0, failed: 0, odd: 0, goods: 0 };
  return freezeDrafts(register, reported, { today, doubts, basis: { cursor: 0, ownSeq: 0 } });
}

/** A household, a birth, goods that came, goods that are asked for, two frozen reports: of everything that the hub reads into. */
const transactions: readonly (readonly OpDraft[])[] = [
  [
    { kind: 'household', place: village, put: { number: 7, kind: 'family', poor: 'none' } },
    {
      ...{ kind: 'person', place: village },
      put: {
        ...{ fullName: 'Nguyễn Thị Hòa', sex: 'female', birthDate: '1999-01-02', relation: 'head' },
        ...{ household: { made: 0 }, residence: 'usual_present', marital: 'married', status: 'active' },
      },
    },
    {
      ...{ kind: 'person', place: village },
      put: { fullName: 'Trần Gia Bảo', sex: 'male', birthDate: birthDay, relation: 'child', mother: { made: 1 } },
    },
    {
      ...{ kind: 'birth', place: village },
      add: {
        child: { made: 2 },
        ...{ date: birthDay, mother: { made: 1 }, household: { made: 0 }, order: 1, deliveryPlace: 'station' },
        ...{ multiple: false, residence: 'usual_present', asked: [] },
      },
    },
  ],
  [
    {
      ...{ kind: 'stock_movement', place: commune },
      add: {
        date: birthDay,
        store: commune,
        product: 'BCS',
        channel: 'free',
        type: 'opening',
        quantity: 40,
        lot: 'B1',
      },
    },
  ],
  [
    {
      ...{ kind: 'stock_order', place: commune },
      add: { date: birthDay, store: commune, product: 'BCS', channel: 'free', computed: 1_100, quantity: 1_100 },
    },
  ],
  frozenReport('01-DSX'),
  frozenReport('LMIS'),
];

export interface GoodMessage {
  readonly payload: Uint8Array;
  /** Numbers of the ops that order goods, freeze a form, freeze the report of stores. */
  readonly order: number;
  readonly frozen: number;
  readonly stores: number;
}

/** Header and op lines of a phone's first envelope, as `sealAs` fills them in. */
export function goodMessage(now: number): GoodMessage {
  const lines: string[] = [];
  const seqs = new Map<string, number[]>();
  for (const drafts of transactions) {
    const first = { nextSeq: lines.length + 1, clock: [0, 0] } as const;
    const { ops } = writeTransaction(drafts, { device: '@device', user: '@user' }, first, now);
    for (const { k, s } of ops) seqs.set(k, [...(seqs.get(k) ?? []), s]);
    lines.push(...ops.map(writeLine));
  }
  const day = new Date(now).toISOString().slice(0, 10);
  const ends = { f: 1, l: lines.length };
  const header = { v: 1, id: 'e1', d: '@device', e: 1, ...ends, h: '@chain', k: '@key', y: day };
  const payload = utf8([JSON.stringify(header), ...lines].join('\n'));
  const [[order = 0] = [], [frozen = 0, stores = 0] = []] = [seqs.get('stock_order'), seqs.get('report_frozen')];
  return { payload, order, frozen, stores };
}
