import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bad, good } from '../../src/domain/outcome.ts';
import { pageShelf } from '../../src/store/loading/page-shelf.ts';
import { pullPages } from '../../src/sync/phone/pull-pages.ts';
import type { HubPort } from '../../src/sync/ports.ts';
import { pageToBytes } from '../../src/sync/records/columns/binary/write-columns.ts';
import { toColumns } from '../../src/sync/records/columns/written-columns.ts';
import { digestRecords, rootDigest } from '../../src/sync/records/digest.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { sha256 } from '../../src/sync/records/sha256.ts';
import { toBase64url } from '../../src/sync/wire/bytes.ts';
import { inventedPhone, person, rows } from './invented-phone.ts';

/* A new phone's book comes by pages that are stored as they come, over a line that breaks, into a phone that is killed. */

type Started = Awaited<ReturnType<Awaited<ReturnType<typeof inventedPhone>>['start']>>;

const villages = ['v1', 'v2', 'v3'];

function people(): Map<string, RecordState> {
  const all = Array.from({ length: 90 }, (_, at) => person(`h.${at + 1}`, `Lò Thị ${at}`, villages[at % 3]));
  return new Map(all.map((state) => [state.id, state]));
}

/** Some were written by more than one act: they stand whole in their pages. */
function peopleOfTwoActs(): Map<string, RecordState> {
  const edited = ([id, state]: [string, RecordState], at: number): [string, RecordState] => {
    const birthDate = [{ op: 'x.9', value: '1999-01', stamp: [9, 9] as const, user: 'u2' }];
    return [id, at % 4 === 0 ? { ...state, fields: { ...state.fields, birthDate } } : state];
  };
  return new Map([...people()].map(edited));
}

/** A book in order of its numbers, twenty records a page. */
function openHub(book: Map<string, RecordState> = people()) {
  const standing = { breaksAfter: 99, asked: 0, last: book.size, alter: (page: string) => page };
  const hub: Pick<HubPort, 'changes'> = {
    async changes(after, _told, [place = ''] = []) {
      if (standing.asked >= standing.breaksAfter) return bad({ why: 'offline' });
      standing.asked += 1;
      const numbered = [...book.values()].map((state, at) => ({ state, number: at + 1 }));
      const due = numbered.filter(({ state, number }) => state.place.value === place && number > after);
      const page = due.slice(0, 20);
      const states = page.map(({ state }) => state);
      const at = { cursor: page.at(-1)?.number ?? after, more: page.length < due.length, total: due.length };
      const counts = villages.map(
        (one) => [one, numbered.filter(({ state }) => state.place.value === one).length] as const,
      );
      const bytes = toBase64url(deflateRawSync(pageToBytes(toColumns(states))));
      const standsAt = { hubTime: 1, hubEpoch: 1, epoch: 1, book: { last: standing.last, places: counts } };
      return good({ ...at, ...standsAt, rows: [], of: place, pages: [[place, standing.alter(bytes)]] });
    },
  };
  return { hub, standing, book };
}

async function load({ store }: Started, hub: Pick<HubPort, 'changes'>) {
  const shelf = await store.pageShelf(pageShelf);
  return shelf === undefined ? 'held' : pullPages(hub, shelf, 'v1', {});
}

function held({ store }: Started): string {
  return rootDigest(digestRecords(store.allConfirmed(), sha256));
}

const digestOf = (book: Map<string, RecordState>) => rootDigest(digestRecords(book.values(), sha256));

describe('a book that comes by pages', () => {
  test('cut and killed behind every page: what came is there and found, the rest follows, nothing comes twice', async () => {
    const { hub, standing, book } = openHub(peopleOfTwoActs());
    const phone = await inventedPhone();
    for (let page = 1; page <= 6; page += 1) {
      standing.breaksAfter = page;
      const process = await phone.start();
      await load(process, hub);
      expect(standing.asked).toBe(page);
      process.store.close();
      const again = await phone.start();
      expect(again.shown.size).toBe(Math.min(20 * Math.ceil(page / 2) + 10 * Math.floor(page / 2), 90));
      expect(new Set(again.searchable.keys())).toEqual(new Set(again.shown.keys()));
      expect(await again.store.cursor()).toBe(page < 6 ? 0 : book.size);
      again.store.close();
    }
    const last = await phone.start();
    expect(held(last)).toBe(digestOf(book));
    expect(last.store.counts().damaged).toBe(0);
  });

  test('behind it a fold lists the pages as they are, and one that changed under a later revision', async () => {
    const { hub, book } = openHub();
    const phone = await inventedPhone();
    const first = await phone.start();
    expect(await load(first, hub)).toEqual(good('whole'));
    const changed = person('h.1', 'Lò Thị Mới', 'v1');
    for (let times = 0; times < 21; times += 1) await first.store.receive({ ...rows(90 + times, [changed]) });
    const before = new Map((await first.database.pages.toArray()).map(({ name, body }) => [name, body.join()]));
    await first.store.tidy(true);
    expect(await first.database.journal.count()).toBe(0);
    const after = await first.database.pages.toArray();
    // The page of that person, and the index that was not there before.
    expect(after.filter(({ name, body }) => before.get(name) !== body.join())).toHaveLength(2);
    first.store.close();
    const again = await phone.start();
    expect(held(again)).toBe(digestOf(new Map([...book, [changed.id, changed]])));
    expect(again.shown.get('h.1')).toEqual(changed);
  });

  test('somebody moves to a village that comes later: she stands there once', async () => {
    const { hub, standing, book } = openHub();
    const phone = await inventedPhone();
    const process = await phone.start();
    standing.breaksAfter = 2;
    await load(process, hub);
    book.set('h.1', person('h.1', 'Lò Thị 0', 'v3'));
    standing.last += 1;
    standing.breaksAfter = 99;
    expect(await load(process, hub)).toEqual(good('whole'));
    expect(held(process)).toBe(digestOf(book));
    expect(await process.store.cursor()).toBe(90);
    process.store.close();
    expect(held(await phone.start())).toBe(digestOf(book));
  });

  test('a page that was altered on its way changes nothing', async () => {
    const { hub, standing } = openHub();
    const process = await (await inventedPhone()).start();
    for (const alter of [
      (page: string) => page.slice(0, -40),
      (page: string) => `${page}%`,
      () => toBase64url(deflateRawSync(new Uint8Array(9_000_000))),
      () => toBase64url(new Uint8Array(90).fill(255)),
    ]) {
      standing.alter = alter;
      expect(await load(process, hub)).toEqual(bad({ why: 'foreign' }));
    }
    expect(await process.database.journal.count()).toBe(0);
    expect(process.shown.size).toBe(0);
  });

  test('a phone that holds records that no such load brought is loaded row by row', async () => {
    const { hub } = openHub();
    const process = await (await inventedPhone()).start();
    await process.store.receive({ ...rows(0, [person('h.1', 'Lò Thị 0')]), cursor: 0 });
    expect(await load(process, hub)).toBe('held');
  });
});
