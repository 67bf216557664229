import { countLivedIn } from '../../../src/register/lives/village-sizes.ts';
import { readUnitChanges } from '../../sync/units/apply-units.ts';
import { registerReader } from '../../sync/units/open-register.ts';
import { readUnitsOf } from '../../sync/units/unit-rows.ts';
import type { UnitsBench } from '../../sync/units/units-bench.ts';

/** The villages of a book with their households, those that are no more too, and what was changed. */
export async function listVillages({ hub }: UnitsBench, book: string): Promise<string> {
  const { units, changes } = await hub.database.transaction(undefined, async (tx) => ({
    units: await readUnitsOf(tx, book),
    changes: await readUnitChanges(tx, book),
  }));
  const known = await registerReader(hub, book)();
  const villages = units
    .filter(({ level }) => level === 'village')
    .map(({ id, code, name, validFrom, validTo }) => {
      const list = known?.village(id);
      const households = list === undefined ? 0 : countLivedIn(list);
      const until = validTo === '' ? '' : ` đến ${validTo}`;
      return `${code}  ${name}  ${households} hộ  từ ${validFrom || '?'}${until}`;
    });
  const done = changes.map(({ id, change, households, undoneBy }) => {
    const taken = undoneBy === null ? '' : ' (đã lấy lại)';
    if (change.is === 'merge') return `${id}  merge  ${change.communes.join(', ')}`;
    if (change.is === 'move') return `${id}  move  ${change.unit} > ${change.into}  ${households} phiếu hộ`;
    return `${id}  ${change.is}  ${households} phiếu hộ${taken}`;
  });
  return [...villages, ...done].join('\n');
}
