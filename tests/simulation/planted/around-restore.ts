import { good } from '../../../src/domain/outcome.ts';
import type { Plant } from '../plant.ts';

/* Bugs around a hub that was restored from a backup. */

/** What was answered once is believed to be safe for ever. */
const nothingKept: Plant = {
  store: (store, { phone }) => ({
    ...store,
    async keepVerdict(verdict, envelope, leaves) {
      await store.keepVerdict(verdict, envelope, leaves);
      phone.tables.sent.clear();
    },
  }),
};

/** The numbers of another hub are taken for this one's. */
const restoreNotHeard: Plant = {
  road: (road) => ({
    ...road,
    async changes(after, told) {
      const answer = await road.changes(after, told);
      return answer.ok ? good({ ...answer.value, hubEpoch: 1 }) : answer;
    },
  }),
};

/** An edit that comes before the record which it is about is answered and forgotten. */
const earlyForgotten: Plant = {
  hub: (ports) => ({
    ...ports,
    transaction: (book, places, entry, work) =>
      ports.transaction(book, places, entry, (tx) => work({ ...tx, keepEarly: async () => undefined })),
  }),
};

export const plantedAroundRestore: { readonly [name: string]: Plant } = {
  'nothing kept of what was answered': nothingKept,
  'restored hub not heard': restoreNotHeard,
  'edit of a lost record forgotten': earlyForgotten,
};
