import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UpperAnswer } from '../../../src/sync/console-api.ts';
import { foundTestCommune, type TestCommune } from '../../server/commune.ts';
import { storyEngines } from '../../server/engines.ts';
import { householdDrafts } from '../../server/phone.ts';
import { book, type JourneyHub, openCommune } from '../commune.ts';
import { type JourneyPhone, openPhone } from '../phone.ts';
import { freeze } from './closing-steps.ts';

/* The third quarter of two communes under one office: who has handed in, what it comes to, what was returned. */

describe.each(storyEngines)('the form of the level above, on %s', { timeout: 120_000 }, (engine) => {
  let hub: JourneyHub;
  let neighbour: TestCommune;
  let officer: JourneyPhone;
  let other: JourneyPhone;

  beforeAll(async () => {
    hub = await openCommune(engine);
    neighbour = await foundTestCommune(hub.hub());
    officer = await openPhone(hub, await hub.officerCode());
    other = await openPhone(hub, await neighbour.officerCode());
    for (const phone of [officer, other]) await phone.sync();
    await other.work().save(householdDrafts(neighbour.villages[0], 'Hà'));
    await other.sync();
  }, 120_000);
  afterAll(() => hub.close());

  const upper = async (period = '2026-Q3'): Promise<UpperAnswer> =>
    (await hub.console(`/api/upper?period=${period}`)).json();
  const columnOf = ({ columns }: UpperAnswer, of: string) => columns.find((one) => one.book === of);
  const people = ({ together }: UpperAnswer) => together.rows.find(({ key }) => key === 'pop_end')?.value;

  test('nobody has handed in: two columns without a number, and no sum', async () => {
    const answer = await upper();
    expect(answer.together).toMatchObject({ form: '01-DSH', period: '2026-Q3' });
    expect(answer.deadline).toBe('2026-10-15');
    expect(answer.columns).toEqual(
      expect.arrayContaining([
        { book, values: [] },
        { book: neighbour.book, values: [] },
      ]),
    );
    expect(people(answer)).toBeNull();
  });

  test('one has: its numbers as frozen, and the sum is said to be of one', async () => {
    const id = await freeze(officer, '02-DSX', '2026-Q3');
    await officer.sync();
    const answer = await upper();
    const { session } = officer.work();
    const live = session.register.report('02-DSX', '2026-Q3', session.who.commune);
    expect(columnOf(answer, book)).toMatchObject({ closing: { id, state: 'submitted' } });
    expect(columnOf(answer, book)?.values).toEqual(live.rows.map(({ value }) => value));
    expect(columnOf(answer, neighbour.book)).toEqual({ book: neighbour.book, values: [] });
    expect(people(answer)).toBe(live.rows.find(({ key }) => key === 'pop_end')?.value);
  });

  test('both have: one person more', async () => {
    const before = people(await upper());
    await freeze(other, '02-DSX', '2026-Q3');
    await other.sync();
    expect(people(await upper())).toBe((before ?? 0) + 1);
  });

  test('what came late changes nothing of it; what was returned is told and not counted', async () => {
    await other.work().save(householdDrafts(neighbour.villages[1], 'Hạnh'));
    await other.sync();
    const both = await upper();
    const id = columnOf(both, neighbour.book)?.closing?.id;
    const judged = { book: neighbour.book, id, outcome: 'returned', reason: 'Thiếu thôn hai' };
    expect((await hub.console('/api/closing', judged)).status).toBe(200);
    const one = await upper();
    expect(columnOf(one, neighbour.book)).toMatchObject({ closing: { state: 'returned' }, values: [] });
    expect(people(one)).toBe((people(both) ?? 0) - 1);

    // The commune learns of it, freezes anew, and the next version is what counts.
    await other.sync();
    await freeze(other, '02-DSX', '2026-Q3');
    await other.sync();
    const mended = await upper();
    expect(columnOf(mended, neighbour.book)).toMatchObject({ closing: { version: 2, state: 'submitted' } });
    expect(people(mended)).toBe((people(both) ?? 0) + 1);
  });

  test('a month has no such form, nor has nonsense; a viewer sees none; each look stands in the chain of its commune', async () => {
    for (const period of ['2026-09', '2026-01..2026-09', 'quý ba'])
      expect((await hub.console(`/api/upper?period=${encodeURIComponent(period)}`)).status).toBe(404);
    expect((await hub.console('/api/upper?period=2026-Q3', undefined, 'viewer')).status).toBe(403);
    const rows = await hub
      .hub()
      .database.transaction(undefined, (tx) =>
        tx.selectFrom('audit').select(['book', 'actor', 'object']).where('action', '=', 'upper_report').execute(),
      );
    expect(rows.filter((row) => row.book === book)).toHaveLength(6);
    expect(rows).toContainEqual({ book: neighbour.book, actor: 'huyen', object: '02-DSX 2026-Q3 v2' });
  });
});
