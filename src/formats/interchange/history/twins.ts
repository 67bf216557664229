import type { EventEntry } from '../read/events.ts';

/**
 * Order of the first-born of a multiple birth, by event: the twin of a second child is noted third and is no third-child
 * case (indicators.md, births_3plus).
 */
export function firstOrders(events: readonly EventEntry[]): ReadonlyMap<string, number> {
  const births = events.filter(({ kind, fields, mother }) => kind === 'birth' && fields.multiple === true && mother);
  const least = new Map<string, number>();
  for (const { mother, date, fields } of births) {
    const order = Number(fields.order ?? Number.NaN);
    const together = `${mother} ${date}`;
    if (Number.isFinite(order)) least.set(together, Math.min(order, least.get(together) ?? order));
  }
  const found = new Map<string, number>();
  for (const { id, mother, date } of births) {
    const order = least.get(`${mother} ${date}`);
    if (order !== undefined) found.set(id, order);
  }
  return found;
}
