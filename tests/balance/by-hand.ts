import type { BookRecord } from '../../src/domain/book/book.ts';
import type { Value } from '../../src/domain/value.ts';

/*
 * The state of a commune worked out by hand, day by day, from what each kind of fact means (indicators.md): a second
 * road to what the engine replays. Knows nothing of effects, timelines or conditions.
 */

type Line = { [field: string]: Value };
type Lines = ReadonlyMap<string, Line>;

const comesFirst = ['birth', 'move_in', 'review_add'];
const goesLast = ['move_out', 'death', 'review_remove'];
const dated = ['household', 'residence', 'marital', 'spouse', 'status', 'method'];

function turnOf(kind: string): number {
  if (comesFirst.includes(kind)) return 0;
  return goesLast.includes(kind) ? 2 : 1;
}

/** Within a day: comings, changes in the order written, goings. */
function inDayOrder(a: BookRecord, b: BookRecord): number {
  const written = a.written[0] - b.written[0] || a.written[1] - b.written[1];
  return turnOf(a.kind) - turnOf(b.kind) || written || (a.id < b.id ? -1 : 1);
}

export interface Year {
  /** Every person's line when that day closes. */
  close(day: string): Lines;
}

/**
 * Lives through these days; `days` are civil dates in order, the last of them today.
 * @param kept days whose close is wanted, all of them unless said
 */
export function liveThrough(records: readonly BookRecord[], days: readonly string[], kept = new Set(days)): Year {
  const closes = new Map<string, Lines>();
  const openings = openingsOf(records);
  const lines = openingLines(records, openings, days[0] ?? '');
  const byDay = byDate(records);
  for (const day of days) {
    open(byDay.get(day) ?? [], openings, lines, day);
    for (const fact of factsOf(byDay, day)) apply(fact, lines);
    if (kept.has(day)) closes.set(day, copy(lines));
  }
  return { close: (day) => closes.get(day) ?? new Map() };
}

/** Facts by their day, people by the day of their birth. */
function byDate(records: readonly BookRecord[]): ReadonlyMap<string, readonly BookRecord[]> {
  return Map.groupBy(records, (one) => (one.kind === 'person' ? bornOn(one) : String(one.fields.date)));
}

function factsOf(byDay: ReadonlyMap<string, readonly BookRecord[]>, day: string): readonly BookRecord[] {
  return (byDay.get(day) ?? []).filter(({ kind }) => kind !== 'person').sort(inDayOrder);
}

/** The same from the other end: today's lines, each fact undone, the newest first. */
export function lookBack(records: readonly BookRecord[], days: readonly string[]): Year {
  const openings = openingsOf(records);
  const lines = openingLines(records, openings, days[0] ?? '');
  const byDay = byDate(records);
  const before: { readonly day: string; readonly lines: Lines }[] = [];
  for (const day of days) {
    before.push({ day, lines: copy(lines) });
    open(byDay.get(day) ?? [], openings, lines, day);
    for (const fact of factsOf(byDay, day)) {
      before.push({ day, lines: copy(lines) });
      apply(fact, lines);
    }
  }
  const today = copy(lines);
  return {
    close(wanted) {
      let seen: Lines = today;
      for (const step of before.toReversed()) if (step.day > wanted) seen = step.lines;
      return seen;
    },
  };
}

function copy(lines: Lines): Lines {
  return new Map([...lines].map(([id, line]) => [id, { ...line }]));
}

function bornOn({ fields }: BookRecord): string {
  const text = typeof fields.birthDate === 'string' ? fields.birthDate : '';
  return text === '' ? '' : `${text}-01-01`.slice(0, 10);
}

function openingLines(records: readonly BookRecord[], openings: Lines, first: string): Map<string, Line> {
  const people = records.filter(({ kind }) => kind === 'person');
  return new Map(people.map((one) => [one.id, bornOn(one) < first ? { ...openings.get(one.id) } : {}]));
}

/** What everybody begins with: what their line says, who says to be married to them, and what was mended in it since. */
function openingsOf(records: readonly BookRecord[]): Lines {
  const people = records.filter(({ kind }) => kind === 'person');
  const openings = new Map(people.map((one) => [one.id, { ...openingOf(one), ...namedBack(one, people) }]));
  const noted = records.filter(({ kind, fields }) => kind === 'couple' && fields.fromStart === true);
  for (const fact of noted.toSorted((a, b) => compareDates(a, b) || inDayOrder(a, b))) pair(fact, openings);
  return openings;
}

function compareDates({ fields: { date: a } }: BookRecord, { fields: { date: b } }: BookRecord): number {
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}

function openingOf({ fields }: BookRecord): Line {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => dated.includes(field)));
}

function mayBeMarried(line: { readonly marital?: Value }): boolean {
  return line.marital !== 'single' && line.marital !== 'divorced';
}

function namedBack({ id, fields }: BookRecord, people: readonly BookRecord[]): Line {
  if (typeof fields.spouse === 'string' || !mayBeMarried(fields)) return {};
  const naming = people.filter((one) => one.id !== id && one.fields.spouse === id && mayBeMarried(one.fields));
  return naming.length === 1 ? { spouse: naming[0]?.id ?? null } : {};
}

/** Nobody lives before the day of birth. */
function open(records: readonly BookRecord[], openings: Lines, lines: Map<string, Line>, day: string): void {
  for (const one of records) {
    if (one.kind !== 'person' || bornOn(one) !== day) continue;
    lines.set(one.id, { ...openings.get(one.id), ...lines.get(one.id) });
  }
}

/** What a fact says, where it says something: an unknown value changes nothing. */
function said(fact: BookRecord, fields: { readonly [field: string]: string }): Line {
  const line: Line = {};
  for (const [field, from] of Object.entries(fields)) {
    const value = fact.fields[from];
    if (value !== undefined && value !== null) line[field] = value;
  }
  return line;
}

type Deed = (fact: BookRecord, lines: Lines, person: Line) => void;

const arrive: Deed = (fact, _, person) => {
  const arrival = { household: 'household', residence: 'residence', marital: 'marital' };
  Object.assign(person, said(fact, arrival), { status: 'active' });
};
const leave: Deed = (_, __, person) => {
  person.status = 'left';
};

const deeds: { readonly [kind: string]: Deed } = {
  birth: (fact, lines) => {
    const child = said(fact, { household: 'household', residence: 'residence' });
    Object.assign(lineOf(fact, lines, 'child'), child, { marital: 'single', status: 'active' });
  },
  move_in: arrive,
  review_add: arrive,
  move_out: leave,
  review_remove: (fact, lines, person) => {
    if (fact.fields.reason === 'died') bury(fact, lines, person, {});
    else leave(fact, lines, person);
  },
  move_internal: (fact, _, person) => Object.assign(person, said(fact, { household: 'toHousehold' })),
  death: (fact, lines, person) => bury(fact, lines, person, lineOf(fact, lines, 'spouse')),
  adopt: (fact, _, person) => adopt(fact, person),
  marriage: (fact, lines, person) => wed(fact, person, lineOf(fact, lines, 'spouse')),
  couple: (fact, lines) => {
    if (fact.fields.fromStart !== true) pair(fact, lines);
  },
  divorce: (fact, lines, person) => divorce(fact, lines, person, lineOf(fact, lines, 'spouse')),
  change_info: (fact, _, person) => changeInfo(fact, person),
  method_start: ({ fields }, _, person) => {
    person.method = fields.method ?? null;
  },
  method_stop: ({ fields }, _, person) => {
    if (person.method === fields.method) person.method = null;
  },
};

/** The line of whom a fact names in that field; of nobody, one that nobody reads. */
function lineOf({ fields }: BookRecord, lines: Lines, field: string): Line {
  return lines.get(String(fields[field])) ?? {};
}

function apply(fact: BookRecord, lines: Lines): void {
  deeds[fact.kind]?.(fact, lines, lineOf(fact, lines, 'person'));
}

/** Everybody whose husband or wife that is, and who is still married. */
function partnersOf(id: Value | undefined, lines: Lines): readonly Line[] {
  return [...lines].flatMap(([other, line]) =>
    other !== id && line.spouse === id && line.marital === 'married' ? [line] : [],
  );
}

/** Whoever held the dead person as spouse is widowed, and whom the fact names, unless that one holds somebody else. */
function bury({ fields }: BookRecord, lines: Lines, person: Line, named: Line): void {
  const isHers = (named.spouse ?? fields.person) === fields.person;
  const partners = [...partnersOf(fields.person, lines), ...(named.marital === 'married' && isHers ? [named] : [])];
  person.status = 'dead';
  for (const partner of partners) partner.marital = 'widowed';
}

function adopt(fact: BookRecord, person: Line): void {
  Object.assign(person, said(fact, { household: 'household' }));
  const isHere = person.status === 'active';
  if (!isHere || person.residence === 'temporary') Object.assign(person, said(fact, { residence: 'residence' }));
  if (!isHere) Object.assign(person, { marital: 'single', status: 'active' });
}

function wed({ fields }: BookRecord, person: Line, spouse: Line): void {
  person.marital = 'married';
  person.spouse = fields.spouse ?? null;
  spouse.marital = 'married';
  spouse.spouse = fields.person ?? null;
}

/** The two are a couple; whom either was said to be married to before is that no more. */
function pair(fact: BookRecord, lines: Lines): void {
  const { fields } = fact;
  const line = (field: string) => lineOf(fact, lines, field);
  const isFree = (one: Line, former: Value | undefined) => {
    const now = one.spouse ?? null;
    return mayBeMarried(one) && (now === null || now === former);
  };
  const [one, other] = [line('person'), line('spouse')];
  const isNamed = typeof fields.spouse === 'string';
  if (!isNamed && typeof fields.former === 'string' && one.spouse === fields.former) one.spouse = null;
  if (isNamed && isFree(one, fields.former)) one.spouse = fields.spouse ?? null;
  if (isFree(other, fields.spouseFormer)) other.spouse = fields.person ?? null;
  const [former, otherFormer] = [line('former'), line('spouseFormer')];
  if (former.spouse === fields.person) former.spouse = null;
  if (isNamed && otherFormer.spouse === fields.spouse) otherFormer.spouse = null;
}

function divorce({ fields }: BookRecord, lines: Lines, person: Line, spouse: Line): void {
  const isHers = (spouse.spouse ?? fields.person) === fields.person;
  const partners = partnersOf(fields.person, lines);
  Object.assign(person, { marital: 'divorced', spouse: null });
  for (const other of [...(isHers ? [spouse] : []), ...partners]) {
    if (other.marital === 'married') Object.assign(other, { marital: 'divorced', spouse: null });
  }
}

function changeInfo({ fields }: BookRecord, person: Line): void {
  const { field, new: value } = fields;
  if ((field === 'residence' || field === 'marital') && value !== undefined && value !== null) person[field] = value;
}
