import type { Moment, Timeline } from '../../../domain/book/timeline.ts';
import { type Held, type HeldBook, textOf } from '../../held.ts';

/** Civil date since when somebody has died or left; `undefined` for who lives here, and where no fact says when. */
export function endedOn(timeline: Timeline): string | undefined {
  return endOf(timeline)?.date;
}

/** Code of the reason for which a check of the book took somebody off; blank for who moved away, died or lives here. */
export function endedFor(book: HeldBook, person: Held): string {
  const fact = book.get(endOf(book.timeline(person))?.op ?? '');
  return fact === undefined ? '' : textOf(fact.fields, 'reason');
}

function endOf({ steps }: Timeline): Moment | undefined {
  const closing = steps.at(-1)?.state.status;
  if (closing !== 'dead' && closing !== 'left') return undefined;
  const before = steps.findLastIndex(({ state }) => state.status !== closing);
  return steps[before + 1]?.at;
}
