import type { IdList } from '../../sync/records/page-columns.ts';
import { createRowNumbers } from '../../sync/records/row-numbers.ts';
import { createIdTexts } from '../shelf/id-texts.ts';
import { longer, type NumberList, wider } from '../shelf/number-list.ts';

/** A number for each record that somebody counts, in the order in which they came: what is kept of it fits into lists. */
export interface RecordNumbers {
  /** Gives one where it has none. */
  of(id: string): number;
  /** `undefined`: it never counted. */
  known(id: string): number | undefined;
  idOf(number: number): string;
  size(): number;
  /** 1 + the number of whom a record lives with as the first count told it, 0 for nobody; `undefined`: none has told it. */
  usualHolder(number: number): number | undefined;
  /** Whether that is whom it lives with in this count too; the first that asks tells it. Nearly all days agree. */
  isUsualHolder(number: number, holder: number): boolean;
  /** As they stand now; what comes later does not change it. */
  kept(): KeptNumbers;
}

/** Record numbers as data. */
export interface KeptNumbers {
  /** The nth is number n. */
  readonly ids: IdList;
  /** By the record's number: 2 + the number of whom it lives with; 1 for nobody, 0 where no count has told it. */
  readonly holders: NumberList;
}

/** @param known numbers that were kept: these begin with them */
export function createRecordNumbers(known?: KeptNumbers): RecordNumbers {
  const ids = createIdTexts();
  const numbers = createRowNumbers();
  let holders: NumberList = known === undefined ? new Uint32Array(0) : wider(known.holders);
  if (known !== undefined) {
    const put = ids.pushFrom(known.ids);
    for (let at = 0; at < known.ids.length; at += 1) put(at);
    numbers.add(known.ids, 0);
  }
  return {
    of(id) {
      const known = numbers.get(id);
      if (known !== undefined) return known;
      numbers.put(id, ids.length());
      return ids.push(id);
    },
    known: numbers.get,
    idOf: ids.at,
    size: ids.length,
    usualHolder(number) {
      const told = holders[number] ?? 0;
      return told === 0 ? undefined : told - 1;
    },
    isUsualHolder(number, holder) {
      if (number >= holders.length) holders = longer(holders, ids.length());
      const told = holders[number] ?? 0;
      if (told === 0) holders[number] = holder + 1;
      return told === 0 || told === holder + 1;
    },
    kept: () => ({ ids: ids.list(), holders: holders.slice() }),
  };
}
