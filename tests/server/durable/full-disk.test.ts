import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openJournal } from '../../../server/durable/journal.ts';
import { joinUpload } from '../../../src/sync/hub/accept.ts';
import { foundTestCommune } from '../commune.ts';
import { startHub } from '../engines.ts';
import { type Ask, activatePhone, householdDrafts, makePhone } from '../phone.ts';
import { openSite } from '../site.ts';

/* The hub's disk is full for a moment, or fails for good. PostgreSQL has its own word for that. */

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-dan-so-full-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

interface Disk {
  write(bytes: Uint8Array, from: number, length: number, at: number): Promise<{ readonly bytesWritten: number }>;
  datasync(): Promise<void>;
  truncate(length: number): Promise<void>;
}

const noSpace = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

/** What every open file writes by. */
async function findDisk(): Promise<Disk> {
  const file = await open(join(folder, 'any'), 'w');
  await file.close();
  return Object.getPrototypeOf(file);
}

/** Half of the next write goes onto the disk, the rest finds no room. */
async function fillOnce(): Promise<Disk> {
  const disk = await findDisk();
  const { write } = disk;
  vi.spyOn(disk, 'write').mockImplementationOnce(async function half(this: Disk, bytes, from, length, at) {
    await write.call(this, bytes, from, Math.floor(length / 2), at);
    throw noSpace();
  });
  return disk;
}

async function readAll(path: string): Promise<readonly string[]> {
  const journal = await openJournal(path);
  const texts: string[] = [];
  for await (const { payload } of journal.entriesAfter(0)) texts.push(Buffer.from(payload).toString());
  await journal.close();
  return texts;
}

test('what found no room was promised to nobody, and the next is written where it would have stood', async () => {
  const path = join(folder, 'journal');
  const journal = await openJournal(path);
  await journal.append(Buffer.from('một'));
  await fillOnce();
  await expect(journal.append(Buffer.from('hai, mà dài hơn những cái khác'))).rejects.toThrow(/did not take/);
  expect(await readAll(path)).toEqual(['một']);
  await journal.append(Buffer.from('ba'));
  await journal.close();
  expect(await readAll(path)).toEqual(['một', 'ba']);
});

test.each(['datasync', 'truncate'] as const)(
  'after a failed %s nothing more is promised, and the hub says what to do',
  async (fails) => {
    const journal = await openJournal(join(folder, 'journal'));
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const disk = fails === 'truncate' ? await fillOnce() : await findDisk();
    vi.spyOn(disk, fails).mockRejectedValueOnce(Object.assign(new Error('EIO'), { code: 'EIO' }));
    await expect(journal.append(Buffer.from('một'))).rejects.toThrow();
    await expect(journal.append(Buffer.from('hai'))).rejects.toThrow(/could not be written/);
    await journal.close();
    expect(said.mock.calls.join('')).toMatch(/khởi động lại[\s\S]*start the hub again/);
  },
);

test('a phone that sends while the disk is full is asked to come back, and is heard then without a new start', async () => {
  const { hub, stop } = await startHub('PGlite', folder, Date.now);
  const site = openSite(hub);
  const commune = await foundTestCommune(hub);
  const phone = await activatePhone(site.request, await commune.officerCode());
  const { bytes } = (await phone.write(householdDrafts(commune.villages[0], 'Nguyễn Thị Đầy'))).envelope;
  await fillOnce();
  const full = await phone.ask('POST', '/sync/envelopes', joinUpload([bytes]));
  expect([full.status, full.headers.get('retry-after')]).toEqual([503, '60']);
  expect(site.logged.at(-1)).toMatchObject({ event: 'failed', error: expect.stringContaining('ENOSPC') });
  const [verdict] = await phone.upload(bytes);
  expect(verdict?.ops.map(({ result }) => result.is)).toEqual(['applied', 'applied']);
  await site.site.figures.close();
  await stop();
  const again = await startHub('PGlite', folder, Date.now);
  const ask: Ask = openSite(again.hub).request;
  const { rows } = await makePhone(ask, phone.activation, phone.keys, Date.now).changes();
  expect(rows.filter(({ k }) => k === 'person')).toHaveLength(1);
  await again.stop();
});
