import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openJournal } from '../../../server/durable/journal.ts';
import { type Ask, activatePhone, makePhone } from '../phone.ts';
import { type HubProcess, run, startHubProcess } from '../process.ts';

/* The words of `npm run backup` and `restore`; that nothing is lost by them is told in the journeys. */

describe('npm run backup, npm run restore', () => {
  let folder = '';
  let hub: HubProcess | undefined;
  const at = (name: string) => join(folder, name);
  const backup = (...words: readonly string[]) => run(['server/command-line/order/backup.ts', ...words]);
  const restore = (...words: readonly string[]) => run(['server/command-line/order/restore.ts', ...words]);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'so-dan-so-backup-'));
    hub = await startHubProcess(at('data'));
  });
  afterAll(async () => {
    await hub?.end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  test('a running hub is copied; a mistyped folder, one that is not empty, and half a backup are told', async () => {
    expect((await backup('--data', at('data'), '--to', at('copy'))).out).toMatch(/Đã sao lưu[\s\S]*Backed up/);
    expect((await backup('--data', at('data'), '--to', at('copy'))).err).toContain('is not empty');
    expect((await backup('--data', at('nowhere'), '--to', at('other'))).err).toContain('no hub in the folder');
    expect(existsSync(at('other'))).toBe(false);
    expect((await restore('--from', at('copy'), '--data', at('data'))).err).toContain('not overwritten');
    await writeFile(at('half'), '');
    const onFile = await backup('--data', at('data'), '--to', at('half'));
    expect([onFile.status, onFile.err]).toEqual([1, expect.stringContaining('is no folder')]);
    const beneath = await backup('--data', at('data'), '--to', at('half/copy'));
    expect([beneath.status, beneath.err]).toEqual([1, expect.stringMatching(/could not be written.*ENOTDIR/)]);
    expect((await restore('--from', at('half'), '--data', at('new'))).err).toContain('no whole backup');
  });

  test('a stick that was pulled out too early: a copy whose journal is short, or empty, is refused, and the next one taken', async () => {
    const journal = await openJournal(at('copy/journal'));
    const ends = [0];
    for await (const { position } of journal.entriesAfter(0)) ends.push(position);
    await journal.close();
    const [size, beforeLast = 0] = [(await stat(at('copy/journal'))).size, ends.at(-2)];
    expect(ends.at(-1)).toBe(size);
    for (const left of [beforeLast, size - 3, 0]) {
      await cp(at('copy'), at('short'), { recursive: true });
      await truncate(at('short/journal'), left);
      const { status, out, err } = await restore('--from', at('short'), '--data', at('bought'));
      expect({ status, out, err: err.includes('cut short or damaged') }).toEqual({ status: 1, out: '', err: true });
      expect(existsSync(at('bought/keys.json'))).toBe(false);
    }
    expect((await restore('--from', at('copy'), '--data', at('bought'))).out).toContain('Phones offer again');
    expect((await stat(at('bought/journal'))).size).toBe(size);
  });

  test('a phone of before is known to the restored hub, which is another by its epoch', async () => {
    if (hub === undefined) throw new Error('the hub did not start');
    const asks =
      (running: HubProcess): Ask =>
      (path, init) =>
        fetch(`${running.address}${path}`, init);
    const before = await activatePhone(asks(hub), hub.printed('officer'));
    await rm(at('copy'), { recursive: true });
    await backup('--data', at('data'), '--to', at('copy'));
    const { hubEpoch, total } = await before.changes();
    await hub.end('SIGKILL');
    expect((await restore('--from', at('copy'), '--data', at('new'))).out).toContain('Phones offer again');
    hub = await startHubProcess(at('new'));
    const phone = makePhone(asks(hub), before.activation, before.keys, Date.now);
    const after = await phone.changes();
    expect(after.total).toBe(total);
    expect(after.hubEpoch).toBeGreaterThan(hubEpoch);
  });
});
