import { type EventEntry, inOrder } from '../read/events.ts';

/**
 * Events in the order in which they must be written. On one day a start follows the stop that it replaces, wherever the
 * file has it: such a stop goes just before the first start of its woman on that day, and nothing else moves.
 * @param early stops that come before the starts of their day
 */
export function orderOfWriting(events: readonly EventEntry[], early: ReadonlySet<string>): readonly EventEntry[] {
  const ordered = [...events].sort(inOrder);
  const waiting = new Map<string, EventEntry>();
  for (const event of ordered) if (early.has(event.id) && event.written === undefined) waiting.set(keyOf(event), event);
  const done = new Set<EventEntry>();
  return ordered.flatMap((event) => {
    if (done.has(event)) return [];
    const stop = event.kind === 'method_start' ? waiting.get(keyOf(event)) : undefined;
    done.add(event);
    if (stop === undefined || done.has(stop)) return [event];
    done.add(stop);
    return [stop, event];
  });
}

function keyOf({ person, date }: EventEntry): string {
  return `${person} ${date}`;
}
