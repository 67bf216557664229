import type { Catalogue } from '../domain/catalogue.ts';
import { checks } from './checks/index.ts';
import { choices } from './choices/index.ts';
import { filters } from './filters/index.ts';
import { forms } from './forms/index.ts';
import { births } from './indicators/births.ts';
import { birthsF } from './indicators/births-f.ts';
import { birthsM } from './indicators/births-m.ts';
import { deaths } from './indicators/deaths.ts';
import { internalIn } from './indicators/internal-in.ts';
import { internalOut } from './indicators/internal-out.ts';
import { moveIn } from './indicators/move-in.ts';
import { moveOut } from './indicators/move-out.ts';
import { popEnd } from './indicators/pop-end.ts';
import { popStart } from './indicators/pop-start.ts';
import { reviewAdd } from './indicators/review-add.ts';
import { reviewRemove } from './indicators/review-remove.ts';
import { records } from './records/index.ts';
import { form01Dsx } from './reports/01-dsx.ts';
import { reviews } from './reviews/index.ts';
import { tasks } from './tasks/index.ts';

/** Everything the programme says, in one value. */
export const catalogue: Catalogue = {
  records,
  forms,
  checks,
  choices,
  indicators: [
    births,
    birthsM,
    birthsF,
    deaths,
    moveIn,
    moveOut,
    reviewAdd,
    reviewRemove,
    internalIn,
    internalOut,
    popEnd,
    popStart,
  ],
  reports: [form01Dsx],
  filters,
  tasks,
  reviews,
};
