import { expect, test } from 'vitest';
import { bad, good } from '../../src/domain/outcome.ts';
import { receiveRows } from '../../src/sync/phone/pull.ts';
import { type PlaceMark, pullPlace } from '../../src/sync/phone/pull-place.ts';
import type { HubPort, PulledRows } from '../../src/sync/ports.ts';
import type { RecordRow } from '../../src/sync/wire/changes.ts';

/* One village before all the rest, page by page, over a line that breaks. */

const row = (id: string): RecordRow => ({ k: 'thing', id, o: [[id, 1, 0, 'u1']], p: [0, 'v1'], f: {} });

/** A place of six records, two a page; behind `breaksAfter` answers the line is dead. */
function openLine(breaksAfter: () => number, hubEpoch: () => number) {
  const asked: number[] = [];
  const hub: Pick<HubPort, 'changes'> = {
    async changes(after, _told, place) {
      if (asked.length >= breaksAfter()) return bad({ why: 'offline' });
      asked.push(after);
      const rows = [1, 2, 3, 4, 5, 6].filter((number) => number > after).slice(0, 2);
      const cursor = rows.at(-1) ?? after;
      const at = { cursor, more: cursor < 6, total: 6, hubTime: 1, hubEpoch: hubEpoch(), epoch: 1 };
      return good({
        ...at,
        ...(place === undefined ? {} : { of: place }),
        rows: rows.map((number) => row(`d.${number}`)),
      });
    },
  };
  return { hub, asked };
}

function openPhone() {
  let mark: PlaceMark | undefined;
  const received: PulledRows[] = [];
  const held = new Set<string>();
  return {
    received,
    held,
    marks: {
      get: async () => mark,
      put: async (next: PlaceMark) => {
        mark = next;
      },
    },
    store: {
      head: async () => ({ nextSeq: 1, chain: '', clock: [0, 0] as const }),
      receive: async (rows: PulledRows) => {
        if (rows.after === 0 && rows.isOnTop !== true) held.clear();
        for (const { id } of rows.confirmed) held.add(id);
        received.push(rows);
      },
    },
  };
}

const options = { now: () => 100 };

test('cut behind any page it goes on there, and the cursor of the book stays where it was', async () => {
  for (const cut of [1, 2]) {
    const phone = openPhone();
    let allowed = cut;
    const { hub, asked } = openLine(
      () => allowed,
      () => 1,
    );
    expect(await pullPlace({ ...phone, hub: hub, take: receiveRows }, 'v1', options)).toEqual(bad({ why: 'offline' }));
    expect(phone.held.size).toBe(2 * cut);
    allowed = 99;
    expect(await pullPlace({ ...phone, hub: hub, take: receiveRows }, 'v1', options)).toEqual(
      good({ isOnTop: true, rows: 0 }),
    );
    expect(asked).toEqual([0, 2, 4]);
    expect(phone.held.size).toBe(6);
    expect(phone.received.every(({ cursor }) => cursor === 0)).toBe(true);
    // Whole: nothing is asked again.
    await pullPlace({ ...phone, hub: hub, take: receiveRows }, 'v1', options);
    expect(asked).toHaveLength(3);
  }
});

test('a hub that was restored meanwhile begins the village anew', async () => {
  const phone = openPhone();
  const { hub, asked } = openLine(
    () => 99,
    () => (asked.length > 1 ? 2 : 1),
  );
  await pullPlace({ ...phone, hub: hub, take: receiveRows }, 'v1', options);
  expect(asked.filter((after) => after === 0)).toHaveLength(2);
  expect(phone.held.size).toBe(6);
});

test('a page that goes nowhere is no answer', async () => {
  const phone = openPhone();
  const stuck: Pick<HubPort, 'changes'> = {
    changes: async (after) =>
      good({ of: 'v1', rows: [], cursor: after, more: true, total: 6, hubTime: 1, hubEpoch: 1, epoch: 1 }),
  };
  expect(await pullPlace({ ...phone, hub: stuck, take: receiveRows }, 'v1', options)).toMatchObject({ ok: false });
});

test('a hub of before answers with all there is: its page is taken as the first of everything', async () => {
  const phone = openPhone();
  const { hub } = openLine(
    () => 99,
    () => 1,
  );
  const old: Pick<HubPort, 'changes'> = { changes: (after, told) => hub.changes(after, told) };
  expect(await pullPlace({ ...phone, hub: old, take: receiveRows }, 'v1', options)).toEqual(
    good({ isOnTop: false, rows: 2 }),
  );
  expect(phone.received).toMatchObject([{ after: 0, cursor: 2 }]);
});
