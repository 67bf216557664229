import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Hub } from '../../../server/hub.ts';
import { mergeCommunes } from '../../../server/sync/units/merge-communes.ts';
import { onEachEngine } from '../engines.ts';
import { activatePhone } from '../phone.ts';
import { openSite } from '../site.ts';
import { foundWithOfficer, heldBy, scopeOf, toldOf } from './communes.ts';

/* Who may hold what once two communes are one; a third stays as foreign to both as what there is not. */

async function settle(hub: Hub) {
  const { request } = openSite(hub);
  const open = () => foundWithOfficer(hub, request);
  const [one, other, third] = [await open(), await open(), await open()];
  const waiting = { code: await other.collaboratorCode(), officer: await other.officerCode() };
  const collaborator = await activatePhone(request, await other.collaboratorCode());
  const books = [one.book, other.book];
  const bench = { hub, onWritten: () => {} };
  const merged = await mergeCommunes(bench, { books, code: one.commune.slice(1), name: 'Mới', date: '2026-01-05' });
  if (!merged.ok) throw new Error(merged.error);
  const officerLater = await activatePhone(request, waiting.officer);
  const collaboratorLater = await activatePhone(request, waiting.code);
  return { one, other, third, collaborator, officerLater, collaboratorLater, made: merged.value };
}

onEachEngine('who holds what of communes that became one', ({ hub }) => {
  test('officers of either hold all of it, a collaborator her village; codes of before open the same', async () => {
    const { one, other, collaborator, officerLater, collaboratorLater, made } = await settle(hub());
    const places = [made.commune.id, one.commune, other.commune, ...one.villages, ...other.villages].sort();
    const both = [one.household, other.household].sort();
    for (const phone of [one.officer, other.officer, officerLater]) {
      const scope = await scopeOf(phone);
      expect([...scope.places].sort()).toEqual(places);
      expect(scope.book).toBe(made.book);
      expect(await heldBy(phone)).toEqual(both);
    }
    for (const phone of [collaborator, collaboratorLater]) {
      expect((await scopeOf(phone)).places).toEqual([other.villages[0]]);
      expect(await heldBy(phone)).toEqual([other.household]);
    }
  });

  test('a third commune answers like one that there is not, to both sides and of both', async () => {
    const { one, other, third } = await settle(hub());
    for (const { officer } of [one, other])
      expect(await toldOf(officer, third.villages[0], third.household)).toEqual(
        await toldOf(officer, 'uxvy', 'zz9z9z9z.1'),
      );
    for (const { villages, household } of [one, other])
      expect(await toldOf(third.officer, villages[0], household)).toEqual(
        await toldOf(third.officer, 'uxvy', 'zz9z9z9z.1'),
      );
    expect(await heldBy(third.officer)).toEqual([third.household]);
  });

  test('what opens two books to the hand that merges them opens none to the hub’s own login', async () => {
    const { one, third, made } = await settle(hub());
    const seen = await hub().database.transaction({ book: made.book, places: [...one.villages] }, async (tx) => {
      await sql`select set_config('app.merging', ${`${made.book},${third.book}`}, true)`.execute(tx);
      return tx.selectFrom('record').select('book').distinct().execute();
    });
    expect(seen).toEqual([{ book: made.book }]);
  });
});
