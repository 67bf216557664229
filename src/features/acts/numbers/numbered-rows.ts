import type { Screen } from '../../screen.ts';
import { actWords } from '../words.ts';

type VillageRow = Awaited<ReturnType<Screen['phone']['village']>>['households'][number];

/** Households with their numbers and numbering areas, as on paper: village by village, by number. */
export interface NumberedRows {
  /** The village, or the whole commune. */
  readonly name: string;
  readonly rows: readonly VillageRow[];
  /** Names of the areas that are not a village's own, in the order of the alphabet. */
  readonly areas: readonly string[];
}

/** In an address, in place of a unit id: the whole commune. */
const everywhere = 'all';

/** `undefined`: no such village in this book. */
export async function readNumberedRows({ phone, who }: Screen, place: string): Promise<NumberedRows | undefined> {
  const villages = who.places.filter(({ level, id }) => level === 'village' && (place === everywhere || id === place));
  if (villages.length === 0) return undefined;
  const lists = await Promise.all(villages.map(({ id }) => phone.village(id)));
  const rows = lists.flatMap(({ households }) => households);
  const areas = new Set(rows.map(({ area }) => area).filter((area) => area !== ''));
  const name = place === everywhere ? actWords.value.renumber.wholeCommune : (lists[0]?.name ?? '');
  return { name, rows, areas: [...areas].sort((a, b) => a.localeCompare(b, 'vi')) };
}

/** Rows of one area; all of them where none is chosen. */
export function inArea(rows: readonly VillageRow[], area: string | undefined): readonly VillageRow[] {
  return area === undefined ? rows : rows.filter((row) => row.area === area);
}
