import { firstHead, readParts, readStoredHead } from '../../../src/sync/phone/mending/stored-head.ts';
import { putHead } from '../phone/head.ts';
import { writePending } from '../phone/phone.ts';
import type { Plant } from '../plant.ts';
import { slowly } from '../planted.ts';

/* Bugs around where a phone stands: its next number, its chain, its clock. */

const halfSave: Plant = {
  store: (store, { phone, process, schedule }) => ({
    ...store,
    async append(append) {
      if (JSON.stringify(append.expects) !== JSON.stringify(readStoredHead(phone.tables.head))) return 'stale';
      phone.tables.outbox.set(append.envelope.id, append.envelope);
      putHead(phone, append.head);
      // The other way round the envelope would be sealed anew from what is pending.
      await schedule.step(process);
      writePending(phone, append.pending);
      return 'done';
    },
  }),
};

/** Two windows save at once, and nobody compares the head they started from. */
const ignoresStale: Plant = {
  store: (store, { phone }) => ({
    ...store,
    append: (append) => store.append({ ...append, expects: readStoredHead(phone.tables.head) ?? append.expects }),
  }),
};

const clockWrittenBack: Plant = {
  store: (store, { phone, process, schedule }) => ({
    ...store,
    async settle(settlement) {
      await slowly(schedule, process);
      await store.settle(settlement);
      const head = readStoredHead(phone.tables.head);
      if (head !== undefined) putHead(phone, { ...head, clock: settlement.clock });
    },
  }),
};

/** What stands in the row is taken for true, whatever storage has made of it. */
const damagedHeadBelieved: Plant = {
  store: (store, { phone }) => ({
    ...store,
    head: async () => {
      putHead(phone, readParts(phone.tables.head) ?? firstHead);
      return store.head();
    },
  }),
};

/** Where nothing tells, the least that is possible is taken for true. */
const lostHeadGuessed: Plant = {
  store: (store, { phone }) => ({
    ...store,
    head: async () => {
      const { isGuess, ...head } = await store.head();
      if (isGuess) putHead(phone, head);
      return head;
    },
  }),
};

export const plantedAroundHead: { readonly [name: string]: Plant } = {
  'head not compared': ignoresStale,
  'clock written back': clockWrittenBack,
  'half save': halfSave,
  'a damaged head believed': damagedHeadBelieved,
  'a lost head guessed': lostHeadGuessed,
};
