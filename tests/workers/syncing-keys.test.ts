import { expect, test } from 'vitest';
import type { PinnedKeys } from '../../src/sync/activation.ts';
import { turnKeys } from '../../src/sync/phone/turn-keys.ts';
import { takeKeys } from '../../src/workers/syncing/turning.ts';

/*
 * The open app and the service worker both hear of a hub's new keys, and each may hear late. What the app seals to is
 * answered under keys of that time, and kept: the next start must still believe it.
 */

const pair = (number: number) => ({
  ...{ sealId: `k${number}`, seal: `k${number}`, verdictId: `v${number}`, verdict: `v${number}` },
  since: number,
});
const told = (number: number) => ({ keys: pair(number), hubEpoch: 1 });
const namesOf = ({ verdictId, former = [] }: PinnedKeys) => [verdictId, ...former.map((key) => key.verdictId)];

test('an older pair that the open app hears late is none that the record on the disk does not know', async () => {
  const first: PinnedKeys = pair(1);
  let record = turnKeys(first, told(2));
  let session = record;
  // While the app is open the service worker hears of the fifth pair.
  record = turnKeys(record, told(5));
  await takeKeys(
    {
      turnHub: async (_device, turn) => {
        record = turn(record);
      },
    },
    {
      record: { device: 'tam', hub: session },
      useHub: (hub) => {
        session = hub;
      },
    },
    told(3),
  );
  expect(namesOf(session)).toEqual(namesOf(record));
  expect(namesOf(record)).toEqual(['v5', 'v2', 'v1']);
});
