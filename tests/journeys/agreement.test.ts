import { afterAll, beforeAll, expect, test } from 'vitest';
import { commune, type JourneyHub, openCommune, villages } from './commune.ts';
import { fertileHouseholds, openPhone, recordBirth } from './phone.ts';

/* "Đã khớp với máy chủ lúc …" is said when the digests are equal, and never otherwise. */

let hub: JourneyHub;
beforeAll(async () => {
  hub = await openCommune('PGlite');
}, 120_000);
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
