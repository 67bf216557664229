import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenPhoneStore } from '../../../src/store/phone-store.ts';
import { engines } from '../../server/engines.ts';
import { asked } from '../../store/invented-phone.ts';
import { commune, type JourneyHub, openCommune, villages } from '../commune.ts';
import { fertileHouseholds, openPhone, recordBirth } from '../phone.ts';

/* "Đã khớp với máy chủ lúc …" is said when the digests are equal, and never otherwise. */

let hub: JourneyHub;
beforeAll(async () => {
  hub = await openCommune(engines.at(-1) ?? 'PGlite');
});
afterAll(() => hub.close());

/** The hub behind a line on which somebody alters what changes say. */
function alteredBy(alter: (changes: Changes) => Changes): JourneyHub {
  return {
    ...hub,
    async answer(url, init) {
      const answer = await hub.answer(url, init);
      return url.startsWith('/sync/changes') ? Response.json(alter(await answer.json())) : answer;
    },
  };
}

interface Changes {
  readonly rows: readonly unknown[];
  readonly digest?: string;
}

async function officerHasNews() {
  const officer = await openPhone(hub, await hub.officerCode());
  await officer.sync();
  await recordBirth(officer, fertileHouseholds(officer, villages[0] ?? '')[0] ?? '');
  await officer.sync();
  return officer;
}

test('rows that were lost on the way are noticed, and fetched again', async () => {
  let isLossy = false;
  const line = alteredBy((changes) => {
    if (!isLossy) return changes;
    isLossy = false;
    return { ...changes, rows: changes.rows.slice(1) };
  });
  const phone = await openPhone(line, await hub.officerCode());
  await phone.sync();
  const officer = await officerHasNews();
  isLossy = true;
  expect(await phone.sync()).toMatchObject({ is: 'done', agreedAt: hub.clock.now });
  expect(isLossy).toBe(false);
  const [mine, theirs] = [phone, officer].map((one) =>
    one.work().session.register.report('01-DSX', '2026-11', commune),
  );
  expect(mine).toEqual(theirs);
});

test('where the digests never become equal, nobody says so: all was fetched, nothing was agreed', async () => {
  const agreed = { is: 'done', agreedAt: null, waiting: 0 };
  const phone = await openPhone(
    alteredBy((changes) => ('digest' in changes ? { ...changes, digest: '0'.repeat(32) } : changes)),
    await hub.officerCode(),
  );
  expect(await phone.sync()).toMatchObject(agreed);
  await officerHasNews();
  expect(await phone.sync()).toMatchObject(agreed);
});

test('what was agreed once is not said again after a sync that disagrees', async () => {
  let isFalse = false;
  const phone = await openPhone(
    alteredBy((changes) => (isFalse ? { ...changes, digest: 'f'.repeat(32) } : changes)),
    await hub.officerCode(),
  );
  expect(await phone.sync()).toMatchObject({ is: 'done', agreedAt: hub.clock.now });
  isFalse = true;
  expect(await phone.sync()).toMatchObject({ is: 'done', agreedAt: null });
});

test('a page that a worn flash spoilt is fetched back by its records alone, and the phone knows how many they were', async () => {
  const urls: string[] = [];
  const line: JourneyHub = {
    ...hub,
    answer(url, init) {
      urls.push(url.replace(/\?.*/, ''));
      return hub.answer(url, init);
    },
  };
  const phone = await openPhone(line, await hub.officerCode());
  await phone.sync();
  const { store } = phone.work().session;
  const whole = [...store.allConfirmed()].length;
  await foldPages(store);
  const spoilt = await spoilPages(phone.indexedDB);
  expect(spoilt).toBe(1);
  await phone.reopen();
  const hurt = [...phone.work().session.store.allConfirmed()].length;
  expect(hurt).toBeLessThan(whole);
  expect(phone.work().session.store.counts().damaged).toBe(1);
  urls.length = 0;
  expect(await phone.sync()).toMatchObject({ is: 'done', agreedAt: hub.clock.now });
  expect(urls).toEqual(['/sync/changes', ...Array(4).fill('/sync/proof'), '/sync/changes']);
  const healed = phone.work().session.store;
  expect([...healed.allConfirmed()]).toHaveLength(whole);
  expect(healed.counts().damaged).toBe(0);
  expect(await healed.mended()).toEqual({ records: whole - hurt, at: expect.any(Number) });
  await phone.reopen();
  urls.length = 0;
  expect(await phone.sync()).toMatchObject({ is: 'done', agreedAt: hub.clock.now });
  expect(urls).toEqual(['/sync/changes']);
});

test('a hub of before, which knows no sums, is asked for everything', async () => {
  let isLossy = false;
  const line = alteredBy((changes) => {
    if (!isLossy) return changes;
    isLossy = false;
    return { ...changes, rows: changes.rows.slice(1) };
  });
  const older: JourneyHub = {
    ...line,
    answer: async (url, init) =>
      url === '/sync/proof' ? Response.json({ error: 'not_found' }, { status: 404 }) : line.answer(url, init),
  };
  const phone = await openPhone(older, await hub.officerCode());
  await phone.sync();
  await officerHasNews();
  isLossy = true;
  expect(await phone.sync()).toMatchObject({ is: 'done', agreedAt: hub.clock.now });
  expect(await phone.work().session.store.mended()).toEqual({ records: 0, at: null });
});

test('what the phone holds and the hub does not, goes; what belongs elsewhere is not told to whom it is foreign', async () => {
  const officer = await openPhone(hub, await hub.officerCode());
  await officer.sync();
  const phone = await openPhone(hub, await hub.collaboratorCode('001'));
  await phone.sync();
  const { store } = phone.work().session;
  const whole = [...store.allConfirmed()].length;
  const foreign = [...officer.work().session.store.allConfirmed()].find(({ place }) => place.value === villages[1]);
  const mine = [...store.allConfirmed()][0];
  if (foreign === undefined || mine === undefined) throw new Error('both villages have records');
  const after = await store.cursor();
  const left = { ...mine, id: 'nobody.1' };
  await store.receive({
    after,
    cursor: after,
    hubEpoch: 1,
    confirmed: [foreign, left],
    gone: [mine.id],
    clock: [0, 0],
  });
  expect(await phone.sync()).toMatchObject({ is: 'done', agreedAt: hub.clock.now });
  expect([...store.allConfirmed()]).toHaveLength(whole);
  expect(await store.mended()).toMatchObject({ records: 3 });
});

/** Enough that a phone with nothing to do folds what it pulled into pages. */
async function foldPages(store: OpenPhoneStore): Promise<void> {
  const after = await store.cursor();
  const [any] = [...store.allConfirmed()];
  if (any === undefined) throw new Error('nothing was pulled');
  for (let change = 0; change < 21; change++)
    await store.receive({ after, cursor: after, hubEpoch: 1, confirmed: [any], gone: [], clock: [0, 0] });
  await store.tidy(true);
}

/** The last byte of the first village's page, as a dying flash turns it. */
async function spoilPages(indexedDB: IDBFactory): Promise<number> {
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name ?? ''));
    if (database.objectStoreNames.contains('pages')) {
      const table = database.transaction('pages', 'readwrite').objectStore('pages');
      const found: { readonly name: string; readonly body: Uint8Array }[] = await asked(table.getAll());
      // The page of the village has all that the index, and what a few whole records show, have a part of.
      const [row] = found.sort((a, b) => b.body.length - a.body.length);
      if (row === undefined) return 0;
      const body = Uint8Array.from(row.body);
      body[body.length - 1] = (body.at(-1) ?? 0) ^ 1;
      await asked(table.put({ ...row, body }));
      database.close();
      return 1;
    }
    database.close();
  }
  return 0;
}
