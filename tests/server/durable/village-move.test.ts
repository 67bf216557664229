import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Hub } from '../../../server/hub.ts';
import { finishUnitChanges } from '../../../server/sync/units/change-units.ts';
import { moveVillage } from '../../../server/sync/units/move/move-village.ts';
import { foundTestCommune, type TestCommune } from '../commune.ts';
import { onEachEngine, useHub } from '../engines.ts';
import { activatePhone, householdDrafts, type Phone } from '../phone.ts';
import { openSite } from '../site.ts';
import { dump } from './dump.ts';

/* A village goes from book to book: whatever ends the hub on the way, it goes on there, and the journal makes it again. */

const date = '2026-01-05';

interface Two {
  readonly communes: readonly [TestCommune, TestCommune];
  readonly phones: readonly [Phone, Phone];
}

/** Each with an officer's phone and a household in its first village. */
async function settle(hub: Hub): Promise<Two> {
  const { request, site } = openSite(hub);
  const communes = [await foundTestCommune(hub), await foundTestCommune(hub)] as const;
  const [one, other] = [
    await activatePhone(request, await communes[0].officerCode()),
    await activatePhone(request, await communes[1].officerCode()),
  ];
  await one.upload((await one.write(householdDrafts(communes[0].villages[0], 'Nguyễn Văn Một'))).envelope.bytes);
  await other.upload((await other.write(householdDrafts(communes[1].villages[0], 'Trần Văn Hai'))).envelope.bytes);
  await site.figures.close();
  return { communes, phones: [one, other] };
}

const benchOf = (hub: Hub) => ({ hub, onWritten: () => {} });

async function move(hub: Hub, { communes: [one, other] }: Two): Promise<void> {
  const moved = await moveVillage(benchOf(hub), { book: one.book, unit: one.villages[0], into: other.book, date });
  if (!moved.ok) throw new Error(moved.error);
}

/** What the old commune's officer wrote before she knew, and somebody who is forgotten. */
async function goOn(hub: Hub, { communes, phones: [one] }: Two): Promise<void> {
  const late = await one.write(householdDrafts(communes[0].villages[0], 'Trần Văn Muộn'));
  const [verdict] = await one.upload(late.envelope.bytes);
  expect(verdict?.ops.map(({ result }) => result.is)).toEqual(['applied', 'applied']);
  for (const { book } of communes) {
    const asked = { book, record: `${one.activation.device}.2`, actor: 'x', ground: 'đề nghị' };
    expect((await hub.erase(asked)).is).toBe('erased');
  }
}

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-dan-so-village-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const pg = () => join(folder, 'pg');
const journal = () => join(folder, 'journal');

const withHub = <Result>(use: (hub: Hub) => Promise<Result>) => useHub(folder, use);
const dumpSettled = (hub: Hub) => finishUnitChanges(benchOf(hub)).then(() => dump(hub));

test('a database that was lost is rebuilt with both books of the village, and what was erased since stays so', async () => {
  const { two, before } = await withHub(async (hub) => {
    const settled = await settle(hub);
    await move(hub, settled);
    await goOn(hub, settled);
    return { two: settled, before: await dump(hub) };
  });
  expect(before.match(/Trần Văn Muộn/g)?.length).toBeGreaterThan(2);
  expect(before).not.toContain('Nguyễn Văn Một');
  await rm(pg(), { recursive: true });
  expect(await withHub(dump)).toBe(before);
  const books = two.communes.map(({ book }) => book);
  const held = await withHub((hub) => namesIn(hub, books));
  expect(held).toEqual([['Trần Văn Muộn'], ['Trần Văn Hai', 'Trần Văn Muộn']]);
});

test('cut off anywhere on the way, the next start ends it, and each of both books has everybody once', async () => {
  const two = await withHub(settle);
  await cp(pg(), join(folder, 'copy'), { recursive: true });
  const { length } = await readFile(journal());
  const whole = await withHub(async (hub) => {
    await move(hub, two);
    return namesIn(
      hub,
      two.communes.map(({ book }) => book),
    );
  });
  expect(whole).toEqual([['Nguyễn Văn Một'], ['Nguyễn Văn Một', 'Trần Văn Hai']]);
  const bytes = await readFile(journal());
  const step = Math.ceil((bytes.length - length) / 6);
  for (let end = length; end <= bytes.length; end += step) {
    await rm(pg(), { recursive: true });
    await cp(join(folder, 'copy'), pg(), { recursive: true });
    await writeFile(journal(), bytes.subarray(0, end));
    const [placed, names] = await withHub(async (hub) => {
      await finishUnitChanges(benchOf(hub));
      return [
        await placesIn(hub, two),
        await namesIn(
          hub,
          two.communes.map(({ book }) => book),
        ),
      ];
    });
    const isDone = placed.length === 1 && placed[0]?.startsWith(two.communes[1].commune);
    expect(names).toEqual(isDone === true ? whole : [['Nguyễn Văn Một'], ['Trần Văn Hai']]);
    // What a start has ended, the next has nothing to do with.
    const after = await withHub(dump);
    expect(await withHub(dumpSettled)).toBe(after);
  }
});

onEachEngine('a village whose commune and the other are written at once', ({ hub }) => {
  test('both have everybody once, however often one gives to the other', async () => {
    const two = await settle(hub());
    const [one, other] = two.communes;
    await move(hub(), two);
    await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) =>
        hub().run({
          ...{ is: 'share', at: hub().now() },
          ...(n % 2 === 0 ? { book: one.book, into: other.book } : { book: other.book, into: one.book }),
        }),
      ),
    );
    expect(await namesIn(hub(), [one.book, other.book])).toEqual([
      ['Nguyễn Văn Một'],
      ['Nguyễn Văn Một', 'Trần Văn Hai'],
    ]);
  });
});

/** Names of people of each book, sorted. */
async function namesIn(hub: Hub, books: readonly string[]): Promise<readonly (readonly string[])[]> {
  const all: string[][] = [];
  for (const book of books) {
    const states = await statesIn(hub, book, 'person');
    all.push(states.flatMap((state) => state.match(/"fullName":\[\{[^\]]*?"value":"([^"]+)"/)?.[1] ?? []).sort());
  }
  return all;
}

/** Where the households of the first commune's book stand. */
async function placesIn(hub: Hub, { communes: [one] }: Two): Promise<readonly string[]> {
  const states = await statesIn(hub, one.book, 'household');
  return states.map((state) => (JSON.parse(state) as { readonly place: { readonly value: string } }).place.value);
}

async function statesIn(hub: Hub, book: string, kind: string): Promise<readonly string[]> {
  const rows = await hub.database.transaction(await hub.wholeBook(book), (tx) =>
    tx.selectFrom('record').select('state').where('book', '=', book).where('kind', '=', kind).execute(),
  );
  return rows.map(({ state }) => state);
}
