import type { TaskDefinition } from '../../domain/worklist.ts';
import { bookTasks } from './book.ts';
import { careTasks, elderTasks } from './care.ts';

/** All tasks, the more pressing first. */
export const tasks: readonly TaskDefinition[] = [...careTasks, ...bookTasks, ...elderTasks];
