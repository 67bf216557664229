import { expect, test } from 'vitest';
import type { SealedEnvelope } from '../../../src/sync/envelope.ts';
import { mendWaiting } from '../../../src/sync/phone/mending/mend.ts';
import { firstChain } from '../../../src/sync/wire/chain.ts';
import { type Member, makeCommune, thing } from '../one-commune.ts';

/* A worn flash may turn a bit in what was saved a moment ago, while what waited before is being looked at. */

function mend({ store, crypto, keyId, phone }: Member, hooks: Partial<Member['store']> = {}) {
  const stood = { acked: 0, chain: firstChain };
  return mendWaiting({ ...store, ...hooks }, crypto, {
    device: phone.device,
    keyId,
    day: '2026-11-29',
    stood,
    damaged: [],
  });
}

const waiting = ({ phone }: Member) =>
  [...phone.tables.outbox.values()].map(({ firstSeq, lastSeq }) => [firstSeq, lastSeq]);

/** One of the low bits of its first number. */
function turn({ phone }: Member, { id }: Pick<SealedEnvelope, 'id'>): void {
  const row = phone.tables.outbox.get(id);
  if (row !== undefined) phone.tables.outbox.set(id, { ...row, firstSeq: row.firstSeq ^ 8 });
}

test('what was saved meanwhile, and is damaged, is the next mending’s: nothing is pending without its envelope', async () => {
  const commune = await makeCommune();
  const mai = await commune.join('mai');
  await mai.save(thing('Hộ số 1'));
  let saves = 0;
  const meanwhile = async () => {
    if (saves++ === 0) {
      await mai.save(thing('Hộ số 2'), thing('Hộ số 3'));
      const newest = [...mai.phone.tables.outbox.values()].at(-1);
      turn(mai, newest ?? { id: '' });
    }
    return mai.store.waiting();
  };
  expect(await mend(mai, { waiting: meanwhile })).toEqual({ mended: 0, lost: 0 });
  expect(waiting(mai)).toHaveLength(2);
  expect(await mend(mai)).toEqual({ mended: 1, lost: 0 });
  expect(waiting(mai)).toEqual([
    [1, 1],
    [2, 3],
  ]);
});
