import type { Timeline } from '../../../domain/book/timeline.ts';

/** Civil date since when somebody has died or left; `undefined` for who lives here, and where no fact says when. */
export function endedOn({ steps }: Timeline): string | undefined {
  const closing = steps.at(-1)?.state.status;
  if (closing !== 'dead' && closing !== 'left') return undefined;
  const before = steps.findLastIndex(({ state }) => state.status !== closing);
  return steps[before + 1]?.at.date;
}
