import { afterAll, expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import type { Catalogue } from '../../../src/domain/catalogue.ts';
import { makeRulebook } from '../../../src/sync/hub/rulebook.ts';
import type { Verdict } from '../../../src/sync/verdict.ts';
import { activatePhone, type Phone } from '../../server/phone.ts';
import { type JourneyHub, openCommune, villages } from '../commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth } from '../phone.ts';

/*
 * An update reaches a commune over weeks: apps of next year talk to the hub of today, and today's to the hub of next year.
 * Nothing is refused for being of another age but what really is unknown, and of that nothing is lost.
 */

const [village = ''] = villages;

/** Next year's programme: every household says how it gets its water, and wells are counted. */
const newer: Catalogue = {
  ...catalogue,
  records: [
    ...catalogue.records.map((record) =>
      record.kind === 'household'
        ? {
            ...record,
            fields: [
              ...record.fields,
              { key: 'water', label: { vi: 'Nguồn nước' }, type: { is: 'text', maxLength: 40 } } as const,
            ],
          }
        : record,
    ),
    {
      kind: 'well',
      nature: 'state',
      label: { vi: 'Giếng' },
      law: 'a rule of next year',
      fields: [{ key: 'depth', label: { vi: 'Độ sâu' }, type: { is: 'integer', min: 0, max: 500 } }],
    },
  ],
};

const hubs: JourneyHub[] = [];
async function openHub(programme: Catalogue): Promise<JourneyHub> {
  const hub = await openCommune('PGlite', undefined, makeRulebook(programme));
  hubs.push(hub);
  return hub;
}
afterAll(async () => {
  for (const hub of hubs) await hub.close();
});

const resultsOf = (verdict: Verdict | undefined) => verdict?.ops.map(({ result }) => result);

/** The app of next year, as far as the hub can tell. */
function newerPhone(hub: JourneyHub, code: string): Promise<Phone> {
  return activatePhone(
    (path, init = {}) => hub.answer(path, init),
    code,
    () => hub.clock.now,
  );
}

test('an old app holds what it does not know, writes beside it, and agrees with the new hub', async () => {
  const hub = await openHub(newer);
  const old: JourneyPhone = await openPhone(hub, await hub.officerCode());
  await old.sync();
  const [household = ''] = fertileHouseholds(old, village);
  const next = await newerPhone(hub, await hub.officerCode());
  const well = { kind: 'well', place: village, put: { depth: 12 } };
  const water = { kind: 'household', id: household, place: village, put: { water: 'giếng khoan' }, seen: {} };
  const [first] = await next.upload((await next.write([well])).envelope.bytes);
  const [second] = await next.upload((await next.write([water])).envelope.bytes);
  expect([resultsOf(first), resultsOf(second)]).toEqual([[{ is: 'applied' }], [{ is: 'applied' }]]);

  expect(await old.sync()).toMatchObject({ is: 'done', agreedAt: hub.clock.now });
  const { child } = await recordBirth(old, household);
  await old.edit(household, 'poor', 'poor');
  expect(await old.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0, agreedAt: hub.clock.now });
  // Killed and opened, its pages still hold it all.
  await old.reopen();
  expect(old.work().session.register.get(child)).toBeDefined();
  expect(await old.sync()).toMatchObject({ is: 'done', agreedAt: hub.clock.now });
  const rows = (await pullAll(next)).filter(({ id }) => id === household || id === `${next.activation.device}.1`);
  expect(JSON.stringify(rows)).toContain('giếng khoan');
  expect(rows.map(({ k }) => k).sort()).toEqual(['household', 'well']);
});

async function pullAll(phone: Phone) {
  const rows: { readonly id: string; readonly k: string }[] = [];
  for (let [after, more] = [0, true]; more; ) {
    const page = await phone.changes(after);
    rows.push(...page.rows);
    [after, more] = [page.cursor, page.more];
  }
  return rows;
}

test('a new app on an old hub: what this does not know comes back with the reason, all else is taken', async () => {
  const hub = await openHub(catalogue);
  const next = await newerPhone(hub, await hub.officerCode());
  const write = async (put: { readonly [field: string]: string | number }, kind = 'household') => {
    const { envelope } = await next.write([{ kind, place: village, put }]);
    const [verdict] = await next.upload(envelope.bytes);
    return resultsOf(verdict);
  };
  const household = { number: 900, kind: 'family', poor: 'none' };
  expect(await write({ depth: 12 }, 'well')).toEqual([{ is: 'refused', code: 'unknown_kind' }]);
  expect(await write({ ...household, water: 'nước mưa' })).toEqual([
    { is: 'refused', code: 'unknown_field', field: 'water' },
  ]);
  expect(await write(household)).toEqual([{ is: 'applied' }]);
  // What it says of itself beside the questions of today is heard past.
  const answer = await next.ask('GET', '/sync/changes?after=0&obeyed=0&people=&version=2027.3&wants=wells');
  expect(answer.status).toBe(200);
});

test('an old app hears past what a new hub says beside its answers', async () => {
  const hub = await openHub(newer);
  const chatty: JourneyHub = {
    ...hub,
    async answer(url, init) {
      const answer = await hub.answer(url, init);
      if (answer.status !== 200 || !/^\/sync\/(changes|envelopes)/.test(url)) return answer;
      return Response.json({ ...(await answer.json()), weather: { rain: true }, next: ['a'] });
    },
  };
  const old = await openPhone(chatty, await hub.collaboratorCode('001'));
  expect(await old.sync()).toMatchObject({ is: 'done', agreedAt: hub.clock.now });
  const [household = ''] = fertileHouseholds(old, village);
  await recordBirth(old, household);
  expect(await old.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0, agreedAt: hub.clock.now });
});
