import type { Indicator } from '../../domain/indicator.ts';
import { births } from './life/births.ts';
import { birthsF } from './life/births-f.ts';
import { birthsM } from './life/births-m.ts';
import { deaths } from './life/deaths.ts';
import { internalIn } from './move/internal-in.ts';
import { internalOut } from './move/internal-out.ts';
import { moveIn } from './move/move-in.ts';
import { moveOut } from './move/move-out.ts';
import { reviewAdd } from './move/review-add.ts';
import { reviewRemove } from './move/review-remove.ts';
import { popEnd } from './people/pop-end.ts';
import { popStart } from './people/pop-start.ts';

/** Every number of the programme, in the order of the forms. */
export const indicators: readonly Indicator[] = [
  popStart,
  popEnd,
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
];
