import type { TaskDefinition } from '../../domain/worklist.ts';
import { bookTasks } from './book.ts';
import { careTasks, elderTasks, requestTasks } from './care.ts';

/** All tasks, the more pressing first. */
export const tasks: readonly TaskDefinition[] = [...requestTasks, ...careTasks, ...bookTasks, ...elderTasks];
