import { createRowNumbers } from '../shelf/row-numbers.ts';

/** A number for each record that somebody counts, in the order in which they came: what is kept of it fits into lists. */
export interface RecordNumbers {
  /** Gives one where it has none. */
  of(id: string): number;
  /** `undefined`: it never counted. */
  known(id: string): number | undefined;
  idOf(number: number): string;
  size(): number;
}

export function createRecordNumbers(): RecordNumbers {
  const ids: string[] = [];
  const numbers = createRowNumbers();
  return {
    of(id) {
      const known = numbers.get(id);
      if (known !== undefined) return known;
      numbers.put(id, ids.length);
      return ids.push(id) - 1;
    },
    known: numbers.get,
    idOf: (number) => ids[number] ?? '',
    size: () => ids.length,
  };
}
