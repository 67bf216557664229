import type { TaskDefinition } from '../../domain/worklist.ts';

export const tasks: readonly TaskDefinition[] = [];
