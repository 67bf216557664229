import { expect, test } from 'vitest';
import { openDraftKeeper, type Pause } from '../../src/ui/hook/draft-keeper.ts';
import type { PhoneApi } from '../../src/workers/api/phone-api.ts';

type Kept = Parameters<PhoneApi['saveDraft']>[0];

const draft = (name: string): Kept => ({
  id: 'd1',
  form: 'birth',
  household: 'h42',
  page: 0,
  answers: { fullName: name },
});

/** A pause that ends when the test says so. */
function openStage() {
  let waiting: (() => void) | undefined;
  const pause: Pause = {
    begin: (act) => {
      waiting = act;
    },
    cancel: () => {
      waiting = undefined;
    },
  };
  const written: string[] = [];
  const disk = { isFull: false, unkept: 0 };
  const phone = {
    saveDraft: async (kept: Kept) => {
      if (disk.isFull) throw new Error('QuotaExceededError');
      written.push(String(kept.answers.fullName));
    },
    dropDraft: async (id: string) => {
      written.push(`drop ${id}`);
    },
  };
  const keeper = openDraftKeeper(phone, 'd1', pause, () => {
    disk.unkept++;
  });
  return { keeper, written, disk, passTime: () => waiting?.() };
}

test('letters typed in one breath are one write, of the last of them', async () => {
  const { keeper, written, passTime } = openStage();
  for (const name of ['L', 'Lê', 'Lê V']) keeper.keep(draft(name));
  expect(written).toEqual([]);
  passTime();
  await keeper.flush();
  expect(written).toEqual(['Lê V']);
});

test('locking does not wait for the pause', async () => {
  const { keeper, written } = openStage();
  keeper.keep(draft('Lê Vy'));
  await keeper.flush();
  expect(written).toEqual(['Lê Vy']);
  await keeper.flush();
  expect(written).toEqual(['Lê Vy']);
});

test('a saved form leaves no draft behind, not even one that was still to be written', async () => {
  const { keeper, written, passTime } = openStage();
  keeper.keep(draft('Lê Vy'));
  await keeper.end();
  keeper.keep(draft('Lê Vy 2'));
  passTime();
  await keeper.flush();
  expect(written).toEqual(['drop d1']);
});

test('a full disk is told; once there is room again, the answers are kept with the next, and a saved form leaves nothing', async () => {
  const { keeper, written, disk, passTime } = openStage();
  disk.isFull = true;
  keeper.keep(draft('Lê'));
  passTime();
  await expect.poll(() => disk.unkept).toBe(1);
  await expect(keeper.flush()).rejects.toThrow();
  disk.isFull = false;
  await keeper.flush();
  expect(written).toEqual(['Lê']);
  disk.isFull = true;
  keeper.keep(draft('Lê V'));
  passTime();
  await expect.poll(() => disk.unkept).toBe(2);
  await keeper.end();
  expect(written).toEqual(['Lê', 'drop d1']);
});
