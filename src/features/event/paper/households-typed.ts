import { foldText } from '../../../domain/search-key.ts';
import type { VillageList } from '../../../register/answers.ts';

type HouseholdRow = VillageList['households'][number];

/**
 * The households of a village that "42" may mean; "42 Xóm Trên" and "42 quyết" where several numbering areas have a 42. A
 * sheet that everybody has left holds its number no more: it is meant only where nobody else has it.
 */
export function householdsTyped(households: readonly HouseholdRow[], typed: string): readonly HouseholdRow[] {
  const [, number = '', words = ''] = /^(\d+)\s*(.*)$/.exec(typed.trim()) ?? [];
  const sought = foldText(words);
  const found = households.filter(
    ({ householdNumber, area, name }) =>
      householdNumber === number && (sought === '' || ` ${foldText(`${area} ${name}`)}`.includes(` ${sought}`)),
  );
  const lived = found.filter(({ people }) => people > 0);
  return lived.length > 0 ? lived : found;
}
