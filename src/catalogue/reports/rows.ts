import type { ReportForm } from '../../domain/report.ts';
import { method } from '../codes/care/method.ts';

type Rows = ReportForm['rows'];

/* Rows by their numbers on 01-DSH, where they were seen or rebuilt; what is ours stands behind them, unprinted. */

const printed = (number: string, indicator: string, indent = 0): Rows[number] => ({
  number,
  indicator,
  indent,
  isLegal: true,
});
const own = (indicator: string, indent = 0): Rows[number] => ({ number: indicator, indicator, indent, isLegal: false });

/** One row for all methods, and one for each: `users_end`, `users_end[iud]` … */
function byMethod(number: string, key: string): Rows {
  return [
    printed(number, key),
    ...method.codes.map(({ key: one }, index) => printed(`${number}.${index + 1}`, `${key}[${one}]`, 1)),
  ];
}

const ownByMethod = (key: string): Rows => method.codes.map(({ key: one }) => own(`${key}[${one}]`, 1));

/** 1–3: the state at the end of the period. */
export const householdRows: Rows = [
  printed('1', 'hh_total'),
  printed('1a', 'hh_family', 1),
  printed('2', 'pop_end'),
  printed('3', 'mwra_end'),
];

/** 4–10 and the check of the book: what happened in the period. */
export const flowRows: Rows = [
  printed('4', 'births'),
  printed('4a', 'births_m', 1),
  printed('4b', 'births_f', 1),
  printed('4c', 'births_2', 1),
  printed('4d', 'births_3plus', 1),
  printed('4e', 'births_u20', 1),
  printed('5', 'deaths'),
  printed('6', 'married_persons'),
  printed('6a', 'tao_hon', 1),
  printed('6b', 'can_huyet', 1),
  printed('7', 'premarital_couples'),
  printed('8', 'divorced_persons'),
  printed('9', 'move_in'),
  printed('10', 'move_out'),
  printed('R1', 'review_add'),
  printed('R2', 'review_remove'),
];

/** 11–16: use of methods, screening, elders. */
export const careRows: Rows = [
  ...byMethod('11', 'users_end'),
  ...byMethod('12', 'new_users'),
  ...byMethod('13', 'stop_users'),
  printed('14', 'pregnant'),
  printed('14a', 'slts', 1),
  printed('15', 'slss'),
  printed('16', 'pop60_end'),
  printed('16a', 'elder_checked', 1),
];

/** What the law's form has no row for. */
export const ownRows: Rows = [
  own('pop_start'),
  own('pop_avg'),
  own('natural_increase'),
  own('internal_in'),
  own('internal_out'),
  own('w15_49_end'),
  own('marriages'),
  own('users_modern_end'),
  ...ownByMethod('users_other'),
  ...ownByMethod('new_users_temporary'),
  ...ownByMethod('nameless'),
  own('nameless_pregnancy'),
  own('nameless_miscarriage'),
  own('nameless_abortion'),
  own('slts_full'),
  own('slss_full'),
  own('CBR'),
  own('CDR'),
  own('NIR'),
  own('SRB'),
  own('share3'),
  own('CPR'),
  own('mCPR'),
  own('mCPR_all_women'),
  own('premarital_rate'),
  own('elder_check_rate'),
  own('SLTS_rate'),
  own('SLSS_rate'),
];
