import type { BookRecord } from '../../../domain/book/book.ts';
import { closingState } from '../../../domain/book/timeline.ts';
import { foldText } from '../../../domain/search-key.ts';
import type { Fields, Value } from '../../../domain/value.ts';
import type { Remarks } from '../file/remark.ts';
import type { Known } from '../known.ts';
import type { PersonEntry } from '../read/persons.ts';

/** Somebody who may be there already: twice in the file, or in the book under another key. */
export function askLikeness(people: readonly PersonEntry[], known: Known, remarks: Remarks): void {
  const told = people.filter(({ row }) => row > 0);
  askDoubles(told, remarks);
  const strangers = told.filter(({ id }) => known.record(id) === undefined);
  if (strangers.length > 0) askBook(strangers, known, remarks);
}

function askDoubles(people: readonly PersonEntry[], remarks: Remarks): void {
  const seen = new Map<string, number>();
  for (const { row, fields } of people) {
    const name = nameOf(fields);
    const { birthDate } = fields;
    if (name === '' || typeof birthDate !== 'string' || birthDate.length < 10) continue;
    const likeness = `${name} ${birthDate}`;
    const other = seen.get(likeness);
    if (other === undefined) seen.set(likeness, row);
    else remarks.ask('persons', row, 'full_name', 'same_person', String(other));
  }
}

const cards = { nationalId: 'national_id', insuranceNo: 'insurance_no' } as const;

/** By a card number, or by name, sex and birth date as far as both know it. */
function askBook(people: readonly PersonEntry[], known: Known, remarks: Remarks): void {
  const { named, carded } = whoIsWho(known);
  const ask = (row: number, column: string, why: 'card_in_book' | 'person_in_book', other: BookRecord | undefined) => {
    if (other !== undefined) remarks.ask('persons', row, column, why, sheetNumber(other, known));
  };
  for (const { row, fields } of people) {
    for (const [card, column] of Object.entries(cards))
      ask(row, column, 'card_in_book', carded.get(`${card} ${fields[card]}`));
    const like = named.get(nameOf(fields))?.find((other) => isSameBirth(fields.birthDate, other.fields.birthDate));
    ask(row, 'full_name', 'person_in_book', like);
  }
}

/** Everybody of the book by name and sex, and by each card. */
function whoIsWho(known: Known) {
  const named = new Map<string, BookRecord[]>();
  const carded = new Map<string, BookRecord>();
  for (const record of known.all('person')) {
    const name = nameOf(record.fields);
    if (name !== '') named.set(name, [...(named.get(name) ?? []), record]);
    for (const card of Object.keys(cards)) {
      const number = record.fields[card];
      if (typeof number === 'string') carded.set(`${card} ${number}`, record);
    }
  }
  return { named, carded };
}

function nameOf({ fullName, sex }: Fields): string {
  return typeof fullName === 'string' ? `${foldText(fullName)} ${sex ?? ''}` : '';
}

function isSameBirth(one: Value | undefined, other: Value | undefined): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  return one.startsWith(other) || other.startsWith(one);
}

/** Number of the sheet where somebody stands today: a name would be too much for a log. */
function sheetNumber({ id }: BookRecord, known: Known): string {
  const life = known.life(id);
  const household = life && closingState(life).household;
  const number = typeof household === 'string' ? known.record(household)?.fields.number : undefined;
  return typeof number === 'number' ? String(number) : '?';
}
