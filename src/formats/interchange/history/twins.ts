import { dateAfter } from '../../../domain/calendar/civil-date.ts';
import type { EventEntry } from '../read/events.ts';

/**
 * Order of the first-born of a multiple birth, by event: the twin of a second child is noted third and is no third-child
 * case. Twins born before and after midnight are one delivery.
 */
export function firstOrders(events: readonly EventEntry[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const delivery of deliveriesOf(events)) {
    const orders = delivery.map(({ fields }) => Number(fields.order ?? Number.NaN)).filter(Number.isFinite);
    if (orders.length > 0) for (const { id } of delivery) found.set(id, Math.min(...orders));
  }
  return found;
}

/** Children of one mother with no more than a day from one to the next. */
function deliveriesOf(events: readonly EventEntry[]): readonly (readonly EventEntry[])[] {
  const open = new Map<string, EventEntry[]>();
  const deliveries: EventEntry[][] = [];
  for (const event of events) {
    if (event.kind !== 'birth' || event.fields.multiple !== true || event.mother === undefined) continue;
    const delivery = open.get(event.mother);
    const last = delivery?.at(-1)?.date;
    if (delivery !== undefined && last !== undefined && event.date <= dateAfter(last, 0, 1)) delivery.push(event);
    else {
      const begun = [event];
      open.set(event.mother, begun);
      deliveries.push(begun);
    }
  }
  return deliveries;
}
