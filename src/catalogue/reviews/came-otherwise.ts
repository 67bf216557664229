import type { Condition } from '../../domain/condition.ts';
import { isKnown } from '../rules/spans.ts';

/** How somebody came into the book: without any of these since births are written down, a birth is missing. */
export const cameOtherwise: Condition = {
  any: [
    isKnown('last.birth.child'),
    isKnown('last.move_in.person'),
    isKnown('last.adopt.person'),
    isKnown('last.review_add.person'),
  ],
};
