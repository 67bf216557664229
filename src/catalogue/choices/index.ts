import type { ChoiceList } from '../../domain/catalogue.ts';
import { absentees, elders, grown, infants, married, members, temporaries, usuals, women } from './members.ts';
import { fathers, mothers } from './mothers.ts';

/** Every list that a form's reference offers. */
export const choices: readonly ChoiceList[] = [
  mothers,
  fathers,
  members,
  grown,
  married,
  temporaries,
  usuals,
  absentees,
  elders,
  infants,
  women,
];
