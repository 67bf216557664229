import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { obeyReceive } from '../../../../server/command-line/order/receive-words.ts';
import { sha256 } from '../../../../src/sync/records/sha256.ts';
import { fromUtf8, utf8 } from '../../../../src/sync/wire/bytes.ts';
import { readRoadFile, writeRoadFile } from '../../../../src/sync/wire/road-file.ts';
import { certify } from '../../../../src/workers/answering/proof/proving.ts';
import type { FileBytes } from '../../../../src/workers/api/transfer-api.ts';
import { engines } from '../../../server/engines.ts';
import { book, type JourneyHub, openCommune, villages } from '../../commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth } from '../../phone.ts';

/*
 * A collaborator without any network gives her work along as a file. The officer's phone carries what it cannot read;
 * the hub's answers come back by the same road.
 */

const [village = ''] = villages;
const name = 'Nguyễn Thị Đường Xa';
/** MUTATED_FILES=100000 makes it long. */
const mutatedFiles = Number(process.env.MUTATED_FILES ?? 5_000);

describe.each(engines)('work goes as a file, on %s', (engine) => {
  let hub: JourneyHub;
  let officer: JourneyPhone;
  let collaborator: JourneyPhone;
  let work: FileBytes;
  let child = '';
  const refused = (why: string) => ({ is: 'refused', why });

  beforeAll(async () => {
    hub = await openCommune(engine);
    officer = await openPhone(hub, await hub.officerCode());
    collaborator = await openPhone(hub, await hub.collaboratorCode('001'));
    for (const phone of [officer, collaborator]) await phone.sync();
    expect(await collaborator.roads().waitingFile()).toBeUndefined();
    const [household = ''] = fertileHouseholds(collaborator, village);
    ({ child } = await recordBirth(collaborator, household, { fullName: name }));
    await recordBirth(collaborator, household, { order: 2 });
    const file = await collaborator.roads().waitingFile();
    if (file === undefined) throw new Error('two births wait');
    work = file;
  });
  afterAll(() => hub?.close());

  test('the file says what it is and shows nobody; saving it takes nothing off the phone', async () => {
    const text = fromUtf8(work.bytes) ?? '';
    expect(work.name).toMatch(/^so-dan-so-cho-gui-\d{4}-\d\d-\d\d\.txt$/);
    expect(text.split('\r\n')[0]).toBe('SDSW1 So Dan So: viec cho gui, da ma hoa; dung sua');
    expect(text).not.toContain(name);
    expect(collaborator.work().session.store.counts().waiting).toBe(2);
  });

  test('it is carried once, however often and however it was passed on', async () => {
    const roads = officer.roads();
    expect(await roads.openRoadFile(work)).toEqual({ is: 'carried', fresh: 2, known: 0, broken: 0 });
    expect(await roads.openRoadFile(work)).toEqual({ is: 'carried', fresh: 0, known: 2, broken: 0 });
    const text = fromUtf8(work.bytes) ?? '';
    const passedOn = `\ufeff${text.replaceAll('\r\n', ' \n')}\n\n`;
    expect(await roads.openRoadFile({ name: 'x.txt', bytes: utf8(passedOn) })).toMatchObject({ known: 2, broken: 0 });
    expect(await collaborator.roads().openRoadFile(work)).toEqual(refused('own'));
    expect(await roads.carried()).toEqual({ waiting: 2, answered: 0 });
    expect(await roads.verdictFile()).toBeUndefined();
    expect(officer.work().session.store.shown(child)).toBeUndefined();
  });

  test('it goes up behind the officer’s own work, and its answers come back', async () => {
    await officer.reopen();
    expect(await officer.sync()).toMatchObject({ is: 'done', waiting: 0, agreedAt: expect.any(Number) });
    expect(officer.work().session.store.shown(child)).toBeDefined();
    expect(await officer.roads().carried()).toEqual({ waiting: 0, answered: 2 });
    const answers = await officer.roads().verdictFile();
    if (answers === undefined) throw new Error('the hub answered');
    expect(answers.name).toMatch(/^so-dan-so-tra-loi-/);
    const changed = readRoadFile(answers.bytes, sha256);
    if (!changed.ok) throw new Error(changed.error);
    const forged = { ...changed.value, items: changed.value.items.map((item) => item.replace('.', 'A.')) };
    const bytes = writeRoadFile(forged, sha256);
    expect(await collaborator.roads().openRoadFile({ name: 'x.txt', bytes })).toMatchObject({
      acts: 0,
      waiting: 2,
      others: 2,
      again: 0,
    });
    expect(await collaborator.roads().openRoadFile(answers)).toEqual({
      is: 'answered',
      acts: 2,
      refused: 0,
      waiting: 0,
      others: 0,
      again: 0,
    });
    expect(await collaborator.roads().openRoadFile(answers)).toEqual({
      is: 'answered',
      acts: 0,
      refused: 0,
      waiting: 0,
      others: 0,
      again: 0,
    });
    expect(collaborator.work().session.store.counts()).toMatchObject({ waiting: 0, mending: 0 });
    expect(await officer.roads().openRoadFile(answers)).toMatchObject({ acts: 0, others: 2 });
    // The next contact finds nothing left to say.
    expect(await collaborator.sync()).toMatchObject({ is: 'done', waiting: 0, agreedAt: expect.any(Number) });
  });

  test('who gets the network first loses nothing: the same work by both roads stands once', async () => {
    const [, household = ''] = fertileHouseholds(collaborator, village);
    await recordBirth(collaborator, household);
    const file = await collaborator.roads().waitingFile();
    if (file === undefined) throw new Error('a birth waits');
    await collaborator.sync();
    // An altered copy that came first does not stand in the true one's way.
    const read = readRoadFile(file.bytes, sha256);
    if (!read.ok) throw new Error(read.error);
    const items = read.value.items.map((item) => `${item.slice(0, -8)}AAAAAAAA`);
    const altered = { name: 'x.txt', bytes: writeRoadFile({ ...read.value, items }, sha256) };
    expect(await officer.roads().openRoadFile(altered)).toMatchObject({ fresh: 1, broken: 0 });
    expect(await officer.roads().openRoadFile(file)).toMatchObject({ fresh: 1, broken: 0 });
    for (const phone of [officer, collaborator])
      expect(await phone.sync()).toMatchObject({ is: 'done', waiting: 0, agreedAt: expect.any(Number) });
    const answers = await officer.roads().verdictFile();
    if (answers === undefined) throw new Error('the hub answered');
    expect(await collaborator.roads().openRoadFile(answers)).toEqual({
      is: 'answered',
      acts: 0,
      refused: 0,
      waiting: 0,
      others: 1,
      again: 0,
    });
  });

  test('given to whoever keeps the hub, it is taken in there, and the answers lie beside it', async () => {
    const [, , household = ''] = fertileHouseholds(collaborator, village);
    await recordBirth(collaborator, household);
    const file = await collaborator.roads().waitingFile();
    if (file === undefined) throw new Error('a birth waits');
    const folder = await mkdtemp(join(tmpdir(), 'so-dan-so-road-'));
    const path = join(folder, file.name);
    const receive = () => obeyReceive({ hub: hub.hub(), onWritten: () => {} }, ['--file', path]);
    await writeFile(path, file.bytes.subarray(0, 200));
    await expect(receive()).rejects.toThrow('Tệp bị cụt');
    await writeFile(path, file.bytes);
    expect(await receive()).toContain('Took 1/1 envelopes');
    const answers = await readFile(path.replace('.txt', '-tra-loi.txt'));
    const opened = await collaborator.roads().openRoadFile({ name: 'x.txt', bytes: Uint8Array.from(answers) });
    expect(opened).toEqual({ is: 'answered', acts: 1, refused: 0, waiting: 0, others: 0, again: 0 });
    const certified = await certify({
      ...collaborator,
      session: collaborator.work().session,
      line: collaborator.line(),
    });
    if (!certified.ok) throw new Error(certified.error);
    await writeFile(path, `Giấy xác nhận\n${certified.value.text}\n`);
    expect(await receive()).toContain(`code ${certified.value.code}`);
    await writeFile(path, certified.value.text.replace('SDSC1.e', 'SDSC1.f'));
    await expect(receive()).rejects.toThrow('not signed by this hub');
    await rm(folder, { recursive: true });
  });

  test('a bad file gets a clear word and changes nothing', async () => {
    const text = fromUtf8(work.bytes) ?? '';
    const open = (file: string | Uint8Array<ArrayBuffer>) =>
      officer.roads().openRoadFile({ name: 'x.txt', bytes: typeof file === 'string' ? utf8(file) : file });
    const before = await officer.roads().carried();
    expect(await open(text.slice(0, -60))).toEqual(refused('cut'));
    expect(await open(text.split('\r\n').slice(0, 4).join('\n'))).toEqual(refused('cut'));
    expect(await open(text.replace(/A/, 'B'))).toEqual(refused('altered'));
    expect(await open(text.replace('SDSW1', 'SDSW2'))).toEqual(refused('newer'));
    expect(await open('Họ và tên;Ngày sinh')).toEqual(refused('strange'));
    expect(await open(Uint8Array.of(0xff, 0xfe, 0))).toEqual(refused('strange'));
    expect(await open(new Uint8Array(10_000_001))).toEqual(refused('too_large'));
    expect(await open(writeRoadFile({ is: 'work', hub: 'abcd', book, items: ['AA'] }, sha256))).toEqual(
      refused('foreign'),
    );
    const { verdictId } = officer.work().session.record.hub;
    const elsewhere = { is: 'work', hub: verdictId, book: 'b99002', items: ['AA'] } as const;
    expect(await open(writeRoadFile(elsewhere, sha256))).toEqual(refused('foreign'));
    const broken = { ...elsewhere, book, items: ['AA', '!', ''] };
    expect(await open(writeRoadFile(broken, sha256))).toEqual({ is: 'carried', fresh: 0, known: 0, broken: 3 });
    expect(await officer.roads().carried()).toEqual(before);
  });

  test(`${mutatedFiles} mutated files: no crash, a word each; what still looks like an envelope changes nothing at the hub`, async () => {
    const [, , household = ''] = fertileHouseholds(collaborator, village);
    await recordBirth(collaborator, household);
    const fresh = await collaborator.roads().waitingFile();
    const read = fresh && readRoadFile(fresh.bytes, sha256);
    if (!fresh || !read?.ok) throw new Error('a birth waits');
    const below = randomNumbers(13);
    const words = new Set<string>();
    for (let turn = 0; turn < mutatedFiles; turn++) {
      const bytes =
        turn % 2 === 0
          ? mutate(fresh.bytes, below)
          : // The file is whole again around a mutated envelope: the check of its end does not save anybody.
            writeRoadFile({ ...read.value, items: read.value.items.map((item) => mutateText(item, below)) }, sha256);
      const answer = await officer.roads().openRoadFile({ name: 'x.txt', bytes });
      words.add(answer.is === 'refused' ? answer.why : answer.is);
    }
    expect([...words].sort()).toEqual(expect.arrayContaining(['altered', 'carried', 'cut', 'strange']));
    const state = await officer.sync();
    expect(state).toMatchObject({ is: 'done', agreedAt: expect.any(Number) });
    expect((await officer.roads().carried()).waiting).toBe(0);
    // Her work is still hers, and arrives.
    expect(await collaborator.sync()).toMatchObject({
      is: 'done',
      waiting: 0,
      mending: 0,
      agreedAt: expect.any(Number),
    });
  });
});

function randomNumbers(seed: number) {
  let state = seed;
  return (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** A byte turned, a piece cut out, doubled, or the end torn off. */
function mutate(bytes: Uint8Array, below: (limit: number) => number): Uint8Array<ArrayBuffer> {
  const at = below(bytes.length);
  const to = Math.min(bytes.length, at + 1 + below(40));
  const parts = [
    () => [bytes.subarray(0, at), Uint8Array.of((bytes[at] ?? 0) ^ (1 << below(8))), bytes.subarray(at + 1)],
    () => [bytes.subarray(0, at), bytes.subarray(to)],
    () => [bytes.subarray(0, to), bytes.subarray(at)],
    () => [bytes.subarray(0, at)],
  ][below(4)]?.();
  return Uint8Array.from(Buffer.concat(parts ?? []));
}

function mutateText(item: string, below: (limit: number) => number): string {
  return Buffer.from(mutate(Buffer.from(item, 'base64url'), below)).toString('base64url');
}
