import type { DayPhase } from '../record.ts';
import type { Fields } from '../value.ts';

/*
 * State at a day is derived from facts: replay forward from the opening values.
 */

/**
 * When a fact happened, fine enough to order any two: civil date, its place within the day, then the order written
 * (effective stamp, then op id).
 */
export interface Moment {
  readonly date: string;
  readonly phase: DayPhase;
  readonly written: readonly [ms: number, counter: number];
  readonly op: string;
}

/** What one fact sets on one record; with `works`, only where that holds of the values just before. */
export interface Change {
  readonly at: Moment;
  readonly set: Fields;
  readonly works?: (state: Fields) => boolean;
}

/** Opening values of these fields do not hold before that day: nobody has a household before the day of birth. */
export interface Unopened {
  readonly until: string;
  readonly fields: ReadonlySet<string>;
}

/** A record's values: those before any fact, and those after each fact that changed the dated ones. */
export interface Timeline {
  readonly opening: Fields;
  readonly steps: readonly { readonly at: Moment; readonly state: Fields }[];
  readonly unopened?: Unopened;
}

const phases: readonly DayPhase[] = ['first', 'change', 'last'];

/** Negative when `a` comes before `b`; 0 only for the same op. */
export function compareMoments(a: Moment, b: Moment): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  if (a.phase !== b.phase) return phases.indexOf(a.phase) - phases.indexOf(b.phase);
  const byStamp = a.written[0] - b.written[0] || a.written[1] - b.written[1];
  if (byStamp !== 0 || a.op === b.op) return byStamp;
  return a.op < b.op ? -1 : 1;
}

/** Folds changes, in whatever order they arrive, over the opening values. */
export function makeTimeline(opening: Fields, changes: readonly Change[], unopened?: Unopened): Timeline {
  const sorted = [...changes].sort((a, b) => compareMoments(a.at, b.at));
  if (unopened === undefined) return { opening, steps: fold(opening, sorted) };
  const early = sorted.filter(({ at }) => at.date < unopened.until);
  const rest = sorted.slice(early.length);
  return {
    opening,
    steps: early.length === 0 ? fold(opening, rest) : foldAround(opening, unopened, early, rest),
    unopened,
  };
}

type Steps = Timeline['steps'];

function fold(from: Fields, changes: readonly Change[]): Steps {
  let state = from;
  return changes.flatMap(({ at, set, works }) => {
    if (works !== undefined && !works(state)) return [];
    state = { ...state, ...set };
    return [{ at, state }];
  });
}

/** Facts of before the day it opens find nothing of what it opens with; on that day it comes in beneath what they set. */
function foldAround(opening: Fields, unopened: Unopened, early: readonly Change[], rest: readonly Change[]): Steps {
  const before = fold(without(opening, unopened.fields), early);
  const at: Moment = { date: unopened.until, phase: 'first', written: [-1, 0], op: '' };
  const state = { ...opening, ...before.at(-1)?.state };
  return [...before, { at, state }, ...fold(state, rest)];
}

/** Values when that day closes. */
export function dayState(timeline: Timeline, date: string): Fields {
  return lastState(timeline, date, (at) => at.date <= date);
}

/** Values right after a fact: those before it on its day are in, whether or not it touches this record. */
export function stateAfter(timeline: Timeline, moment: Moment): Fields {
  return lastState(timeline, moment.date, (at) => compareMoments(at, moment) <= 0);
}

/**
 * Values right before a fact: those before it on its day are in, it and those behind it are not. The first fact that
 * touches a record on the very day it opens finds nobody: a birth fact of somebody who has opening values brings them.
 */
export function stateBefore(timeline: Timeline, moment: Moment): Fields {
  const { unopened, opening, steps } = timeline;
  const opens = unopened !== undefined && moment.date === unopened.until && steps[0]?.at.op === moment.op;
  return opens
    ? without(opening, unopened.fields)
    : lastState(timeline, moment.date, (at) => compareMoments(at, moment) < 0);
}

/** Values after all that is known. */
export function closingState(timeline: Timeline): Fields {
  return timeline.steps.at(-1)?.state ?? timeline.opening;
}

/** A life has few facts: walking back from the newest is quicker than halving. */
function lastState(timeline: Timeline, date: string, isIn: (at: Moment) => boolean): Fields {
  for (let index = timeline.steps.length - 1; index >= 0; index -= 1) {
    const step = timeline.steps[index];
    if (step !== undefined && isIn(step.at)) return step.state;
  }
  const { unopened, opening } = timeline;
  return unopened !== undefined && date < unopened.until ? without(opening, unopened.fields) : opening;
}

function without(values: Fields, fields: ReadonlySet<string>): Fields {
  return Object.fromEntries(Object.entries(values).filter(([field]) => !fields.has(field)));
}
