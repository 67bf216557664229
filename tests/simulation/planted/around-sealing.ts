import type { Plant } from '../plant.ts';

/* Bugs around envelopes that are sealed anew. */

/** The small ones go first, and the large one is written when the disk gets to it. */
const gatheredInTwoStrokes: Plant = {
  store: (store, { phone, process, schedule }) => ({
    ...store,
    replaceWaiting: async (strokes) => {
      for (const { replaced } of strokes) for (const id of replaced) phone.tables.outbox.delete(id);
      for (let wait = 0; wait < 20; wait++) await schedule.step(process);
      for (const { envelope } of strokes) phone.tables.outbox.set(envelope.id, envelope);
    },
  }),
};

export const plantedAroundSealing: { readonly [name: string]: Plant } = {
  'gathered in two strokes': gatheredInTwoStrokes,
};
