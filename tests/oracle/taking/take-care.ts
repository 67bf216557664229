import { ageOf, isResident, type Line, text } from '../line.ts';
import type { Fact } from '../paper-book.ts';
import { add, type Tally } from '../tally.ts';

/* Pregnancies, screens and check-ups: people are counted at their first event, so the reader keeps notes. */

export interface Notes {
  /** Of a woman's pregnancy now: which of the four were tested; nothing there: not screened yet. */
  readonly prenatal: Map<string, ReadonlySet<string>>;
  /** The same of a child's five. */
  readonly newborn: Map<string, ReadonlySet<string>>;
  /** Who was checked in which year. */
  readonly checked: Set<string>;
}

const prenatalTests = ['edward', 'down', 'patau', 'thalassemia'];
const newbornTests = ['hypothyroid', 'g6pd', 'cah', 'hearing', 'heart'];
const ends = ['pregnancy', 'miscarriage', 'abortion'];

export function takeCare(notes: Notes, fact: Fact, who: Line, village: string, tally: Tally): void {
  const { kind, fields } = fact;
  if (kind === 'birth') notes.prenatal.delete(text(fields.mother));
  if (ends.includes(kind)) notes.prenatal.delete(who.id);
  const at = isResident(who) ? village : undefined;
  if (kind === 'pregnancy' && at !== undefined) add(tally, 'pregnant', at);
  if (kind === 'prenatal_screen') takeScreen('slts', notes.prenatal, prenatalTests, fact, at, tally);
  if (kind === 'newborn_screen') takeScreen('slss', notes.newborn, newbornTests, fact, at, tally);
  if (kind === 'elder_check') takeCheck(notes, fact, who, at, tally);
}

function takeCheck({ checked }: Notes, { date }: Fact, who: Line, at: string | undefined, tally: Tally): void {
  const year = `${who.id} ${date.slice(0, 4)}`;
  if (!checked.has(year) && at !== undefined && ageOf(who, date) >= 60) add(tally, 'elder_checked', at);
  checked.add(year);
}

function takeScreen(
  key: string,
  known: Map<string, ReadonlySet<string>>,
  tests: readonly string[],
  { fields }: Fact,
  at: string | undefined,
  tally: Tally,
): void {
  const who = text(fields.person);
  const before = known.get(who);
  const after = new Set([...(before ?? []), ...tests.filter((test) => text(fields[test]) !== '')]);
  known.set(who, after);
  if (at === undefined) return;
  if (before === undefined) add(tally, key, at);
  if (after.size === tests.length && before?.size !== tests.length) add(tally, `${key}_full`, at);
}
