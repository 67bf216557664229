import { foldText } from '../../../domain/search-key.ts';
import { wordKey } from './read-words.ts';

/** A village of the book as a list may write it. */
export interface ListedVillage {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** What offices put before a name, or leave out. */
const kinds = /^(thon|ban|xom|ap|khom|khu pho|khu|buon|lang|soc|to dan pho|tdp|to|khoi|khoi pho|plei)\s+/;

/**
 * The village that a cell means: its code, its name with or without "Thôn", a name within a longer address, or a code
 * within words. `undefined` where none can be meant, or several.
 */
export function findVillage(given: string, villages: readonly ListedVillage[]): ListedVillage | undefined {
  const cell = given.trim();
  const exact = villages.find(({ code }) => code === cell) ?? only(villages.filter((one) => isSame(one.name, cell)));
  if (exact !== undefined || cell === '') return exact;
  const bare = only(villages.filter(({ name }) => bareKey(name) === bareKey(cell)));
  const within = only(villages.filter(({ name }) => bareKey(name).length > 3 && wordKey(cell).includes(bareKey(name))));
  const numbered = byNumber(cell, villages);
  // "1" beside a village "Tổ 1" and another with the code 001: either may be meant.
  if (bare !== undefined && numbered !== undefined && bare !== numbered) return undefined;
  return bare ?? within ?? numbered;
}

/** "1", "Thôn 001": the one number of the cell, where only one village has it as its code. */
function byNumber(cell: string, villages: readonly ListedVillage[]): ListedVillage | undefined {
  const numbers = cell.match(/\d+/g) ?? [];
  if (numbers.length !== 1) return undefined;
  const rest = foldText(cell.replace(/\d+/, ' '));
  const isPlain = rest === '' || kinds.test(`${rest} `);
  return isPlain ? only(villages.filter(({ code }) => Number(code) === Number(numbers[0]))) : undefined;
}

function only<Item>(found: readonly Item[]): Item | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function isSame(one: string, other: string): boolean {
  return wordKey(one) === wordKey(other);
}

function bareKey(name: string): string {
  return wordKey(foldText(name).replace(kinds, ''));
}
