import type { Figures } from '../../figures/figures.ts';
import type { Hub } from '../../hub.ts';
import type { Say } from '../control.ts';
import { exportWords } from './export-words.ts';
import { importWords } from './import-words.ts';
import { readRegisterWords } from './register-words.ts';
import { reportWords } from './report-words.ts';
import { stockWords } from './stock-words.ts';

/** What the words of a register command work on: a hub, its figures, and who wants to know of changes. */
export interface RegisterBench {
  readonly hub: Hub;
  readonly figures: Pick<Figures, 'report' | 'closing'>;
  onWritten(book: string): void;
}

/** Does what the words say. @returns what goes to standard output */
export async function obeyRegister(bench: RegisterBench, words: readonly string[], say: Say): Promise<string> {
  const read = readRegisterWords(words);
  if (read.verb === 'import') return importWords(bench, read, say);
  if (read.verb === 'stock') return stockWords(bench, read);
  return read.verb === 'export' ? exportWords(bench, read) : reportWords(bench, read);
}
