import { ageBands } from '../rules/age/age-bands.ts';
import { own, printed, type Row, type Rows } from './row.ts';

/** 1–3: the state at the end of the period. */
export const householdRows: Rows = [
  printed('1', 'hh_total'),
  printed('1a', 'hh_family', 1),
  printed('2', 'pop_end'),
  printed('3', 'mwra_end'),
];

export const ownHouseholdRows: Rows = [
  own('w15_49_end'),
  own('hh_size'),
  own('pop_start'),
  own('pop_avg'),
  own('pop_change'),
  own('growth'),
  own('pop_m_end'),
  own('pop_f_end'),
  own('sex_ratio'),
  own('pop_u15_end'),
  own('pop15_59_end'),
  own('pop15_64_end'),
  own('pop65_end'),
  own('pop80_end'),
  own('share60'),
  own('share65'),
  own('ageing_index'),
  own('ageing_index_65'),
  own('child_dep'),
  own('old_dep'),
  own('old_dep_60'),
  own('pop_dependent_end'),
  own('total_dep'),
];

const columns = [
  ['male', 'm', { vi: 'Nam', en: 'Men' }],
  ['female', 'f', { vi: 'Nữ', en: 'Women' }],
] as const;

/** 2.1m, 2.1f …: age × sex of the yearly form, and who belongs in none of its cells. */
export const ageRows: Rows = [
  ...ageBands.flatMap(({ key, words }, index) =>
    columns.map(
      ([sex, letter, column]): Row => ({
        ...printed(`2.${index + 1}${letter}`, `pop_by_age_sex[${sex},${key}]`, 1),
        cell: { table: 'age', line: { vi: `${words} tuổi`, en: words }, column },
      }),
    ),
  ),
  printed('2.0', 'pop_by_age_sex[unknown]', 1),
];
