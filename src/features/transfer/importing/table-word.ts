import { transferWords } from '../words.ts';

/** The people's word for a table of the fixed format. */
export function tableWord(table: string): string {
  const { names } = transferWords.value.preview;
  if (table === 'units' || table === 'households' || table === 'persons' || table === 'events') return names[table];
  return table;
}
