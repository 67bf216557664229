import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Hub } from '../../../server/hub.ts';
import { mergeCommunes } from '../../../server/sync/units/merge-communes.ts';
import { foundTestCommune, type TestCommune } from '../commune.ts';
import { onEachEngine, useHub } from '../engines.ts';
import { activatePhone, householdDrafts, type Phone } from '../phone.ts';
import { openSite } from '../site.ts';
import { dump } from './dump.ts';

/* Two books become one: all of it or nothing, whatever ends the hub, and the journal makes it again. */

const date = '2026-01-05';

interface Two {
  readonly communes: readonly [TestCommune, TestCommune];
  readonly phones: readonly [Phone, Phone];
}

/** Each with an officer's phone and a household; the second has sent what lies beyond a gap, and waits for that to close. */
async function settle(hub: Hub): Promise<Two & { readonly gap: Uint8Array }> {
  const { request, site } = openSite(hub);
  const communes = [await foundTestCommune(hub), await foundTestCommune(hub)] as const;
  const [one, other] = [
    await activatePhone(request, await communes[0].officerCode()),
    await activatePhone(request, await communes[1].officerCode()),
  ];
  for (const _ of [1, 2])
    await one.upload((await one.write(householdDrafts(communes[0].villages[0], 'Nguyễn Văn Một'))).envelope.bytes);
  await other.upload((await other.write(householdDrafts(communes[1].villages[0], 'Trần Thị Xóa'))).envelope.bytes);
  const gap = (await other.write(householdDrafts(communes[1].villages[1], 'Trần Thị Giữa'))).envelope.bytes;
  await other.upload((await other.write(householdDrafts(communes[1].villages[1], 'Trần Thị Cuối'))).envelope.bytes);
  await site.figures.close();
  return { communes, phones: [one, other], gap };
}

async function merge(hub: Hub, { communes }: Two): Promise<void> {
  const bench = { hub, onWritten: () => {} };
  const books = communes.map(({ book }) => book);
  const merged = await mergeCommunes(bench, { books, code: 'moi', name: 'Xã Mới', date });
  if (!merged.ok) throw new Error(merged.error);
}

/** What came late, the gap that closes, and a person of the smaller book who is forgotten. */
async function goOn(hub: Hub, { communes, phones: [, other], gap }: Awaited<ReturnType<typeof settle>>): Promise<void> {
  const late = await other.write(householdDrafts(communes[1].villages[0], 'Trần Văn Muộn'));
  const verdicts = await other.upload(gap, late.envelope.bytes);
  expect(verdicts.map(({ acked }) => acked)).toEqual([6, 8]);
  const person = `${other.activation.device}.2`;
  const erased = await hub.erase({ book: communes[0].book, record: person, actor: 'x', ground: 'đề nghị' });
  expect(erased.is).toBe('erased');
}

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-dan-so-merger-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const pg = () => join(folder, 'pg');
const journal = () => join(folder, 'journal');

const withHub = <Result>(use: (hub: Hub) => Promise<Result>) => useHub(folder, use);

test('a database that was lost is rebuilt with the merger in it, and what was erased since stays so', async () => {
  const before = await withHub(async (hub) => {
    const two = await settle(hub);
    await merge(hub, two);
    await goOn(hub, two);
    return dump(hub);
  });
  expect(before).toContain('Trần Văn Muộn');
  expect(before).toContain('Trần Thị Giữa');
  expect(before).not.toContain('Trần Thị Xóa');
  await rm(pg(), { recursive: true });
  expect(await withHub(dump)).toBe(before);
  expect(await withHub(dump)).toBe(before);
});

test('a hub whose current fails on the way is as before, and can be asked again', async () => {
  const { two, apart } = await withHub(async (hub) => {
    const settled = await settle(hub);
    return { two: settled, apart: await dump(hub) };
  });
  await cp(pg(), join(folder, 'copy'), { recursive: true });
  const { length } = await readFile(journal());
  const together = await withHub(async (hub) => {
    await merge(hub, two);
    return dump(hub);
  });
  const whole = await readFile(journal());
  for (const end of [length + 1, Math.floor((length + whole.length) / 2), whole.length - 1]) {
    await back(whole.subarray(0, end));
    expect(await withHub(dump)).toBe(apart);
  }
  await back(whole);
  expect(await withHub(dump)).toBe(together);
  await back(whole.subarray(0, length));
  await withHub((hub) => merge(hub, two));
});

/** The database as it was before the merger, beside a journal of that length. */
async function back(bytes: Uint8Array): Promise<void> {
  await rm(pg(), { recursive: true });
  await cp(join(folder, 'copy'), pg(), { recursive: true });
  await writeFile(journal(), bytes);
}

onEachEngine('a merger that fails behind its last row', ({ hub }) => {
  test('changes nothing', async () => {
    const two = await settle(hub());
    const [one, other] = two.communes;
    const before = await dump(hub());
    const change = { is: 'merge', books: [other.book], communes: [one.commune, other.commune] } as const;
    const failing = { ...change, into: 'nowhere', date };
    const asked = { is: 'merge', at: hub().now(), book: one.book, id: 'm', change: failing, units: [] } as const;
    await expect(hub().run(asked)).rejects.toThrow();
    expect(await dump(hub())).toBe(before);
    await merge(hub(), two);
    await goOn(hub(), two);
  });
});
