import type { Condition } from '../../../domain/condition.ts';
import type { Effect } from '../../../domain/effect.ts';
import type { RecordDefinition } from '../../../domain/record.ts';
import { always, asked, dateField, note, personField } from '../fact-fields.ts';

/** Whom a record may be given as spouse: nobody was known, or who was named wrongly; who is single or parted has none. */
function isFree(former: string): Condition {
  return {
    all: [
      { not: { oneOf: [{ path: 'it.marital' }, ['single', 'divorced']] } },
      { any: [{ unknown: { path: 'it.spouse' } }, { is: [{ path: 'it.spouse' }, { path: `fact.${former}` }] }] },
    ],
  };
}

/** Who holds the one that the fact names there holds nobody. */
function lets(target: string, other: string): Effect {
  return { target, when: { is: [{ path: 'it.spouse' }, { path: `fact.${other}` }] }, set: { spouse: { value: null } } };
}

/** Each has the other, and who was named wrongly has neither. */
const links: readonly Effect[] = [
  only({ unknown: { path: 'fact.spouse' } }, lets('person', 'former')),
  { target: 'person', when: isFree('former'), set: { spouse: { field: 'spouse' } } },
  { target: 'spouse', when: isFree('spouseFormer'), set: { spouse: { field: 'person' } } },
  lets('former', 'person'),
  lets('spouseFormer', 'spouse'),
];

const isFromStart: Condition = { is: [{ path: 'fact.fromStart' }, { value: true }] };

function only(when: Condition, effect: Effect): Effect {
  return { ...effect, when: { all: [when, ...(effect.when === undefined ? [] : [effect.when])] } };
}

/**
 * Two of the book are a couple, and the book did not say so, or said somebody else: no wedding, and counted in no row.
 * Without a spouse it takes a wrong one away. It holds from its day, or where they were married before the book began
 * (`fromStart`) from the start.
 */
export const couple: RecordDefinition = {
  kind: 'couple',
  nature: 'fact',
  label: { vi: 'Ghi vợ chồng', en: 'Couple noted' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I và Mục II (vợ chồng); không phải biến động',
  dateField: 'date',
  phase: 'change',
  isPaperwork: always,
  fields: [
    dateField({ vi: 'Ngày', en: 'Date' }),
    personField({ vi: 'Người này', en: 'This person' }),
    { key: 'spouse', label: { vi: 'Vợ / chồng', en: 'Spouse' }, type: { is: 'reference', to: 'person' } },
    {
      key: 'former',
      label: { vi: 'Trước đây ghi là', en: 'Was written as' },
      type: { is: 'reference', to: 'person' },
    },
    {
      key: 'spouseFormer',
      label: { vi: 'Bên kia trước đây ghi là', en: 'The other was written with' },
      type: { is: 'reference', to: 'person' },
    },
    {
      key: 'fromStart',
      label: { vi: 'Là vợ chồng từ trước khi lập sổ', en: 'Married before the book began' },
      type: { is: 'boolean' },
    },
    note,
    asked,
  ],
  effects: [
    ...links.map((effect): Effect => ({ ...only(isFromStart, effect), opens: true })),
    ...links.map((effect) => only({ not: isFromStart }, effect)),
  ],
};
