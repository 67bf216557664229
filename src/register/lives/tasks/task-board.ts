import type { TaskDefinition } from '../../../domain/worklist.ts';
import type { Folk } from '../../folk.ts';
import { householdKind, personKind, textOf } from '../../held.ts';
import { keepBest } from '../../search/best-rows.ts';
import type { TaskList } from '../answers.ts';
import { type Day, dayOf, listedKinds } from '../life-scope.ts';
import { type DueTask, type TasksOfDay, taskLine, tasksOf, tasksOfDay } from './tasks.ts';

/** Tasks of a whole book, worked out once a day in slices and mended record by record. */
export interface TaskBoard {
  /** Works out so many more records; true when all of today's are. */
  advance(records: number): boolean;
  /** Answers what is worked out; the rest is worked out first. */
  tasks(place: string, limit: number): TaskList;
  /** Whether there is anything that a change could touch. */
  isKept(): boolean;
  /** These records, or what they rest on, may have changed. */
  touch(ids: Iterable<string>): void;
  /** Much has come: work out anew when asked. */
  forget(): void;
}

interface Kept {
  readonly id: string;
  readonly task: DueTask;
}

/** With the key by which tasks of one definition stand in order. */
interface Due extends Kept {
  readonly key: string;
}

/** @param role whose tasks these are; everybody's where not said */
export function createTaskBoard(folk: Folk, today: () => string, role?: string): TaskBoard {
  // Only who has a task is kept.
  const kept = new Map<string, readonly DueTask[]>();
  let day: Day | undefined;
  let tasks: TasksOfDay = new Map();
  let rest: Iterator<string> | undefined;
  let isWhole = false;

  const derive = (id: string): void => {
    const record = folk.book.get(id);
    const found = record?.id !== id || day === undefined ? [] : tasksOf(folk, record, day, tasks);
    // Copied: a list that grew has room for sixteen more, and a commune keeps twenty thousand of these.
    if (found.length > 0) kept.set(id, found.slice());
    else kept.delete(id);
  };
  const begin = (): void => {
    if (day?.today === today()) return;
    day = dayOf(today());
    tasks = tasksOfDay(folk.book.catalogue.tasks.filter(isFor(role)), day);
    kept.clear();
    isWhole = false;
    // Ids as they stand now: who comes later is touched.
    rest = listedKinds(folk)
      .flatMap((kind) => [...folk.book.ids(kind)])
      .values();
  };
  const advance = (records: number): boolean => {
    begin();
    for (let count = 0; count < records && !isWhole; count += 1) {
      const next = rest?.next();
      if (next === undefined || next.done === true) {
        isWhole = true;
        rest = undefined;
      } else derive(next.value);
    }
    return isWhole;
  };

  return {
    advance,
    tasks: (place, limit) => {
      advance(Number.POSITIVE_INFINITY);
      const covered = place === '' ? undefined : folk.places.covered(place);
      const best = keepBest<Kept>(limit);
      const order = new Map(folk.book.catalogue.tasks.map(({ key }, index) => [key, index]));
      const orderOf = ({ definition }: DueTask) => order.get(definition.key) ?? 0;
      for (const one of dueIn(folk, kept, covered)) best.offer(orderOf(one.task), one.key, one);
      const lines = best.rows().flatMap(({ id, task }) => {
        const record = folk.book.get(id);
        return record === undefined ? [] : [taskLine(folk, record, task)];
      });
      return { tasks: lines, total: best.total() };
    },
    isKept: () => day !== undefined,
    forget() {
      day = undefined;
      kept.clear();
    },
    touch: (ids) => {
      for (const id of affected(folk, ids)) derive(id);
    },
  };
}

/** All tasks of these places; of those that come only so many at a time, the first of each village. */
export function* dueIn(
  folk: Folk,
  kept: ReadonlyMap<string, readonly DueTask[]>,
  covered: ReadonlySet<string> | undefined,
): Iterable<Due> {
  const queues = new Map<string, Kept[]>();
  for (const [id, found] of kept) {
    const place = placeOf(folk, id);
    if (covered !== undefined && !covered.has(place)) continue;
    for (const task of found) {
      const { key, most } = task.definition;
      if (most === undefined) yield { id, task, key: task.due };
      else queueOf(queues, `${key} ${place}`).push({ id, task });
    }
  }
  for (const queue of queues.values()) yield* firstOf(folk, queue);
}

function queueOf(queues: Map<string, Kept[]>, name: string): Kept[] {
  const known = queues.get(name) ?? [];
  queues.set(name, known);
  return known;
}

/** Whoever waits longest is first, then whoever stands first on paper. */
function firstOf(folk: Folk, queue: readonly Kept[]): readonly Due[] {
  const keyed = queue.map((one) => ({ ...one, key: `${one.task.due} ${paperKeyOf(folk, one.id)} ${one.id}` }));
  const inOrder = keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  return inOrder.slice(0, inOrder[0]?.task.definition.most);
}

function paperKeyOf(folk: Folk, id: string): string {
  const record = folk.book.get(id);
  return folk.paperKey(record?.kind === householdKind ? record : record && folk.householdOf(record));
}

export function isFor(role: string | undefined): (task: TaskDefinition) => boolean {
  return ({ roles }) => roles === undefined || role === undefined || roles.includes(role);
}

function placeOf(folk: Folk, id: string): string {
  const record = folk.book.get(id);
  if (record === undefined) return '';
  return (record.kind === householdKind ? record : folk.householdOf(record))?.place ?? record.place;
}

/** A household's tasks rest on who lives there: those of every household that these people ever lived in. */
function affected(folk: Folk, ids: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const id of ids) {
    found.add(id);
    const record = folk.book.get(id);
    if (record?.kind !== personKind) continue;
    const { opening, steps } = folk.book.timeline(record);
    for (const state of [opening, ...steps.map((step) => step.state)]) found.add(textOf(state, 'household'));
  }
  found.delete('');
  return found;
}
