import type { Fields } from '../../../domain/value.ts';
import type { Remarks } from '../file/remark.ts';
import type { EventEntry } from '../read/events.ts';
import type { PersonEntry } from '../read/persons.ts';
import { withoutBlanks } from '../read/without-blanks.ts';
import { isComing, isGoing, type Step } from './steps.ts';

/*
 * persons.csv says how things stand at the end, events.csv what happened: walking back from the end through the events
 * gives what held before each of them, and so what each fact must say and with what a person begins.
 */

/** What a person begins with, and for each event about the person the values that its fact must carry. */
export interface Life {
  readonly opening: Fields;
  readonly told: ReadonlyMap<string, Fields>;
}

interface Standing {
  household: string | undefined;
  residence: string | undefined;
  marital: string | undefined;
  spouse: string | undefined;
}

interface Walk {
  readonly person: PersonEntry;
  readonly steps: readonly Step[];
  readonly now: Standing;
  readonly told: Map<string, Fields>;
  readonly remarks: Remarks;
}

/** @param householdKey of a household's id, for words */
export function walkBack(
  person: PersonEntry,
  spouse: string | undefined,
  steps: readonly Step[],
  remarks: Remarks,
  householdKey: (id: string) => string,
): Life {
  const { household, residence, marital } = person;
  const now: Standing = { household, residence, marital, spouse };
  const walk: Walk = { person, steps, now, told: new Map(), remarks };
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const step = steps[at];
    if (step === undefined) continue;
    if (step.as === 'subject') {
      checkHousehold(walk, step, householdKey);
      stepBack(walk, step, at);
    }
    marriageBack(walk, step, at);
  }
  return { opening: openingOf(walk), told: walk.told };
}

function openingOf({ person, steps, now }: Walk): Fields {
  const first = steps.find(({ event, as }) => as === 'subject' && (isComing(event) || isGoing(event)));
  const isAway = first !== undefined && isComing(first.event) && first.event.fromResidence === undefined;
  if (first?.event.kind === 'birth') return {};
  if (isAway) return withoutBlanks({ spouse: now.spouse });
  return withoutBlanks({ ...now, status: first === undefined ? person.status : 'active' });
}

/** "household_key of an event is the household before it": what differs is asked about; persons.csv stands. */
function checkHousehold({ now, remarks }: Walk, { event }: Step, householdKey: (id: string) => string): void {
  const { household, kind, toHousehold, row } = event;
  now.household ??= kind === 'move_internal' ? toHousehold : household;
  const after = kind === 'move_internal' ? toHousehold : household;
  const mayDiffer = kind === 'adopt' || (isComing(event) && event.fromResidence !== undefined);
  if (after === undefined || now.household === undefined || after === now.household || mayDiffer) return;
  const column = kind === 'move_internal' ? 'to_household_key' : 'household_key';
  remarks.ask('events', row, column, 'other_household', householdKey(now.household));
}

/** Household and residence as they were before an event about the person. */
function stepBack(walk: Walk, { event }: Step, at: number): void {
  const { now } = walk;
  if (isComing(event)) comingBack(walk, event);
  else if (event.kind === 'move_internal') movingBack(walk, event, at);
  else if (event.kind === 'adopt') {
    walk.told.set(event.id, withoutBlanks({ household: now.household }));
    now.household = event.household ?? now.household;
  }
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

function movingBack({ now, told, steps, remarks }: Walk, event: EventEntry, at: number): void {
  const { id, household, toHousehold, row } = event;
  told.set(id, withoutBlanks({ toHousehold }));
  if (household === undefined) remarks.ask('events', row, 'household_key', 'no_old');
  now.household = household ?? earlierHousehold(steps, at) ?? now.household;
}

function earlierHousehold(steps: readonly Step[], at: number): string | undefined {
  const own = steps.slice(0, at).filter(({ as }) => as === 'subject');
  return own.map(({ event }) => event.toHousehold ?? event.household).findLast((id) => id !== undefined);
}

function residenceBefore({ steps, remarks }: Walk, at: number): string | undefined {
  const event = steps[at]?.event;
  const earlier = steps.slice(0, at).filter(({ event: one }) => one.fields.field === 'residence');
  const old = event?.fields.old ?? earlier.at(-1)?.event.fields.new;
  if (typeof old === 'string') return old;
  if (event !== undefined && event.fromResidence === undefined) remarks.ask('events', event.row, 'old', 'no_old');
  return undefined;
}

/** Marriage and spouse as they were before the event: said by the row, or left by the one before, or single. */
function marriageBack(walk: Walk, step: Step, at: number): void {
  const { now, steps } = walk;
  const { event, as, partner } = step;
  const said = as === 'subject' ? event.fromMarital : undefined;
  const before = lastMarital(steps, at);
  if (event.kind === 'marriage')
    Object.assign(now, { marital: said ?? before?.leaves ?? 'single', spouse: before?.spouse });
  else if (event.kind === 'divorce') {
    if (as === 'subject' && !isToldTwice(steps, at)) askUnmarried(walk, event, said ?? before?.leaves);
    Object.assign(now, { marital: said ?? 'married', spouse: partner });
  } else if (as === 'survivor') Object.assign(now, { marital: 'married', spouse: partner });
  else if (!isComing(event)) now.marital = said ?? oldMarital(event) ?? now.marital;
}

/** Each of the two may have a row for the same divorce. */
function isToldTwice(steps: readonly Step[], at: number): boolean {
  const date = steps[at]?.event.date;
  return steps.slice(0, at).some(({ event }) => event.kind === 'divorce' && event.date === date);
}

function askUnmarried({ remarks }: Walk, { row }: EventEntry, was: string | undefined): void {
  if (was !== undefined && was !== 'married') remarks.ask('events', row, 'kind', 'not_married');
}

function oldMarital({ kind, fields: { field, old } }: EventEntry): string | undefined {
  return kind === 'change_info' && field === 'marital' && typeof old === 'string' ? old : undefined;
}

/** What the last event before that one which is about a marriage left. */
function lastMarital(
  steps: readonly Step[],
  at: number,
): { readonly leaves: string; readonly spouse: string | undefined } | undefined {
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
