import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { obeyQuarantine } from '../../../server/command-line/device/quarantine-words.ts';
import { obeyHandOver } from '../../../server/command-line/order/hand-over-words.ts';
import { obeyKeys } from '../../../server/command-line/order/keys-words.ts';
import { obeyRevoke } from '../../../server/command-line/order/revoke-words.ts';
import { readRegisterWords } from '../../../server/command-line/register/register-words.ts';
import { Told } from '../../../server/command-line/told.ts';
import { readUnitsWords } from '../../../server/command-line/units/units-words.ts';
import { foundTestCommune } from '../commune.ts';
import { onEachEngine } from '../engines.ts';
import { activatePhone } from '../phone.ts';
import { openSite } from '../site.ts';

/* An office types a word that the command does not know, or not in that way: it is told, and nothing is done half. */

const scratch = await mkdtemp(join(tmpdir(), 'so-dan-so-words-'));
afterAll(() => rm(scratch, { recursive: true, force: true }));

const told = (work: () => unknown): Error => {
  try {
    work();
  } catch (error) {
    if (error instanceof Told) return error;
    throw error;
  }
  throw new Error('nothing was told');
};
const hears = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => new Error('nothing was told'),
    (refused: unknown) => refused,
  );
  expect(error).toBeInstanceOf(Told);
  return error instanceof Told ? error.message : '';
};

test.each([
  ['join', '--from', 'join --village 001 --into 002 --from 2026-07-01'],
  ['split', '--from', 'split --village 001 --households 1-9 --name Mới --from 2026-07-01'],
  ['move', '--date', 'move --village 001 --into 99002 --from 2026-07-01 --date 2026-07-02'],
  ['rename', '--into', 'rename --name Mới --into 002'],
  ['list', '--village', 'list --village 001'],
  ['join', '--apart', 'join --village 001 --into 002 --apart'],
])('units %s has no use for %s', (verb, option, words) => {
  const { message } = told(() => readUnitsWords([...words.split(' '), '--place', '99001', '--data', '/tmp']));
  expect(message).toContain(`units ${verb}`);
  expect(message).toContain(option);
});

test.each([
  ['stock', '--village', 'stock --month 2026-06 --village 001'],
  ['stock', '--frozen', 'stock --month 2026-06 --frozen'],
  ['import', '--village', 'import /tmp/in --village 001'],
  ['export', '--village', 'export /tmp/out --village 001'],
  ['export', '--skip-refused', 'export /tmp/out --skip-refused'],
])('register %s has no use for %s', (verb, option, words) => {
  const { message } = told(() => readRegisterWords([...words.split(' '), '--place', '99001', '--data', '/tmp']));
  expect(message).toContain(`register ${verb}`);
  expect(message).toContain(option);
});

onEachEngine('words at the hub', ({ hub }) => {
  test('what takes yes takes nothing else: a lost phone is not left alone because somebody typed "true"', async () => {
    const { request } = openSite(hub());
    const commune = await foundTestCommune(hub());
    const { device, book } = (await activatePhone(request, await commune.collaboratorCode())).activation;
    const bench = { hub: hub(), onWritten: () => {} };
    const place = ['--place', commune.commune.slice(1)];
    expect(await hears(obeyRevoke(hub(), ['--device', device, '--wipe', 'true']))).toMatch(/--wipe chỉ nhận yes/);
    for (const name of ['lost', 'close'])
      expect(await hears(obeyHandOver(bench, [...place, '--from', device, `--${name}`, 'true']))).toContain(
        `--${name}`,
      );
    expect(await hears(obeyKeys(hub(), ['--rotate', 'true', '--ground', 'x']))).toContain('--rotate');
    expect(await hears(obeyQuarantine(bench, ['--device', device, '--take', 'co']))).toContain('--take');
    const { status } = await hub().database.transaction(undefined, (tx) =>
      tx
        .selectFrom('device')
        .select('status')
        .where('book', '=', book)
        .where('id', '=', device)
        .executeTakeFirstOrThrow(),
    );
    expect(status).toBe('active');
    expect(await obeyRevoke(hub(), ['--device', device, '--wipe', 'no'])).not.toContain('xóa');
  });

  test('a list that cannot be written is told before the chain says that somebody has it', async () => {
    const { request } = openSite(hub());
    const commune = await foundTestCommune(hub());
    const { device } = (await activatePhone(request, await commune.officerCode())).activation;
    const actions = () =>
      hub().database.transaction(undefined, (tx) =>
        tx.selectFrom('audit').select(['book', 'n', 'action']).where('action', '=', 'people').execute(),
      );
    const before = await actions();
    const path = join(scratch, 'no', 'such', 'x.csv');
    const list = ['--device', device, '--ground', 'mất máy', '--people', path];
    expect(await hears(obeyRevoke(hub(), list))).toContain(`Không ghi được ${path}`);
    expect(await actions()).toEqual(before);
  });
});
