import { good } from '../../../src/domain/outcome.ts';
import type { Plant } from '../plant.ts';

/* Bugs around villages that go from one device to another. */

/** Only what is hers today counts, whenever it was sealed. */
const formerForgotten: Plant = {
  hub: (ports) => ({
    ...ports,
    async findDevice(id) {
      const device = await ports.findDevice(id);
      return device && { ...device, former: [] };
    },
  }),
};

const epochNotHeard: Plant = {
  road: (road) => ({
    ...road,
    async changes(after, told) {
      const answer = await road.changes(after, told);
      return answer.ok ? good({ ...answer.value, epoch: 1 }) : answer;
    },
  }),
};

/** What was gained has older numbers than the cursor. */
const gainedFromCursor: Plant = {
  road: (road, { phone }) => ({
    ...road,
    changes: (after, told) => road.changes(after === 0 ? phone.tables.cursor : after, told),
  }),
};

export const plantedAroundPlaces: { readonly [name: string]: Plant } = {
  'late work of a village handed over refused': formerForgotten,
  'risen epoch not heard': epochNotHeard,
  'gained village sought behind the cursor': gainedFromCursor,
};
