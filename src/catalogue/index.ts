import type { Catalogue } from '../domain/catalogue.ts';
import { checks } from './checks/index.ts';
import { choices } from './choices/index.ts';
import { filters } from './filters/index.ts';
import { privateFilters } from './filters/private.ts';
import { forms } from './forms/index.ts';
import { indicators } from './indicators/index.ts';
import { records } from './records/index.ts';
import { reports } from './reports/index.ts';
import { tasks } from './tasks/index.ts';

/** Everything the programme says, in one value; what only Rà soát asks is loaded with it (`src/catalogue/reviews/index.ts`). */
export const catalogue: Catalogue = {
  records,
  forms,
  checks,
  choices,
  indicators,
  reports,
  filters,
  privateFilters,
  tasks,
};
