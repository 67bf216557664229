import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { inventedHub, officerCode } from './invented-hub.ts';
import { activatedPhone, pin } from './invented-phone.ts';

/*
 * A cheap phone is full of photographs. Whichever write finds no room, of a save or of a sync: what was said to be saved
 * is saved once and as a whole, what was not said is not there, and once there is room all goes on. FULL_WRITES=1000
 * makes it long.
 */

const wanted = Number(process.env.FULL_WRITES ?? 100);

afterEach(() => vi.restoreAllMocks());

/** Lets so many writes pass and refuses the next one. */
function watchWrites() {
  const disk = { room: Number.POSITIVE_INFINITY, refused: 0 };
  for (const verb of ['add', 'put'] as const) {
    const write = IDBObjectStore.prototype[verb];
    vi.spyOn(IDBObjectStore.prototype, verb).mockImplementation(function (this: IDBObjectStore, ...words) {
      disk.room -= 1;
      if (disk.room !== -1) return write.apply(this, words);
      disk.refused += 1;
      throw new DOMException('no room', 'QuotaExceededError');
    });
  }
  return disk;
}

test(`no room at each of ${wanted} writes: nothing half saved, nothing doubled, and she is told`, {
  timeout: 3_600_000,
}, async () => {
  const hub = await inventedHub();
  const phone = await activatedPhone(hub.answer, officerCode);
  let { app } = phone;
  await app.sync();
  const [hoa] = (await app.search('hoa', 20)).rows.filter(({ kind, sex }) => kind === 'person' && sex === 'female');
  if (hoa === undefined) throw new Error('a woman is called Hoà');
  const disk = watchWrites();
  const saved: string[] = [];
  let tried = 0;

  /** @returns whether a write of it was refused */
  async function withRoom(room: number, act: () => Promise<unknown>): Promise<boolean> {
    const before = disk.refused;
    disk.room = room;
    await act();
    disk.room = Number.POSITIVE_INFINITY;
    return disk.refused > before;
  }

  async function edit(): Promise<void> {
    tried += 1;
    const number = `09${String(tried).padStart(8, '0')}`;
    const { defaults } = await app.formContext('person_edit', hoa?.household ?? '', hoa?.id);
    const answers = { ...defaults, isCorrection: true, phone: number };
    const [{ waiting }, { refused }] = [await app.syncState(), disk];
    const answer = await app.record('person_edit', hoa?.household ?? '', answers, []).catch(() => undefined);
    if (answer?.ok) saved.push(number);
    // Told, in words that say what to do.
    else expect([refused < disk.refused, answer?.error[0]?.check]).toEqual([true, 'storage_full']);
    expect((await app.syncState()).waiting).toBe(waiting + (answer?.ok ? 1 : 0));
  }

  async function sync(): Promise<void> {
    const { refused } = disk;
    // What throws inside of a request's answer ends its transaction without a reason: only here, no browser does.
    const isAborted = await app.sync().then(
      () => false,
      (error: Error) => error.name === 'AbortError',
    );
    const { is, why } = await app.syncState();
    expect(is).not.toBe('sending');
    if (is === 'failed') expect([refused < disk.refused, why]).toEqual([true, isAborted ? 'hub' : 'full']);
  }

  for (let round = 0; disk.refused < wanted; round += 1) {
    for (let room = 0; await withRoom(room, edit); room += 1);
    for (let room = 0; await withRoom(room, sync); room += 1) await edit();
    if (round % 4 !== 3) continue;
    await app.lock();
    app = phone.start();
    await app.unlock(pin);
  }
  expect(await app.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0, agreedAt: expect.any(Number) });
  const puts = [...hub.ops.values()].flatMap(({ op }) => (op !== undefined && 'put' in op ? [op.put.phone] : []));
  expect(puts.filter((phone) => phone !== undefined)).toEqual(saved);
  console.log(
    `writes without room ${disk.refused} · ${saved.length} of ${tried} edits were saved · lost 0 · doubled 0`,
  );
});
