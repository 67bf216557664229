import { transferWords } from '../words.ts';

/** The people's word for a table of the fixed format. */
export function tableWord(table: string): string {
  const { names } = transferWords.value.preview;
  return isTable(table, names) ? names[table] : table;
}

function isTable<Names extends object>(table: string, names: Names): table is Extract<keyof Names, string> {
  return Object.hasOwn(names, table);
}
