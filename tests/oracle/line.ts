import type { Fact, PaperBook } from './paper-book.ts';
import type { Fields } from './scribe.ts';

/* One person's line, and what each kind of fact writes onto it (domain.md 2.6). */

export interface Line {
  readonly id: string;
  readonly sex: string;
  readonly birth: string;
  /** Where the line itself stands: of whoever lives with no known household. */
  readonly place: string;
  home: string;
  residence: string;
  marital: string;
  spouse: string;
  status: string;
  method: string;
}

export type Lines = ReadonlyMap<string, Line>;

export const text = (value: Fields[string] | undefined): string => (typeof value === 'string' ? value : '');

export function openLine(id: string, { village, fields }: { readonly village: string; readonly fields: Fields }): Line {
  return {
    id,
    sex: text(fields.sex),
    birth: wholeDate(text(fields.birthDate)),
    place: village,
    home: text(fields.household),
    residence: text(fields.residence),
    marital: text(fields.marital),
    spouse: text(fields.spouse),
    status: text(fields.status),
    method: text(fields.method),
  };
}

/** Known to the month → its first day, to the year → 1 January. */
function wholeDate(birth: string): string {
  if (birth.length === 4) return `${birth}-01-01`;
  return birth.length === 7 ? `${birth}-01` : birth;
}

export function isResident(line: Line): boolean {
  return line.status === 'active' && (line.residence === 'usual_present' || line.residence === 'usual_absent');
}

export function isWife(line: Line, day: string): boolean {
  const age = ageOf(line, day);
  return line.sex === 'female' && line.marital === 'married' && age >= 15 && age < 50;
}

export function villageOf(line: Line, { homes }: PaperBook): string {
  return homes.get(line.home)?.village ?? line.place;
}

/** Completed years; of an unknown birth NaN, so that no comparison holds. Born on 29 February: older on 1 March. */
export function ageOf(line: Line, day: string): number {
  if (line.birth === '' || day < line.birth) return Number.NaN;
  const [year, month, date] = numbers(line.birth);
  const [thisYear, thisMonth, thisDate] = numbers(day);
  const isPast = thisMonth > month || (thisMonth === month && thisDate >= date);
  return thisYear - year - (isPast ? 0 : 1);
}

function numbers(day: string): readonly [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** Whom a fact is about. */
export function subjectOf({ kind, fields }: Fact): string {
  return text(fields[kind === 'birth' ? 'child' : 'person']);
}

export function write(fact: Fact, who: Line, lines: Lines): void {
  const { kind, fields } = fact;
  const other = lines.get(text(fields.spouse));
  if (kind === 'marriage') marry(who, other);
  else if (kind === 'divorce') part(who, other);
  else if (kind === 'death') bury(who, lines);
  else if (kind === 'method_start') who.method = text(fields.method);
  else if (kind === 'method_stop') who.method = who.method === text(fields.method) ? '' : who.method;
  else writeMove(fact, who);
}

/** Tells that somebody is here from now on. */
export function isComing({ kind }: Pick<Fact, 'kind'>): boolean {
  return kind === 'birth' || kind === 'move_in' || kind === 'review_add';
}

function writeMove(fact: Fact, who: Line): void {
  const { kind, fields } = fact;
  const comes = isComing(fact);
  const say = (field: 'home' | 'residence' | 'marital', from: string) => {
    if (text(fields[from]) !== '') who[field] = text(fields[from]);
  };
  const isAdopted = kind === 'adopt' && who.status !== 'active';
  const comesToStay = kind === 'adopt' && who.status === 'active' && who.residence === 'temporary';
  if (comes || kind === 'adopt') say('home', 'household');
  if (comes || isAdopted) {
    say('residence', 'residence');
    who.status = 'active';
  }
  if (comesToStay) say('residence', 'residence');
  if (kind === 'birth' || isAdopted) who.marital = 'single';
  else if (comes) say('marital', 'marital');
  if (kind === 'move_out' || kind === 'review_remove') who.status = 'left';
  if (kind === 'move_internal') say('home', 'toHousehold');
  if (kind === 'change_info' && text(fields.field) === 'residence') say('residence', 'new');
}

function bury(who: Line, lines: Lines): void {
  who.status = 'dead';
  for (const other of lines.values()) {
    if (other.spouse === who.id && other.marital === 'married') other.marital = 'widowed';
  }
}

function marry(one: Line, other: Line | undefined): void {
  one.marital = 'married';
  if (other === undefined) return;
  other.marital = 'married';
  one.spouse = other.id;
  other.spouse = one.id;
}

function part(one: Line, other: Line | undefined): void {
  for (const each of other === undefined ? [one] : [one, other]) {
    each.marital = 'divorced';
    each.spouse = '';
  }
}
