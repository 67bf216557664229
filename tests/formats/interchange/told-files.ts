import { catalogue } from '../../../src/catalogue/index.ts';
import { lifeOf } from '../../../src/domain/book/life.ts';
import { dayState } from '../../../src/domain/book/timeline.ts';
import { evaluate, indicatorOf } from '../../../src/domain/figure/indicator.ts';
import { recordIdOf } from '../../../src/formats/interchange/record-id.ts';
import { isAlive, shown } from '../../../src/sync/records/merge.ts';
import { book, bookAfter, bookOf, emptyKnown, knownOf, planOf, recordsIn, units } from './invented-book.ts';

/* Small files as an office writes them, and what stands in the book after them. */

type States = ReturnType<typeof bookAfter>;
type Files = Parameters<typeof planOf>[0];

/** Rows of a small CSV text. */
export function rows(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','));
}

export const twoHouses = rows(`household_key,village_code,household_no,kind
  H1,001,1,family
  H2,002,2,family
  H3,001,3,family`);

const personHead =
  'person_key,household_key,full_name,relation,sex,birth_date,marital,residence,status,mother_key,spouse_key';

/** persons.csv: the head, then these lines. */
export function people(lines: string): Files[string] {
  return rows(`${personHead}\n${lines.trim()}`);
}

/** The book after files were taken one after the other, doubts too; with what was said of each. */
export function takenOneByOne(...files: readonly Files[]) {
  let states: States = new Map();
  const said = files.map((one) => {
    const plan = planOf(one, states.size === 0 ? emptyKnown : knownOf(states));
    states = bookAfter(plan.drafts, states);
    const refused = plan.remarks.filter(({ strength }) => strength === 'refuse');
    if (refused.length > 0) throw new Error(refused.map(({ words }) => words.vi).join('; '));
    const doubts = plan.remarks.filter(({ why }) => why !== 'no_head' && why !== 'heads');
    return { doubts: doubts.map(({ table, row, column, why }) => `${table} ${row} ${column} ${why}`), plan };
  });
  return { states, said, last: said.at(-1)?.doubts ?? [] };
}

const everywhere = new Set(units.map(({ id }) => id));

/** A number of the whole commune from a day to a day. */
export function counted(states: States, key: string, first: string, last: string): number | null {
  return evaluate(indicatorOf(catalogue.indicators, key), bookOf(states), { first, last }, everywhere).value;
}

/** How somebody stands at the close of a day, by the keys of the file. */
export function lookInto(states: States, homes: readonly string[] = ['H1', 'H2', 'H3']) {
  const source = recordsIn(states);
  const keys = new Map(homes.map((home) => [recordIdOf(book, 'households', home), home]));
  return (key: string, day: string) => {
    const record = source.get(recordIdOf(book, 'persons', key));
    const { household, residence, marital, status } = record === undefined ? {} : dayState(lifeOf(source, record), day);
    return { home: keys.get(String(household)), residence, marital, status };
  };
}

export function standing(states: States, key: string, day: string) {
  return lookInto(states)(key, day);
}

/** Living facts of a kind, by these fields. */
export function facts(states: States, kind: string, ...fields: readonly string[]) {
  return [...states.values()]
    .filter((state) => state.kind === kind && isAlive(state))
    .map((state) => fields.map((field) => shown(state, field)));
}
