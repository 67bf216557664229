import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'uqr';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activationLink, drawQr } from '../../server/command-line/welcome/activation-qr.ts';
import { readActivationLink } from '../../src/app/start/activation-fragment.ts';
import { fingerprintOf } from '../../src/seal/hub-keys.ts';
import { openVerdict } from '../../src/sync/wire/verdict-bytes.ts';
import { type Ask, activatePhone, householdDrafts } from './phone.ts';
import { type HubProcess, run, startHubProcess } from './process.ts';

let folder = '';
let hub: HubProcess;
const ask: Ask = (path, init) => fetch(`${hub.address}${path}`, init);

/** What a camera sees in half blocks: true where it is dark. */
function modulesOf(picture: string): readonly (readonly boolean[])[] {
  const lines = picture.split('\n').map((line) => [...line]);
  const rows = lines.flatMap((line) => [
    line.map((block) => block !== '█' && block !== '▀'),
    line.map((block) => block !== '█' && block !== '▄'),
  ]);
  // Two rows a line: below the last of an odd number there is nothing.
  return rows.slice(0, lines[0]?.length);
}

const activate = (...words: readonly string[]) => run(['server/activate.ts', '--data', folder, ...words]);

beforeAll(async () => {
  // A folder so deep that a socket's path would not fit.
  folder = join(await mkdtemp(join(tmpdir(), 'so-dan-so-cli-')), 'thư mục'.repeat(10));
  hub = await startHubProcess(folder);
});
afterAll(async () => {
  await hub.end('SIGTERM');
  await rm(join(folder, '..'), { recursive: true, force: true });
});

describe('npm start', () => {
  test('prints the address, codes for an officer and a collaborator, and the console user', async () => {
    expect(hub.output()).toMatch(/http:\/\/localhost:\d+/);
    expect(hub.printed('officer')).toMatch(/^[2-9A-Z]{10}$/);
    expect(hub.printed('console')).toMatch(/^captren \S{12}$/);
    const officer = await activatePhone(ask, hub.printed('officer'));
    const collaborator = await activatePhone(ask, hub.printed('collaborator'));
    expect(officer.activation.places).toHaveLength(4);
    expect(collaborator.activation.places).toHaveLength(1);
    const { total, rows } = await collaborator.changes();
    expect(rows.filter((row) => row.k === 'household')).toHaveLength(60);
    expect(total).toBe(rows.length);
  });

  test("prints both codes as pictures for a phone's camera, each under its link, with the keys' fingerprint", async () => {
    const address = /(http:\/\/localhost:\d+)/.exec(hub.output())?.[1] ?? '';
    for (const code of [hub.printed('officer'), hub.printed('collaborator')]) {
      const keys = (await activatePhone(ask, (await activate('--role', 'officer', '--place', '99001')).out.trim()))
        .activation.keys;
      const link = activationLink(address, code, await fingerprintOf(crypto.subtle, keys));
      expect(readActivationLink(new URL(link).hash).code).toBe(code);
      expect(hub.output()).toContain(`\n${link}\n${drawQr(link, false)}\n`);
      expect(modulesOf(drawQr(link, false))).toEqual(encode(link, { ecc: 'M', border: 2 }).data);
    }
  });

  test('a folder in use, a port in use and a wrong word are told in Vietnamese and English, exit 1', async () => {
    const port = new URL(hub.address).port;
    const told = async (...words: readonly string[]) => {
      const { status, out, err } = await run(['server/main.ts', ...words]);
      expect([status, out]).toEqual([1, '']);
      return err;
    };
    expect(await told('--data', folder, '--port', '0')).toMatch(/--port phải là số[\s\S]*must be/);
    expect(await told('--data', folder, '--port', port)).toMatch(/đang được dùng[\s\S]*in use/);
    expect(await told('--data', folder, '--port', '18123')).toMatch(/máy chủ khác[\s\S]*another hub/);
    expect(await told('--people', '0')).toMatch(/--people phải là số[\s\S]*must be/);
    expect(await told('--colour', 'red')).toMatch(/Không hiểu[\s\S]*Not understood/);
    expect(await told('--host', 'so.example')).toMatch(/--cert[\s\S]*together/);
  });
});

describe('a PostgreSQL that cannot be used', () => {
  test('is told without its address, which may hold a password', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'so-dan-so-cli-'));
    for (const url of ['postgres://app:mat-khau@127.0.0.1:1/so', 'mat-khau']) {
      const { status, out, err } = await run(['server/main.ts', '--port', '18124', '--data', empty], {
        DATABASE_URL: url,
      });
      expect([status, out]).toEqual([1, '']);
      expect(err).toMatch(/^Không dùng được PostgreSQL[^\n]+\nPostgreSQL cannot be used[^\n]+\n$/);
      expect(err).not.toContain('mat-khau');
    }
    await rm(empty, { recursive: true, force: true });
  });
});

describe('a policy file that is wrong', () => {
  test('is told by the name of what is wrong, and nothing starts', async () => {
    const strict = await mkdtemp(join(tmpdir(), 'so-dan-so-cli-'));
    await writeFile(join(strict, 'policy.json'), '{"leasedays": 9}');
    const { status, out, err } = await run(['server/main.ts', '--port', '18125', '--data', strict]);
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(/^policy\.json trong .+ sai ở: leasedays\.\npolicy\.json in .+ is wrong at: leasedays\.\n$/);
    await rm(strict, { recursive: true, force: true });
  });
});

describe('npm run activate', () => {
  test('prints a fresh code and nothing else while the hub runs, and it works', async () => {
    const officer = await activate('--role', 'officer', '--place', '99001');
    expect([officer.status, officer.err]).toEqual([0, '']);
    expect(officer.out).toMatch(/^[2-9A-Z]{10}\n$/);
    expect((await activatePhone(ask, officer.out.trim())).activation.role).toBe('officer');
    const village = await activate('--role', 'collaborator', '--place', '99001', '--village', '002');
    expect((await activatePhone(ask, village.out.trim())).activation.places).toEqual(['u99001v002']);
  });

  test('says what is wrong on standard error, exit 1', async () => {
    for (const [words, said] of [
      [['--role', 'officer', '--place', '11111'], /Không có xã[\s\S]*No commune/],
      [['--role', 'boss', '--place', '99001'], /--role/],
      [['--role', 'collaborator', '--place', '99001'], /--village/],
      [['--role', 'officer', '--place', '99001', '--village', '001'], /bỏ --village[\s\S]*leave out/],
      [['--role', 'collaborator', '--place', '99001', '--village', '9'], /001, 002, 003/],
    ] as const) {
      const { status, out, err } = await activate(...words);
      expect([status, out]).toEqual([1, '']);
      expect(err).toMatch(said);
    }
  });
});

describe('a folder without a hub', () => {
  test('is told, and no hub is founded in it', async () => {
    const mistyped = join(folder, '..', 'nham');
    for (const words of [
      ['server/activate.ts', '--role', 'officer', '--place', '99001'],
      ['server/audit.ts', 'verify'],
      ['server/command-line/order/erase.ts', '--record', 'x.1', '--ground', 'y'],
      ['server/command-line/device/revoke.ts', '--device', 'x'],
    ]) {
      const { status, out, err } = await run([...words, '--data', mistyped]);
      expect([status, out]).toEqual([1, '']);
      expect(err).toMatch(/Không có máy chủ nào[\s\S]*There is no hub/);
      expect(existsSync(mistyped)).toBe(false);
    }
  });
});

describe('npm run revoke', () => {
  const revoke = (...words: readonly string[]) =>
    run(['server/command-line/device/revoke.ts', '--data', folder, ...words]);

  test('ends the work of one phone while the hub runs, which is told at its next contact; the others go on', async () => {
    const code = () => activate('--role', 'officer', '--place', '99001');
    const lost = await activatePhone(ask, (await code()).out.trim());
    const kept = await activatePhone(ask, (await code()).out.trim());
    const { device } = lost.activation;
    const before = (await revoke()).out.split('\n');
    const at = before.findIndex((line) => line.startsWith(`b99001 ${device} officer active Cán bộ dân số xã · từ 2`));
    expect(before[at]).toContain('chưa ghi gì');
    // The phone that came in the place of the first bears the same name, and stands behind it.
    expect(before.findIndex((line) => line.includes(kept.activation.device))).toBeGreaterThan(at);
    expect(at).toBeGreaterThanOrEqual(0);
    expect((await revoke('--device', device, '--ground', 'mất máy')).out).toMatch(/Đã thu hồi máy[\s\S]*is revoked/);
    const { contact, rows } = await lost.changes();
    expect(rows).toEqual([]);
    expect(contact && openVerdict(contact)).toMatchObject({ device, standing: 'revoked' });
    expect((await kept.changes()).rows.length).toBeGreaterThan(0);
    expect((await revoke('--device', device)).err).toMatch(/từ trước[\s\S]*before/);
    expect((await revoke('--device', 'nobody')).err).toMatch(/Không có máy[\s\S]*No device/);
    expect((await revoke()).out).toContain(`b99001 ${device} officer revoked`);
  });
});

describe('npm run quarantine', () => {
  const quarantine = (...words: readonly string[]) =>
    run(['server/command-line/device/quarantine.ts', '--data', folder, ...words]);

  test('lists what a revoked phone sent, and takes it into the book, while the hub runs', async () => {
    const phone = await activatePhone(ask, (await activate('--role', 'officer', '--place', '99001')).out.trim());
    const { device, places } = phone.activation;
    await run(['server/command-line/device/revoke.ts', '--data', folder, '--device', device]);
    expect((await quarantine()).out).toContain('Không có gì để riêng');
    const { envelope } = await phone.write(householdDrafts(places[1] ?? '', 'Lê Thị Tìm Thấy'));
    await phone.upload(envelope.bytes);
    expect((await quarantine()).out).toMatch(new RegExp(`^b99001 ${device} officer revoked .* 2 việc / ops`, 'm'));
    const about = ['--device', device, '--take', 'yes'] as const;
    expect((await quarantine(...about)).err).toContain('--ground');
    expect((await quarantine(...about, '--ground', 'máy tìm thấy')).out).toContain('Took 2 ops into the book');
    expect((await quarantine()).out).toContain('Nothing is kept aside');
  });
});

describe('npm run erase', () => {
  const erase = (...words: readonly string[]) =>
    run(['server/command-line/order/erase.ts', '--data', folder, ...words]);

  test('forgets a record while the hub runs; its order is listed with how many phones have obeyed', async () => {
    const phone = await activatePhone(ask, (await activate('--role', 'officer', '--place', '99001')).out.trim());
    const { rows } = await phone.changes();
    const toldNow = async () => {
      const { contact } = await phone.changes(1_000_000);
      return contact && openVerdict(contact);
    };
    expect(await toldNow()).not.toHaveProperty('erased');
    const person = rows.find((row) => row.k === 'person');
    if (person === undefined) throw new Error('somebody lives there');
    const { status, out } = await erase('--record', person.id, '--ground', 'đơn đề nghị số 3');
    expect([status, out]).toEqual([0, expect.stringMatching(/Đã xóa nội dung[\s\S]*Erased record/)]);
    expect((await toldNow())?.erased).toEqual([{ n: expect.any(Number), record: person.id }]);
    expect((await erase()).out).toMatch(new RegExp(`^b99001 \\d+ [\\d-]+ ${person.id} 0/\\d+\n$`));
    expect((await erase('--record', person.id, '--ground', 'x')).err).toMatch(/từ trước[\s\S]*before/);
    expect((await erase('--record', 'nobody.1', '--ground', 'x')).err).toMatch(/Không có bản ghi[\s\S]*No record/);
    expect((await erase('--record', person.id)).err).toMatch(/--ground/);
  });
});

describe('npm run audit', () => {
  test('walks each chain, beside a running hub and without one', async () => {
    const beside = await run(['server/audit.ts', 'verify', '--data', folder]);
    expect(beside.out).toMatch(/^b99001: \d+ [0-9a-f]{64}\nhub: \d+ [0-9a-f]{64}\n$/);
    await hub.end('SIGTERM');
    const alone = await run(['server/audit.ts', 'verify', '--data', folder]);
    expect(alone.out).toBe(beside.out);
    const code = await activate('--role', 'officer', '--place', '99001');
    expect(code.status).toBe(0);
    hub = await startHubProcess(folder);
    expect((await activatePhone(ask, code.out.trim())).activation.role).toBe('officer');
    expect(hub.printed('console')).toMatch(/^captren \S{12}$/);
  });
});
