import type { Fields } from '../../../domain/value.ts';
import type { Remarks } from '../file/remark.ts';
import type { EventEntry } from '../read/events.ts';
import { withoutBlanks } from '../read/without-blanks.ts';
import { type Standing, standingOf } from './standing.ts';
import { isComing, isGoing, type Step } from './steps.ts';

/*
 * How things stand at the end is told, and so is what happened: walking back from the end through the events gives what
 * held before each of them, and so what each fact must say and with what a person begins.
 */

/** What a person begins with, and for each event about the person the values that its fact must carry. */
export interface Life {
  readonly opening: Fields;
  readonly told: ReadonlyMap<string, Fields>;
}

export interface WalkSource {
  readonly end: Standing;
  readonly steps: readonly Step[];
  /** What the book opened the person with, for what no row says. */
  readonly opened: Fields;
  readonly remarks: Remarks;
  /** For words: the key of a household's id. */
  readonly householdName: (id: string) => string;
}

interface Walk extends WalkSource {
  readonly before: Standing;
  readonly now: { -readonly [field in keyof Standing]: Standing[field] };
  readonly told: Map<string, Fields>;
}

export function walkBack(source: WalkSource): Life {
  const { end, steps, opened } = source;
  const walk: Walk = { ...source, before: standingOf(opened), now: { ...end }, told: new Map() };
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const step = steps[at];
    if (step === undefined) continue;
    if (step.as === 'subject') {
      checkHousehold(walk, step);
      stepBack(walk, step, at);
    }
    marriageBack(walk, step, at);
  }
  return { opening: openingOf(walk), told: walk.told };
}

function openingOf({ steps, now, end, before }: Walk): Fields {
  const first = steps.find(({ event, as }) => as === 'subject' && (isComing(event) || isGoing(event)));
  const isAway = first !== undefined && isComing(first.event) && first.event.fromResidence === undefined;
  // Whoever comes back was here before the file begins: the book says so.
  const hadLeft = isAway && before.status !== undefined && before.status !== 'active';
  if (hadLeft) return withoutBlanks({ ...before, spouse: now.spouse, marital: before.marital });
  if (first?.event.kind === 'birth') return {};
  if (isAway) return withoutBlanks({ spouse: now.spouse });
  return withoutBlanks({ ...now, status: first === undefined ? end.status : 'active' });
}

/** "household_key of an event is the household before it": what differs is asked about; persons.csv stands. */
function checkHousehold({ now, remarks, householdName }: Walk, { event }: Step): void {
  const { household, kind, toHousehold, row } = event;
  const after = kind === 'move_internal' ? toHousehold : household;
  now.household ??= after;
  const mayDiffer = kind === 'adopt' || row === 0 || (isComing(event) && event.fromResidence !== undefined);
  if (after === undefined || now.household === undefined || after === now.household || mayDiffer) return;
  const column = kind === 'move_internal' ? 'to_household_key' : 'household_key';
  remarks.ask('events', row, column, 'other_household', householdName(now.household));
}

/** Household and residence as they were before an event about the person. */
function stepBack(walk: Walk, { event }: Step, at: number): void {
  const { now } = walk;
  if (isComing(event)) comingBack(walk, event);
  else if (event.kind === 'move_internal') movingBack(walk, event, at);
  else if (event.kind === 'adopt') adoptionBack(walk, event);
  const isResidence = event.kind === 'change_info' && event.fields.field === 'residence';
  const old = isResidence ? residenceBefore(walk, at) : undefined;
  now.residence = event.fromResidence ?? old ?? now.residence;
}

/** Before that, nothing; or, where the row says how the person lived here, that. */
function comingBack({ now, told }: Walk, { id, kind, household, fromResidence }: EventEntry): void {
  const marital = kind === 'birth' || kind === 'adopt' ? undefined : now.marital;
  told.set(id, withoutBlanks({ household: now.household, residence: now.residence, marital }));
  // Whoever was here once before stood where the earlier events say.
  now.household = fromResidence === undefined ? undefined : (household ?? now.household);
}

function movingBack({ now, told, steps, before, remarks }: Walk, event: EventEntry, at: number): void {
  const { id, household, toHousehold, row } = event;
  told.set(id, withoutBlanks({ toHousehold }));
  const opened = before.household === toHousehold ? undefined : before.household;
  const earlier = household ?? earlierHousehold(steps, at) ?? opened;
  if (household === undefined && opened === undefined) remarks.ask('events', row, 'household_key', 'no_old');
  now.household = earlier ?? now.household;
}

/** The row says the household before; where they went is where they were afterwards. */
function adoptionBack({ now, told, before, remarks }: Walk, { id, household, toHousehold, row }: EventEntry): void {
  const home = toHousehold ?? now.household;
  told.set(id, withoutBlanks({ household: home }));
  if (home === undefined || (home === household && home === before.household))
    remarks.ask('events', row, 'to_household_key', 'no_new_household');
  now.household = household ?? before.household ?? now.household;
}

function earlierHousehold(steps: readonly Step[], at: number): string | undefined {
  const own = steps.slice(0, at).filter(({ as }) => as === 'subject');
  return own.map(({ event }) => event.toHousehold ?? event.household).findLast((id) => id !== undefined);
}

function residenceBefore({ steps, before, remarks }: Walk, at: number): string | undefined {
  const event = steps[at]?.event;
  const earlier = steps.slice(0, at).filter(({ event: one }) => one.fields.field === 'residence');
  const opened = before.residence === event?.fields.new ? undefined : before.residence;
  const old = event?.fields.old ?? earlier.at(-1)?.event.fields.new ?? opened;
  if (typeof old === 'string') return old;
  if (event !== undefined && event.fromResidence === undefined) remarks.ask('events', event.row, 'old', 'no_old');
  return undefined;
}

/** Marriage and spouse as they were before the event: said by the row, or left by the one before, or single. */
function marriageBack(walk: Walk, step: Step, at: number): void {
  const { now, steps, before: opened } = walk;
  const { event, as, partner } = step;
  const said = as === 'subject' ? event.fromMarital : undefined;
  const before = lastMarital(steps, at) ?? openedAs(opened);
  // Opened as married: the book began after this wedding.
  const free = before?.leaves === 'married' && lastMarital(steps, at) === undefined ? undefined : before;
  if (event.kind === 'marriage')
    Object.assign(now, { marital: said ?? free?.leaves ?? 'single', spouse: free?.spouse });
  else if (event.kind === 'divorce') {
    if (as === 'subject' && !isToldTwice(steps, at)) askUnmarried(walk, event, said ?? before?.leaves);
    Object.assign(now, { marital: said ?? 'married', spouse: partner });
  } else if (as === 'survivor') Object.assign(now, { marital: 'married', spouse: partner });
  else if (!isComing(event)) now.marital = said ?? oldMarital(event, before?.leaves) ?? now.marital;
}

function openedAs({ marital, spouse }: Standing): Left | undefined {
  return marital === undefined ? undefined : { leaves: marital, spouse };
}

/** Each of the two may have a row for the same divorce. */
function isToldTwice(steps: readonly Step[], at: number): boolean {
  const date = steps[at]?.event.date;
  return steps.slice(0, at).some(({ event }) => event.kind === 'divorce' && event.date === date);
}

function askUnmarried({ remarks }: Walk, { row }: EventEntry, was: string | undefined): void {
  if (was !== undefined && was !== 'married') remarks.ask('events', row, 'kind', 'not_married');
}

function oldMarital({ kind, fields: { field, old } }: EventEntry, left: string | undefined): string | undefined {
  if (kind !== 'change_info' || field !== 'marital') return undefined;
  return typeof old === 'string' ? old : left;
}

interface Left {
  readonly leaves: string;
  readonly spouse: string | undefined;
}

/** What the last event before that one which is about a marriage left. */
function lastMarital(steps: readonly Step[], at: number): Left | undefined {
  for (let index = at - 1; index >= 0; index -= 1) {
    const step = steps[index];
    if (step?.as === 'survivor') return { leaves: 'widowed', spouse: step.partner };
    if (step?.event.kind === 'marriage') return { leaves: 'married', spouse: step.partner };
    if (step?.event.kind === 'divorce') return { leaves: 'divorced', spouse: undefined };
    const { field, new: now } = step?.event.fields ?? {};
    if (step?.event.kind === 'change_info' && field === 'marital' && typeof now === 'string')
      return { leaves: now, spouse: undefined };
  }
  return undefined;
}
