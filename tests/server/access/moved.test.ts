import { expect, test } from 'vitest';
import type { Hub } from '../../../server/hub.ts';
import { moveVillage } from '../../../server/sync/units/move/move-village.ts';
import { unitsBench } from '../../../server/sync/units/units-routes.ts';
import { onEachEngine } from '../engines.ts';
import { activatePhone, householdDrafts } from '../phone.ts';
import { openSite } from '../site.ts';
import { foundWithOfficer, heldBy, scopeOf, toldOf } from './communes.ts';

/* Who may hold what of a village that went to another commune; a third stays foreign to it, and so does the old one. */

async function settle(hub: Hub) {
  const { request, site } = openSite(hub);
  const open = () => foundWithOfficer(hub, request);
  const [one, other, third] = [await open(), await open(), await open()];
  const waiting = await other.officerCode();
  const asked = { book: one.book, unit: one.villages[0], into: other.book, date: '2026-01-05' };
  const moved = await moveVillage(unitsBench(site), asked);
  if (!moved.ok) throw new Error(moved.error);
  const officerLater = await activatePhone(request, waiting);
  const newcomer = await activatePhone(request, await one.officerCode());
  return { one, other, third, officerLater, newcomer, made: moved.value.unit.id };
}

onEachEngine('who holds what of a village that went to another commune', ({ hub }) => {
  test('the new commune’s officer holds it, also by a code of before; the old one’s drops it', async () => {
    const { one, other, officerLater, newcomer, made } = await settle(hub());
    for (const phone of [other.officer, officerLater]) {
      expect((await scopeOf(phone)).places).toContain(made);
      expect(await heldBy(phone)).toEqual([one.household, other.household].sort());
    }
    for (const phone of [one.officer, newcomer]) {
      expect((await scopeOf(phone)).places).not.toContain(made);
      expect(await heldBy(phone)).toEqual([]);
    }
  });

  test('who knows of the going writes there no more, and learns no more than of what there is not', async () => {
    const { one, third, newcomer, made } = await settle(hub());
    for (const phone of [newcomer, third.officer]) {
      const nothing = await toldOf(phone, 'uxvy', 'zz9z9z9z.1');
      expect(await toldOf(phone, made, one.household)).toEqual(nothing);
      expect(await toldOf(phone, made, 'zz9z9z9z.1')).toEqual(nothing);
    }
    const here = await toldOf(newcomer, one.villages[0], one.household);
    expect(here[0]).toEqual([{ is: 'refused', code: 'place', field: 'id' }]);
  });

  test('what was sealed before is taken, and stands in both books once', async () => {
    const { one, other } = await settle(hub());
    const { envelope } = await one.officer.write(householdDrafts(one.villages[0], 'Muộn'));
    const [verdict] = await one.officer.upload(envelope.bytes, envelope.bytes);
    expect(verdict?.ops.map(({ result }) => result.is)).toEqual(['applied', 'applied']);
    const late = `${one.officer.activation.device}.3`;
    expect(await heldBy(other.officer)).toEqual([one.household, other.household, late].sort());
    expect(await heldBy(one.officer)).toEqual([]);
  });
});
