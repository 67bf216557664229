import type { Condition } from '../../domain/condition.ts';

const known = (path: string): Condition => ({ not: { unknown: { path } } });

/** How somebody came into the book: without any of these since births are written down, a birth is missing. */
export const cameOtherwise: Condition = {
  any: [
    known('last.birth.child'),
    known('last.move_in.person'),
    known('last.adopt.person'),
    known('last.review_add.person'),
  ],
};
