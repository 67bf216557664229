import { ageGroup } from '../../../catalogue/codes/care/age-group.ts';
import { method } from '../../../catalogue/codes/care/method.ts';
import { screenResult } from '../../../catalogue/codes/care/screen-result.ts';
import { stopReason } from '../../../catalogue/codes/care/stop-reason.ts';
import { deliveryPlace } from '../../../catalogue/codes/delivery-place.ts';
import { reviewReason } from '../../../catalogue/codes/work/review-reason.ts';
import type { CodeList } from '../../../domain/field.ts';

/** How a column of events.csv is read into a field of the fact. */
export type ColumnRule =
  | { readonly is: 'text'; readonly longest: number }
  | { readonly is: 'code'; readonly list: CodeList }
  /**
   * A list that the programme's books print no keys for: keys and words as offices write them are taken; `other` is
   * written where neither fits.
   */
  | {
      readonly is: 'words';
      readonly list: CodeList;
      readonly words: { readonly [folded: string]: string };
      readonly other?: string;
    }
  | { readonly is: 'integer'; readonly least: number; readonly most: number }
  | { readonly is: 'yesNo' }
  | { readonly is: 'person' };

export interface EventKind {
  /** Field of the fact that holds whom the event is about. */
  readonly subject: 'person' | 'child';
  /** What it does to being in the register: somebody comes, or goes; else who is here stays. */
  readonly flow?: 'comes' | 'goes';
  /** May be told without a name. */
  readonly mayBeNameless?: true;
  readonly columns: { readonly [column: string]: { readonly field: string; readonly rule: ColumnRule } };
}

const text = (longest: number): ColumnRule => ({ is: 'text', longest });
const yesNo: ColumnRule = { is: 'yesNo' };
const personRule: ColumnRule = { is: 'person' };

const resultWords = {
  negative: 'low_risk',
  'am tinh': 'low_risk',
  low: 'low_risk',
  positive: 'high_risk',
  'duong tinh': 'high_risk',
  high: 'high_risk',
};
const result: ColumnRule = { is: 'words', list: screenResult, words: resultWords, other: 'done' };
const reason: ColumnRule = { is: 'words', list: reviewReason, words: {}, other: 'other' };
const results = (...columns: readonly string[]) =>
  Object.fromEntries(columns.map((column) => [column, { field: column, rule: result }]));

/** Of whom nothing else is told. */
const ageGroups: EventKind['columns'] = { age_group: { field: 'ageGroup', rule: { is: 'code', list: ageGroup } } };

/** Every kind of event, with the columns that it uses. */
export const eventKinds: { readonly [kind: string]: EventKind } = {
  birth: {
    subject: 'child',
    flow: 'comes',
    columns: {
      mother_key: { field: 'mother', rule: personRule },
      birth_order: { field: 'order', rule: { is: 'integer', least: 1, most: 20 } },
      place: {
        field: 'deliveryPlace',
        rule: {
          is: 'words',
          list: deliveryPlace,
          words: { tyt: 'station', facility: 'station', hospital: 'station', nha: 'home', other: 'elsewhere' },
          other: 'elsewhere',
        },
      },
      multiple: { field: 'multiple', rule: yesNo },
    },
  },
  death: { subject: 'person', flow: 'goes', columns: {} },
  move_in: { subject: 'person', flow: 'comes', columns: { from: { field: 'from', rule: text(200) } } },
  move_out: { subject: 'person', flow: 'goes', columns: { to: { field: 'to', rule: text(200) } } },
  move_internal: { subject: 'person', columns: {} },
  marriage: {
    subject: 'person',
    columns: {
      spouse_key: { field: 'spouse', rule: personRule },
      premarital_check: { field: 'premaritalCheck', rule: yesNo },
      close_kin: { field: 'closeKin', rule: yesNo },
    },
  },
  divorce: { subject: 'person', columns: { spouse_key: { field: 'spouse', rule: personRule } } },
  adopt: { subject: 'person', columns: { from: { field: 'from', rule: text(200) } } },
  method_start: {
    subject: 'person',
    mayBeNameless: true,
    columns: { method: { field: 'method', rule: { is: 'code', list: method } }, ...ageGroups },
  },
  method_stop: {
    subject: 'person',
    columns: {
      method: { field: 'method', rule: { is: 'code', list: method } },
      reason: { field: 'reason', rule: { is: 'words', list: stopReason, words: {}, other: 'other_nonuse' } },
    },
  },
  pregnancy: {
    subject: 'person',
    mayBeNameless: true,
    columns: { number: { field: 'number', rule: { is: 'integer', least: 1, most: 20 } }, ...ageGroups },
  },
  miscarriage: { subject: 'person', mayBeNameless: true, columns: ageGroups },
  abortion: { subject: 'person', mayBeNameless: true, columns: ageGroups },
  prenatal_screen: {
    subject: 'person',
    columns: {
      week: { field: 'week', rule: { is: 'integer', least: 1, most: 45 } },
      ...results('edward', 'down', 'patau', 'thalassemia'),
    },
  },
  newborn_screen: { subject: 'person', columns: results('hypothyroid', 'g6pd', 'cah', 'hearing', 'heart') },
  elder_check: { subject: 'person', columns: {} },
  change_info: { subject: 'person', columns: {} },
  review_add: { subject: 'person', flow: 'comes', columns: { reason: { field: 'reason', rule: reason } } },
  review_remove: { subject: 'person', flow: 'goes', columns: { reason: { field: 'reason', rule: reason } } },
};

/** Kinds that say how many people there are, where they live, or whom they are married to: they mark the covered time. */
export function isAboutPeople(kind: string): boolean {
  return Object.hasOwn(eventKinds, kind) && !careKinds.has(kind);
}

const careKinds = new Set([
  'method_start',
  'method_stop',
  'pregnancy',
  'miscarriage',
  'abortion',
  'prenatal_screen',
  'newborn_screen',
  'elder_check',
]);
