import type { OpenedFiles } from '../../workers/api/transfer-api.ts';
import { transferWords } from './words.ts';

/** What is wrong with chosen files, and what to do; `undefined` where they can be read. */
export function tellProblem(opened: OpenedFiles): string | undefined {
  const words = transferWords.value.problems;
  if (opened.is === 'no_table') return words.no_table;
  if (opened.is === 'columns') return words.columns(opened.file, opened.missing.join(', '));
  return opened.is === 'unreadable' ? words[opened.why](opened.file, opened.row) : undefined;
}
