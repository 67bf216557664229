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

/** What one fact sets on one record. */
export interface Change {
  readonly at: Moment;
  readonly set: Fields;
}

/** A record's values: those before any fact, and those after each fact that changed the dated ones. */
export interface Timeline {
  readonly opening: Fields;
  readonly steps: readonly { readonly at: Moment; readonly state: Fields }[];
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
export function makeTimeline(opening: Fields, changes: readonly Change[]): Timeline {
  let state = opening;
  const steps = [...changes]
    .sort((a, b) => compareMoments(a.at, b.at))
    .map(({ at, set }) => {
      state = { ...state, ...set };
      return { at, state };
    });
  return { opening, steps };
}

/** Values when that day closes. */
export function dayState(timeline: Timeline, date: string): Fields {
  return lastState(timeline, (at) => at.date <= date);
}

/** Values right after a fact: those before it on its day are in, whether or not it touches this record. */
export function stateAfter(timeline: Timeline, moment: Moment): Fields {
  return lastState(timeline, (at) => compareMoments(at, moment) <= 0);
}

/** Values after all that is known. */
export function closingState(timeline: Timeline): Fields {
  return timeline.steps.at(-1)?.state ?? timeline.opening;
}

/** A life has few facts: walking back from the newest is quicker than halving. */
function lastState(timeline: Timeline, isIn: (at: Moment) => boolean): Fields {
  for (let index = timeline.steps.length - 1; index >= 0; index -= 1) {
    const step = timeline.steps[index];
    if (step !== undefined && isIn(step.at)) return step.state;
  }
  return timeline.opening;
}
