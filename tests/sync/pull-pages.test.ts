import { expect, test } from 'vitest';
import { bad, good } from '../../src/domain/outcome.ts';
import { type LoadMark, type PageShelf, pullPages } from '../../src/sync/phone/pull-pages.ts';
import type { HubPort } from '../../src/sync/ports.ts';
import type { Changes } from '../../src/sync/wire/changes.ts';

/* A first load, village by village and page by page, over a line that breaks. */

type Page = { readonly records: number; readonly ids: readonly string[] };

/** Villages by the numbers of their records, two a page, three an answer; behind `breaksAfter` answers the line is dead. */
function openLine(villages: { readonly [place: string]: readonly number[] }, breaksAfter = () => 99) {
  const asked: string[] = [];
  const standing = { hubEpoch: 1, last: Math.max(...Object.values(villages).flat()) };
  const hub: Pick<HubPort, 'changes'> = {
    async changes(after, _told, wanted = []) {
      if (asked.length >= breaksAfter()) return bad({ why: 'offline' });
      asked.push(`${wanted.join('+')}>${after}`);
      const [place = '', ...others] = wanted;
      const due = (villages[place] ?? []).filter((number) => number > after);
      const page = due.slice(0, 2);
      const at = { cursor: page.at(-1) ?? after, more: page.length < due.length, total: 6, hubTime: 1, epoch: 1 };
      const second = at.more ? [] : others.slice(0, 3 - page.length).slice(0, 1);
      const pages = [place, ...second].map(
        (one, nth) => [one, (nth === 0 ? page : villages[one])?.join() ?? ''] as const,
      );
      const places = Object.entries(villages).map(([one, numbers]) => [one, numbers.length] as const);
      const book = { last: standing.last, places };
      const answer: Changes = { ...at, rows: [], of: place, pages, book, hubEpoch: standing.hubEpoch };
      return good(answer);
    },
  };
  return { hub, asked, standing };
}

function openShelf() {
  let mark: LoadMark | undefined;
  const taken: { readonly ids: readonly string[]; readonly isMoved: boolean }[] = [];
  const ends: number[] = [];
  const shelf: PageShelf<Page> = {
    mark: async () => mark,
    read: async ([, page]) => {
      const ids = page.split(',').filter((id) => id !== '');
      return ids.includes('x') ? bad('malformed') : good({ records: ids.length, ids });
    },
    async take(pages, turn) {
      taken.push({ ids: pages.flatMap(({ ids }) => ids), isMoved: turn.isMoved });
      mark = turn.mark;
      if (mark === undefined) ends.push(turn.last);
    },
  };
  return { shelf, taken, ends, ids: () => taken.flatMap(({ ids }) => ids) };
}

const villages = { v1: [1, 4, 5], v2: [2, 3], commune: [6] };
const all = ['1', '4', '5', '2', '3', '6'];

test('cut behind any page it goes on there; each record comes once, one’s own village first', async () => {
  for (const cut of [0, 1, 2]) {
    let allowed = cut;
    const line = openLine(villages, () => allowed);
    const phone = openShelf();
    expect(await pullPages(line.hub, phone.shelf, 'v1', {})).toEqual(bad({ why: 'offline' }));
    allowed = 99;
    expect(await pullPages(line.hub, phone.shelf, 'v1', {})).toEqual(good('whole'));
    expect(phone.ids()).toEqual(all);
    // Behind a cut it knows of no other place until the hub has told it.
    const rest = cut === 1 ? ['v1>4', 'v2+commune>0'] : ['v1+v2+commune>4', 'commune>0'];
    expect(line.asked).toEqual(['v1>0', ...rest]);
    expect(phone.ends).toEqual([6]);
  }
});

test('progress is told in records of the whole book, also behind a cut', async () => {
  let allowed = 1;
  const line = openLine(villages, () => allowed);
  const phone = openShelf();
  const told: string[] = [];
  const options = { onPage: (done: number, of: number) => void told.push(`${done}/${of}`) };
  await pullPages(line.hub, phone.shelf, 'v1', options);
  allowed = 99;
  await pullPages(line.hub, phone.shelf, 'v1', options);
  expect(told).toEqual(['2/6', '3/6', '6/6']);
});

test('answers that overtake each other: behind one that knows of a change, all are taken as moved', async () => {
  const line = openLine(villages);
  const phone = openShelf();
  let answers = 0;
  const hub: typeof line.hub = {
    async changes(...asked) {
      answers += 1;
      // The second is answered behind a change, the third before it.
      line.standing.last = answers === 2 ? 9 : 6;
      return line.hub.changes(...asked);
    },
  };
  expect(await pullPages(hub, phone.shelf, 'v1', {})).toEqual(good('whole'));
  expect(phone.taken.map(({ isMoved }) => isMoved)).toEqual([false, true, true]);
  expect(phone.ids()).toEqual(all);
});

test('what is written while it runs is known as such, and the end is where it began', async () => {
  const line = openLine(villages);
  const phone = openShelf();
  const onPage = (done: number) => {
    if (done === 2) line.standing.last = 9;
  };
  const options = { onPage };
  expect(await pullPages(line.hub, phone.shelf, 'v1', options)).toEqual(good('whole'));
  // The second was on its way when it was written.
  expect(phone.taken.map(({ isMoved }) => isMoved)).toEqual([false, false, true]);
  expect(phone.ends).toEqual([6]);
});

test('a hub restored in the middle: its numbers mean nothing, the book comes row by row', async () => {
  let allowed = 1;
  const line = openLine(villages, () => allowed);
  const phone = openShelf();
  await pullPages(line.hub, phone.shelf, 'v1', {});
  line.standing.hubEpoch = 2;
  allowed = 99;
  expect(await pullPages(line.hub, phone.shelf, 'v1', {})).toEqual(good('rows'));
  expect(phone.ids()).toEqual(['1', '4']);
});

test('a hub of before, one that stands still, one that sends what was not asked, one whose page is none', async () => {
  const at = { cursor: 4, more: true, total: 6, hubTime: 1, hubEpoch: 1, epoch: 1, rows: [] };
  const book = { last: 6, places: [] };
  const asking = (changes: Changes) => pullPages({ changes: async () => good(changes) }, openShelf().shelf, 'v1', {});
  expect(await asking(at)).toEqual(good('rows'));
  const useless = bad({ why: 'answer', status: 200 });
  expect(await asking({ ...at, cursor: 0, pages: [['v1', '1']], book })).toEqual(useless);
  expect(await asking({ ...at, pages: [['v2', '1']], book })).toEqual(useless);
  expect(await asking({ ...at, pages: [], book })).toEqual(useless);
  expect(await asking({ ...at, pages: [['v1', 'x']], book })).toEqual(bad({ why: 'foreign' }));
});
