import { daysOfMonth } from '../../../domain/calendar/written-period.ts';
import type { Folk } from '../../folk.ts';
import { type Held, householdKind, textOf } from '../../held.ts';
import type { MonthVisit } from '../answers.ts';
import { type Day, dayOf } from '../life-scope.ts';
import { dueIn, isFor } from './task-board.ts';
import { type DueTask, tasksOf, tasksOfDay } from './tasks.ts';

/**
 * Whom to visit in a village in a month, in the book's order: whoever has a task on its first day or today, and whoever
 * will have one by its last if nothing is written until then. No task comes and goes between two such days.
 * @param month "2026-11"; of one that is over nobody is visited any more
 * @param role whose tasks these are; everybody's where not said
 */
export function monthVisits(
  folk: Folk,
  place: string,
  month: string,
  { today, role }: { readonly today: string; readonly role: string | undefined },
): readonly MonthVisit[] {
  const days = daysOfVisits(month, today);
  const households = [...folk.book.all(householdKind)]
    .filter((household) => household.place === place)
    .sort((a, b) => (folk.paperKey(a) + a.id < folk.paperKey(b) + b.id ? -1 : 1));
  const derive = tasksBy(folk, days, role);
  const found = new Map<string, readonly DueTask[]>();
  for (const household of households)
    for (const record of [household, ...folk.members(household.id)]) {
      const tasks = derive(record);
      if (tasks.length > 0) found.set(record.id, tasks);
    }
  // Of tasks that come a few at a time, as many as stand on the home screen.
  const due = new Set([...dueIn(folk, found, undefined)].map(({ id }) => id));
  return households.flatMap((household) => visitOf(folk, household, due));
}

function daysOfVisits(month: string, today: string): readonly Day[] {
  const { first, last } = daysOfMonth(month);
  if (last < today) return [];
  return [...new Set([first < today ? today : first, last])].map((day) => dayOf(day));
}

/** What is due of a record on any of these days, each task once. */
function tasksBy(folk: Folk, days: readonly Day[], role: string | undefined): (record: Held) => readonly DueTask[] {
  const definitions = folk.book.catalogue.tasks.filter(isFor(role));
  const ofDays = days.map((day) => ({ day, tasks: tasksOfDay(definitions, day) }));
  return (record) => {
    const found = new Map<string, DueTask>();
    for (const { day, tasks } of ofDays)
      for (const task of tasksOf(folk, record, day, tasks))
        if (!found.has(task.definition.key)) found.set(task.definition.key, task);
    return [...found.values()];
  };
}

/** One line a household: its head where the household itself is due, then each of its people who is. */
function visitOf(folk: Folk, household: Held, due: ReadonlySet<string>): readonly MonthVisit[] {
  const members = folk.members(household.id);
  const heads = due.has(household.id) ? members.slice(0, 1) : [];
  const people = members.filter(({ id }) => due.has(id));
  if (!due.has(household.id) && people.length === 0) return [];
  const names = [...heads, ...people].map(({ fields }) => textOf(fields, 'fullName')).filter((name) => name !== '');
  const [number, area] = [textOf(household.fields, 'number'), textOf(household.fields, 'area')];
  return [{ household: household.id, number, area, names: [...new Set(names)] }];
}
