import type { ReviewDefinition } from '../../domain/worklist.ts';
import { householdReviews } from './households.ts';
import { peopleReviews } from './people.ts';

/** Checks of the whole book ("Rà soát"), in the order in which they are worked off. */
export const reviews: readonly ReviewDefinition[] = [...householdReviews, ...peopleReviews];
