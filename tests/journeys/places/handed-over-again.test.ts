import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeActivationCode } from '../../../server/auth/activation.ts';
import { obeyHandOver } from '../../../server/command-line/order/hand-over-words.ts';
import type { CommandName } from '../../../server/durable/command.ts';
import { readState } from '../../../server/figures/state-codec.ts';
import { unitsBench } from '../../../server/sync/units/units-routes.ts';
import { demoCommune } from '../../../src/sample/sample.ts';
import { isAlive, shown } from '../../../src/sync/records/merge.ts';
import { certify } from '../../../src/workers/answering/proof/proving.ts';
import { engines } from '../../server/engines.ts';
import { book, type JourneyHub, openCommune, villages } from '../commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth, syncUntilAgreed } from '../phone.ts';

/*
 * The power goes while villages are being handed over. The officer gives the same command again, and what is missing is
 * done: the term, the closing of the old phone, the minutes, the newcomer's code; each of them once.
 */

const [first = '', second = ''] = villages;
const days = 86_400_000;
const powerCut = 'the power is gone';

type Bench = ReturnType<typeof unitsBench>;
type Dying = (bench: Bench) => Bench;

const die = (): never => {
  throw new Error(powerCut);
};

/** The command takes effect, and nothing comes behind it. */
function behind(is: CommandName): Dying {
  return (bench) => ({
    ...bench,
    hub: {
      ...bench.hub,
      run: async (command) => bench.hub.run(command).then((done) => (command.is === is ? die() : done)),
    },
  });
}

/** What a file brings is told and taken in before: the power goes behind the villages. @param killed what is left of the bench then */
function afterwards(killed: (bench: Bench) => Partial<Bench>): Dying {
  return (bench) => {
    let hasGone = false;
    const { run, accept } = bench.hub;
    const dead = () => ({ ...bench, ...killed(bench) });
    return {
      onWritten: (book) => (hasGone ? dead() : bench).onWritten(book),
      hub: {
        ...bench.hub,
        accept: (...envelope) => (hasGone ? dead().hub.accept(...envelope) : accept(...envelope)),
        async run(command) {
          const result = await run(command);
          hasGone ||= command.is === 'hand_over';
          return result;
        },
      },
    };
  };
}

const behindTerms = afterwards(({ hub }) => ({
  hub: { ...hub, accept: async (...envelope) => hub.accept(...envelope).then(die) },
}));

const deaths = [
  ['the villages went', behind('hand_over')],
  ['the terms were written', behindTerms],
  ['the old phone was closed', behind('revoke')],
  ['the figures were to be told', afterwards(() => ({ onWritten: die }))],
] as const;

describe.each(engines)('a hand-over that was cut off, on %s', { timeout: 180_000 }, (engine) => {
  let hub: JourneyHub;
  let lan: JourneyPhone;
  let hoa: JourneyPhone;
  let scratch: string;
  let told = 0;

  beforeAll(async () => {
    hub = await openCommune(engine);
    scratch = await mkdtemp(join(tmpdir(), 'so-dan-so-handover-'));
  }, 180_000);
  afterAll(async () => {
    await hub?.close();
    await rm(scratch, { recursive: true, force: true });
  });
  beforeEach(async () => {
    told += 1;
    hoa = await openPhone(hub, await codeOf(`Vũ Thị Hoa ${told}`, first));
    lan = await openPhone(hub, await codeOf(`Đinh Thị Lan ${told}`, second));
    await syncUntilAgreed(hub, [hoa, lan]);
  });

  const codeOf = (userName: string, village: string) =>
    makeActivationCode(hub.hub(), { book, role: 'collaborator', places: [village], userName });
  const session = (phone: JourneyPhone) => phone.work().session;
  const device = (phone: JourneyPhone) => session(phone).record.device;
  const bench = () => unitsBench({ hub: hub.hub(), figures: hub.figures() });
  const place = ['--place', demoCommune.communeCode];
  const handOver = (using: Bench, ...words: readonly string[]) =>
    obeyHandOver(using, [...place, ...['--data', scratch, '--from', device(hoa), '--reason', 'transfer'], ...words]);

  async function certificate(): Promise<string> {
    const asked = await certify({ session: session(hoa), line: hoa.line(), sync: hoa.sync });
    if (!asked.ok) throw new Error(asked.error);
    const path = join(scratch, `${device(hoa)}.txt`);
    await writeFile(path, `Đã gửi đủ\n${asked.value.text}\n`);
    return path;
  }
  async function waitingFile(): Promise<string> {
    const saved = await hoa.roads().waitingFile();
    if (saved === undefined) throw new Error('something waits');
    const path = join(scratch, `${device(hoa)}-viec.txt`);
    await writeFile(path, saved.bytes);
    return path;
  }
  async function openTerms(): Promise<readonly (readonly [name: string, villages: string, since: string])[]> {
    const rows = await hub
      .hub()
      .database.transaction(await hub.hub().wholeBook(book), (tx) =>
        tx.selectFrom('record').select('state').where('book', '=', book).where('kind', '=', 'collaborator').execute(),
      );
    return rows
      .map(({ state }) => readState(state))
      .filter((term) => isAlive(term) && shown(term, 'until') === undefined)
      .map((term) => [
        String(shown(term, 'fullName')),
        String(shown(term, 'villages') ?? term.place.value),
        String(shown(term, 'since')),
      ]);
  }
  const entries = async (action: string) =>
    hub
      .hub()
      .database.transaction({ book, places: [] }, (tx) =>
        tx
          .selectFrom('audit')
          .select(['n', 'hash'])
          .where('book', '=', book)
          .where('device', '=', device(hoa))
          .where('action', '=', action)
          .execute(),
      );
  const standing = () =>
    hub
      .hub()
      .database.transaction(undefined, (tx) =>
        tx
          .selectFrom('device')
          .select(['status', 'wipe', 'places'])
          .where('book', '=', book)
          .where('id', '=', device(hoa))
          .executeTakeFirstOrThrow(),
      );
  const countOf = (said: string) => /- 001 .*/.exec(said)?.[0] ?? '';
  const codeIn = (said: string) => /Mã kích hoạt cho [^:]+: (\S+)/.exec(said)?.[1] ?? '';

  test.each(deaths)('to a colleague: %s', async (_, dying) => {
    const words = ['--to', device(lan), '--certificate', await certificate()];
    await expect(handOver(dying(bench()), ...words)).rejects.toThrow(powerCut);
    hub.clock.now += days;
    const said = await handOver(bench(), ...words);

    expect(said).toMatch(/đã đóng; lần liên lạc tới máy tự xóa sổ/);
    expect(said).toMatch(/Đã gửi đủ đến số \d+, theo giấy xác nhận/);
    expect(await standing()).toEqual({ status: 'revoked', wipe: 'ordered', places: '[]' });
    const [entry, ...others] = await entries('hand_over');
    expect(others).toEqual([]);
    expect(await entries('revoke_wipe')).toHaveLength(1);
    expect(said).toContain(`Nhật ký xã: dòng ${entry?.n}, mã ${entry?.hash.slice(0, 16)}`);
    const name = session(lan).activation.userName;
    const open = await openTerms();
    expect(open.filter(([fullName]) => fullName === name)).toEqual([[name, `${second} ${first}`, expect.any(String)]]);
    expect(open.filter(([fullName]) => fullName === session(hoa).activation.userName)).toEqual([]);

    // Said once more, nothing is done, and the minutes say the same.
    expect(await handOver(bench(), ...words)).toBe(said);
    expect(await openTerms()).toEqual(open);
    expect(await hoa.sync()).toMatchObject({ is: 'failed', why: 'revoked' });
  });

  test.each([...deaths, ['the code was drawn', behind('code')] as const])(
    'to somebody who has no phone yet: %s',
    async (_, dying) => {
      const [home = ''] = fertileHouseholds(hoa, first);
      const born = await recordBirth(hoa, home, { order: 2 });
      const name = `Trần Thị Mới ${told}`;
      const words = ['--name', name, '--file', await waitingFile(), '--close', 'yes'];
      const begun = hub.clock.now;
      await expect(handOver(dying(bench()), ...words)).rejects.toThrow(powerCut);
      hub.clock.now += days;
      const said = await handOver(bench(), ...words);
      expect(said).toMatch(/Đã nhận 1\/1 gói/);
      expect(said).toContain(`Ngày ${new Date(begun).toISOString().slice(0, 10).split('-').reverse().join('/')} ·`);
      expect(said).toContain(`Bên nhận: ${name}`);
      expect(await standing()).toEqual({ status: 'revoked', wipe: 'ordered', places: '[]' });

      // Whatever was shown before: the last code is the one that works.
      const again = await handOver(bench(), ...words);
      expect(countOf(again)).toBe(countOf(said));
      await expect(openPhone(hub, codeIn(said))).rejects.toThrow('expired_code');
      const fresh = await openPhone(hub, codeIn(again));
      await syncUntilAgreed(hub, [fresh]);
      expect(session(fresh).register.get(born.child)?.place).toBe(first);
      const since = new Date(begun).toISOString().slice(0, 10);
      expect((await openTerms()).filter(([fullName]) => fullName === name)).toEqual([[name, first, since]]);
      const last = await handOver(bench(), ...words);
      expect(codeIn(last)).toBe('');
      expect(last).toContain(`${name} đã kích hoạt máy`);
    },
  );

  test('the folder of the minutes was not there: they say what stood there when the village went', async () => {
    const folder = join(scratch, `minutes-${told}`);
    const words = ['--to', device(lan), '--lost', 'yes', '--minutes', join(folder, 'bien-ban.txt')];
    await expect(handOver(bench(), ...words)).rejects.toThrow('cannot be written');
    const stood = countOf(await handOver(bench(), ...words.slice(0, 4)));
    await lan.sync();
    const [home = ''] = fertileHouseholds(lan, first);
    await recordBirth(lan, home, { order: 2 });
    await syncUntilAgreed(hub, [lan]);
    await mkdir(folder);
    await handOver(bench(), ...words);
    const printed = await readFile(join(folder, 'bien-ban.txt'), 'utf8');
    expect(countOf(printed)).toBe(stood);
    expect(stood).toMatch(/\d+ bản ghi, mã đối chiếu [0-9a-f]{32}$/);
    expect(printed).toMatch(/Máy của bên giao: mất;/);
  });

  test('only the very same is taken up: not to another, not for another reason, not when the village went on', async () => {
    const mai = await openPhone(hub, await hub.collaboratorCode('003'));
    await expect(handOver(behind('hand_over')(bench()), '--to', device(lan))).rejects.toThrow(powerCut);
    await expect(handOver(bench(), '--to', device(mai))).rejects.toThrow('does not have');
    await expect(handOver(bench(), '--name', 'Người khác')).rejects.toThrow('does not have');
    await expect(handOver(bench())).rejects.toThrow('does not have');
    await expect(handOver(bench(), '--to', device(lan), '--village', '003')).rejects.toThrow('does not have');
    await expect(handOver(bench(), '--to', device(lan), '--reason', 'leave')).rejects.toThrow('does not have');
    await obeyHandOver(bench(), [
      ...place,
      ...['--data', scratch, '--from', device(lan), '--to', device(mai), '--village', '001', '--reason', 'leave'],
    ]);
    await expect(handOver(bench(), '--to', device(lan))).rejects.toThrow('does not have');
  });
});
