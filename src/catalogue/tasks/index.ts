import type { TaskDefinition } from '../../domain/worklist.ts';
import { bookTasks } from './book.ts';
import { careTasks, elderTasks, requestTasks } from './care.ts';
import { supplyTasks } from './supply.ts';

/** All tasks, the more pressing first. */
export const tasks: readonly TaskDefinition[] = [
  ...requestTasks,
  ...careTasks,
  ...supplyTasks,
  ...bookTasks,
  ...elderTasks,
];
