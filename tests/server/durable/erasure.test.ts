import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeActivationCode } from '../../../server/auth/activation.ts';
import { obeyQuarantine } from '../../../server/command-line/device/quarantine-words.ts';
import { obeyRevoke } from '../../../server/command-line/order/revoke-words.ts';
import { backupFolder, restoreFolder } from '../../../server/durable/backup.ts';
import { readKept } from '../../../server/durable/command.ts';
import { openJournal } from '../../../server/durable/journal.ts';
import type { Hub } from '../../../server/hub.ts';
import { openSubstitute } from '../../../server/sync/erasing/substitute.ts';
import { makePorts } from '../../../server/sync/ports.ts';
import { standInOf } from '../../../server/sync/waiting/aside-rows.ts';
import { readJournalEntry } from '../../../src/sync/hub/accept.ts';
import { parseEnvelope } from '../../../src/sync/wire/envelope-bytes.ts';
import { foundTestCommune, type TestCommune } from '../commune.ts';
import { useHub } from '../engines.ts';
import { activatePhone, householdDrafts, makePhone } from '../phone.ts';
import { openSite } from '../site.ts';
import { dump } from './dump.ts';

/* What was erased is gone from the embedded hub's journal too, and a database that is built anew from it is the same. */

const gone = 'Trần Thị Xóa Đi';
const stays = 'Nguyễn Văn Ở Lại';
const ground = { actor: '', ground: 'đơn đề nghị số 3' };

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-dan-so-erasure-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const withHub = <Result>(use: (hub: Hub) => Promise<Result>) => useHub(folder, use);

/** All that the journal says, with the hub's own keys. */
async function readJournalOpen(hub: Hub): Promise<string> {
  const { crypto } = makePorts(hub, { keep: async () => {} });
  const journal = await openJournal(join(folder, 'journal'));
  const texts: string[] = [];
  for await (const { payload } of journal.entriesAfter(0)) {
    const kept = readKept(payload);
    texts.push(JSON.stringify(kept));
    const entry = kept.is === 'envelope' ? readJournalEntry(kept.entry) : undefined;
    const parsed = entry && parseEnvelope(entry.envelope);
    if (parsed?.ok) {
      const { header, headerBytes, body } = parsed.value;
      texts.push(Buffer.from((await crypto.open(headerBytes, body, header.k)) ?? []).toString());
    }
    if (kept.is === 'erase')
      for (const { sealed } of kept.substitutes) texts.push(JSON.stringify(await openSubstitute(crypto, sealed)));
  }
  await journal.close();
  return texts.join('\n');
}

async function rebuilt(): Promise<string> {
  await rm(join(folder, 'pg'), { recursive: true });
  return withHub(dump);
}

/** A household whose head is to be forgotten, and one that stays. */
async function settle(hub: Hub) {
  const commune: TestCommune = await foundTestCommune(hub);
  const phone = await activatePhone(openSite(hub).request, await commune.officerCode());
  const [village] = commune.villages;
  const saved = await phone.write(householdDrafts(village, gone));
  await phone.upload(saved.envelope.bytes);
  const id = `${phone.activation.device}.2`;
  return { commune, phone, village, id, saved };
}

test('an erased person’s name is in no row and no entry, what stood beside it is, and a database built anew is the same', async () => {
  const before = await withHub(async (hub) => {
    const { commune, phone, village, id } = await settle(hub);
    const mended = await phone.write([
      { kind: 'person', id, place: village, put: { fullName: `${gone} Hai` }, seen: { fullName: [id] } },
      ...householdDrafts(village, stays),
    ]);
    await phone.upload(mended.envelope.bytes);
    const refused = await phone.write([{ kind: 'person', id, place: village, put: { shoe: gone } }]);
    await phone.upload(refused.envelope.bytes);
    expect(await dump(hub)).toContain(gone);
    const answer = await hub.erase({ book: commune.book, record: id, ...ground });
    expect(answer).toMatchObject({ is: 'erased', lines: 3 });
    expect(await hub.erase({ book: commune.book, record: id, ...ground })).toMatchObject({ is: 'absent' });
    expect(await hub.erase({ book: commune.book, record: 'nobody.1', ...ground })).toMatchObject({ is: 'absent' });
    const journal = await readJournalOpen(hub);
    expect(journal).not.toContain(gone);
    expect(journal).toContain(stays);
    return dump(hub);
  });
  expect(before).not.toContain(gone);
  expect(before).toContain(stays);
  expect(await rebuilt()).toBe(before);
});

test('erasing twice in one envelope, each time leaving the rest, also after a rebuild in between', async () => {
  const first = await withHub(async (hub) => {
    const { commune, id } = await settle(hub);
    await hub.erase({ book: commune.book, record: id, ...ground });
    return { book: commune.book, household: id.replace(/2$/, '1'), before: await dump(hub) };
  });
  expect(await rebuilt()).toBe(first.before);
  const second = await withHub(async (hub) => {
    await hub.erase({ book: first.book, record: first.household, ...ground });
    expect(await readJournalOpen(hub)).not.toContain('"poor":"none"');
    return dump(hub);
  });
  expect(await rebuilt()).toBe(second);
  expect(await withHub(dump)).toBe(second);
});

test('what was kept aside and taken into the book is forgotten where it lay aside too, and nobody else of that number', async () => {
  const before = await withHub(async (hub) => {
    const { commune, phone, village } = await settle(hub);
    const { device } = phone.activation;
    const bench = { hub, onWritten: () => {} };
    const copy = makePhone(openSite(hub).request, phone.activation, phone.keys, Date.now);
    const strange = await copy.write(householdDrafts(village, 'Mai Thị Bản Sao'));
    await copy.upload(strange.envelope.bytes);
    await obeyRevoke(hub, ['--device', device, '--ground', 'máy bị sao chép']);
    await phone.upload((await phone.write(householdDrafts(village, stays))).envelope.bytes);
    const taken = await obeyQuarantine(bench, ['--device', device, '--take', 'yes', '--ground', 'đúng của chị Hoa']);
    expect(taken).toContain('Took 4 ops');
    const record = `${standInOf(device)}.2`;
    expect(await hub.erase({ book: commune.book, record, ...ground })).toMatchObject({ is: 'erased' });
    const text = (await dump(hub)) + (await readJournalOpen(hub));
    expect(text).not.toContain('Mai Thị Bản Sao');
    expect(text).toContain(gone);
    expect(text).toContain(stays);
    return dump(hub);
  });
  expect(await rebuilt()).toBe(before);
  expect(await withHub(dump)).toBe(before);
});

test('an envelope that was parked and applied later, and one that still waits for its gap', async () => {
  const before = await withHub(async (hub) => {
    const { commune, phone, village, id } = await settle(hub);
    const note = (text: string) => [{ kind: 'person', id, place: village, put: { phone: text }, seen: {} }];
    const gap = await phone.write(householdDrafts(village, stays));
    const early = await phone.write(note('0912000111'));
    const wide = await phone.write(householdDrafts(village, 'Lê Văn Hở'));
    const waits = await phone.write(note('0912000222'));
    await phone.upload(early.envelope.bytes);
    await phone.upload(gap.envelope.bytes);
    await phone.upload(waits.envelope.bytes);
    expect(await dump(hub)).toContain('0912000222');
    await hub.erase({ book: commune.book, record: id, ...ground });
    const text = (await dump(hub)) + (await readJournalOpen(hub));
    expect(text).not.toMatch(/0912000111|0912000222/);
    expect(wide.envelope.lastSeq).toBe(7);
    return dump(hub);
  });
  expect(await rebuilt()).toBe(before);
});

test('a power cut between the order and the rewriting of the journal: the next start ends it', async () => {
  const { id, book } = await withHub(async (hub) => {
    const { commune, id: person } = await settle(hub);
    return { id: person, book: commune.book };
  });
  const path = join(folder, 'journal');
  const old = await readFile(path);
  await withHub((hub) => hub.erase({ book, record: id, ...ground }));
  const whole = await readFile(path);
  await writeFile(path, Buffer.concat([old, whole.subarray(old.length)]));
  await writeFile(`${path}.new`, '');
  await withHub(async (hub) => expect(await readJournalOpen(hub)).not.toContain(gone));
  expect(await readFile(path)).toEqual(whole);
});

test('a database that is an older copy, from before the order, obeys it too', async () => {
  const made = await withHub(settle);
  await cp(join(folder, 'pg'), join(folder, 'copy'), { recursive: true });
  const after = await withHub(async (hub) => {
    await hub.erase({ book: made.commune.book, record: made.id, ...ground });
    return dump(hub);
  });
  await rm(join(folder, 'pg'), { recursive: true });
  await cp(join(folder, 'copy'), join(folder, 'pg'), { recursive: true });
  expect(await withHub(dump)).toBe(after);
});

test('the same envelope again, and a later one, bring nothing back', async () => {
  const after = await withHub(async (hub) => {
    const { commune, phone, village, id, saved } = await settle(hub);
    const [told] = await phone.upload(saved.envelope.bytes);
    await hub.erase({ book: commune.book, record: id, ...ground });
    const before = await dump(hub);
    const [again] = await phone.upload(saved.envelope.bytes);
    expect(again?.ops).toEqual(told?.ops);
    expect(await dump(hub)).toBe(before);
    const late = await phone.write([{ kind: 'person', id, place: village, put: { phone: '0912000333' }, seen: {} }]);
    const [refused] = await phone.upload(late.envelope.bytes);
    expect(refused?.ops.map(({ result }) => result)).toEqual([{ is: 'refused', code: 'erased' }]);
    expect(await dump(hub)).not.toContain('0912000333');
    // The order given again cleans the journal of what came late; a third time there is nothing left to do.
    expect(await readJournalOpen(hub)).toContain('0912000333');
    expect(await hub.erase({ book: commune.book, record: id, ...ground })).toMatchObject({ is: 'erased' });
    expect(await readJournalOpen(hub)).not.toContain('0912000333');
    expect(await hub.erase({ book: commune.book, record: id, ...ground })).toMatchObject({ is: 'absent' });
    return dump(hub);
  });
  expect(await rebuilt()).toBe(after);
});

test('what came early behind a restore, before the order that gives its author the village, goes as well', async () => {
  const made = await withHub(async (hub) => {
    const settled = await settle(hub);
    const { book, villages } = settled.commune;
    const code = await makeActivationCode(hub, { book, role: 'collaborator', places: [villages[1]], userName: 'Lan' });
    return { ...settled, collaborator: await activatePhone(openSite(hub).request, code) };
  });
  const copy = join(folder, 'copy');
  await backupFolder(folder, copy, Date.now());
  await rm(join(folder, 'pg'), { recursive: true });
  await restoreFolder(copy, folder, Date.now());
  const after = await withHub(async (hub) => {
    const { activation, keys } = made.collaborator;
    const collaborator = makePhone(openSite(hub).request, activation, keys, Date.now);
    const { book } = made.commune;
    const note = { kind: 'person', id: made.id, place: made.village, put: { phone: '0912000444' }, seen: {} };
    // A village that was made behind the backup, and has to be made again.
    const upper = { kind: 'household', place: `${made.village}b`, put: { number: 7, kind: 'family', address: stays } };
    const late = await collaborator.write([note, upper]);
    const [told] = await collaborator.upload(late.envelope.bytes);
    expect(told?.ops.map(({ result }) => result.is)).toEqual(['applied', 'applied']);
    expect(await dump(hub)).toContain('0912000444');
    await hub.erase({ book, record: made.id, ...ground });
    expect((await dump(hub)) + (await readJournalOpen(hub))).not.toContain('0912000444');
    // What comes so behind the order goes with the order given again.
    const later = await collaborator.write([{ ...note, put: { phone: '0912000555' } }]);
    await collaborator.upload(later.envelope.bytes);
    expect(await hub.erase({ book, record: made.id, ...ground })).toMatchObject({ is: 'erased' });
    expect((await dump(hub)) + (await readJournalOpen(hub))).not.toContain('0912000555');
    return dump(hub);
  });
  expect(after).toContain(stays);
  expect(await rebuilt()).toBe(after);
});
