import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashPassword } from '../../../server/auth/password.ts';
import type { Hub } from '../../../server/hub.ts';
import { settleDemo } from '../../../server/sync/founding/demo-commune.ts';
import { changeUnits } from '../../../server/sync/units/change-units.ts';
import { unitsBench } from '../../../server/sync/units/units-routes.ts';
import { foundTestCommune } from '../commune.ts';
import { useHub } from '../engines.ts';
import { activatePhone, householdDrafts } from '../phone.ts';
import { openSite } from '../site.ts';
import { dump } from './dump.ts';

/* The embedded database makes no fsync: after a power cut its folder may be any older one. The journal must make it whole. */

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-dan-so-recovery-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const withHub = <Result>(use: (hub: Hub) => Promise<Result>) => useHub(folder, use);

/** Every kind of change that a hub makes for good. */
async function live(hub: Hub): Promise<void> {
  const { request, site } = openSite(hub);
  const commune = await foundTestCommune(hub);
  const [one, two] = commune.villages;
  const phone = await activatePhone(request, await commune.officerCode());
  const waiting = await phone.write(householdDrafts(one, 'Nguyễn Văn Một'));
  const later = await phone.write(householdDrafts(two, 'Nguyễn Văn Hai'));
  await phone.upload(later.envelope.bytes);
  await phone.upload(waiting.envelope.bytes, waiting.envelope.bytes);
  const refused = await phone.write([{ kind: 'ghost', place: one, put: { a: 1 } }]);
  await phone.upload(refused.envelope.bytes);
  await request('/activate', { method: 'POST', body: '{}' });
  const hash = await hashPassword('mật khẩu');
  const name = `n${commune.book}`;
  await hub.run({ is: 'console_user', at: hub.now(), name, fullName: 'x', role: 'approver', hash });
  await hub.run({ is: 'password', at: hub.now(), name, hash: await hashPassword('khác'), isFirst: false });
  const look = { book: commune.book, actor: name, device: '', action: 'names', object: 'x', ground: 'lý do' };
  await hub.run({ is: 'audit', at: hub.now(), ...look });
  await commune.collaboratorCode();
  const join = { is: 'join', unit: one, into: two, date: '2026-01-05' } as const;
  await changeUnits(unitsBench(site), { id: 'join', book: commune.book, device: '', change: join });
  await phone.upload((await phone.write(householdDrafts(one, 'Nguyễn Văn Muộn'))).envelope.bytes);
  const collaborator = await activatePhone(request, await commune.collaboratorCode());
  const { device: from } = collaborator.activation;
  const handed = { book: commune.book, from, to: '', places: [one], actor: 'x', ground: 'leave' };
  await hub.run({ is: 'hand_over', at: hub.now(), ...handed });
  await collaborator.upload((await collaborator.write(householdDrafts(one, 'Nguyễn Thị Giao'))).envelope.bytes);
  await site.figures.close();
}

const pg = () => join(folder, 'pg');
const copy = () => join(folder, 'copy');

test('a database that was rolled back to an older copy is brought to where the journal stands', async () => {
  await withHub(live);
  await cp(pg(), copy(), { recursive: true });
  const after = await withHub(async (hub) => {
    await live(hub);
    return dump(hub);
  });
  await rm(pg(), { recursive: true });
  await cp(copy(), pg(), { recursive: true });
  expect(await withHub(dump)).toBe(after);
  expect(await withHub(dump)).toBe(after);
});

test('a database that was lost altogether is rebuilt, byte for byte, and goes on', async () => {
  const before = await withHub(async (hub) => {
    await settleDemo(hub, [4, 3]);
    await live(hub);
    return dump(hub);
  });
  expect(before).toContain('Nguyễn Thị Hoà');
  await rm(pg(), { recursive: true });
  expect(await withHub(dump)).toBe(before);
  await withHub(live);
});

test('a first start that was cut off in the middle of the sample goes on where it stood', async () => {
  const whole = await withHub(async (hub) => {
    await settleDemo(hub, [450]);
    return (await dump(hub)).split('\n').length;
  });
  const journal = await readFile(join(folder, 'journal'));
  await rm(pg(), { recursive: true });
  await writeFile(join(folder, 'journal'), journal.subarray(0, journal.length - 20));
  const again = await withHub(async (hub) => {
    const cutOff = (await dump(hub)).split('\n').length;
    await settleDemo(hub, [450]);
    return { cutOff, whole: (await dump(hub)).split('\n').length };
  });
  expect(again.cutOff).toBeLessThan(whole);
  expect(again.whole).toBe(whole);
});

test('a journal that is older than the database, or of another hub, is told and not written to', async () => {
  await withHub(live);
  const old = await readFile(join(folder, 'journal'));
  await withHub(live);
  await writeFile(join(folder, 'journal'), old);
  await expect(withHub(dump)).rejects.toThrow(/older than the database/);
  await rm(join(folder, 'journal'));
  await expect(withHub(dump)).rejects.toThrow(/another database/);
});

test('no name and no op stands readable in the journal', async () => {
  await withHub(live);
  const journal = (await readFile(join(folder, 'journal'))).toString('latin1');
  for (const name of ['Nguyễn Văn Một', 'Nguyễn Văn Hai', 'birthDate']) {
    expect(journal).not.toContain(Buffer.from(name).toString('latin1'));
  }
});

test('in a folder that everybody may enter, the database, the journal and the keys are their owner’s only', async () => {
  await chmod(folder, 0o755);
  await withHub(async () => undefined);
  for (const name of ['pg', 'journal', 'keys.json']) {
    expect((await stat(join(folder, name))).mode & 0o077, name).toBe(0);
  }
});

test('a database folder that was only half made when the machine stopped is put aside and made anew', async () => {
  await mkdir(join(folder, 'pg', 'base'), { recursive: true });
  await writeFile(join(folder, 'pg', 'PG_VERSION'), '18\n');
  const founded = await withHub(async (hub) => {
    await foundTestCommune(hub);
    return dump(hub);
  });
  expect(await withHub(dump)).toBe(founded);
  expect((await readdir(folder)).filter((name) => name.startsWith('pg-aside'))).toHaveLength(1);
});
