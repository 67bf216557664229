import type { SealedEnvelope } from '../../../src/sync/envelope.ts';
import { readSound } from '../../../src/sync/phone/sound.ts';
import type { Plant } from '../plant.ts';

/* Bugs around envelopes that are sealed anew. */

/** The small ones go first, and the large one is written when the disk gets to it. */
const gatheredInTwoStrokes: Plant = {
  store: (store, { phone, process, schedule }) => ({
    ...store,
    replaceWaiting: async (strokes) => {
      for (const { replaced } of strokes) for (const id of replaced) phone.tables.outbox.delete(id);
      for (let wait = 0; wait < 20; wait++) await schedule.step(process);
      for (const { envelope } of strokes) if (envelope !== undefined) phone.tables.outbox.set(envelope.id, envelope);
    },
  }),
};

/** What storage has damaged is cleared away, and what was to take its place is not written. */
const damagedThrownAway: Plant = {
  store: (store, { phone }) => ({
    ...store,
    replaceWaiting: (strokes) =>
      store.replaceWaiting(
        strokes.map((stroke) =>
          stroke.replaced.some((id) => phone.turned.has(id)) ? { replaced: stroke.replaced } : stroke,
        ),
      ),
  }),
};

/** The service worker clears away what it cannot read. */
const damagedTakenForSent: Plant = {
  store: (store, { phone, process }) => ({
    ...store,
    waiting: async () => {
      const waiting = await store.waiting();
      const isSound = (row: SealedEnvelope) => readSound(row) !== undefined;
      if (process === phone.worker)
        for (const row of waiting) {
          if (isSound(row)) continue;
          phone.tables.outbox.delete(row.id);
          for (const [at] of row.hashes.entries()) phone.tables.pending.delete(row.firstSeq + at);
        }
      return waiting.filter(isSound);
    },
  }),
};

export const plantedAroundSealing: { readonly [name: string]: Plant } = {
  'gathered in two strokes': gatheredInTwoStrokes,
  'damaged envelopes thrown away': damagedThrownAway,
  'damaged envelopes taken for sent': damagedTakenForSent,
};
