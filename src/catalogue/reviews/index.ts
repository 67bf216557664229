import type { ReviewDefinition } from '../../domain/worklist.ts';

export const reviews: readonly ReviewDefinition[] = [];
