import { catalogue } from '../../../catalogue/index.ts';
import type { CauseOf } from '../../../register/figures/closing/compare-contents.ts';
import { causeIn, latestHead } from '../../../register/figures/closing/latest-head.ts';
import type { BookSession } from '../book-session.ts';

/** On a phone everything that differs from what it froze came later: whatever was written last of these records. */
export function phoneCauses({ store, people }: Pick<BookSession, 'store' | 'people'>): CauseOf {
  return (records) => {
    const states = records.flatMap((id) => store.shown(id) ?? []);
    const told = causeIn(
      catalogue,
      states.map((state) => ({ state, head: latestHead(state) })),
      people.nameOf,
    );
    return told && { ...told, isLate: true };
  };
}
