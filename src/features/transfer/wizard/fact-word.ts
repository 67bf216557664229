import { transferWords } from '../words.ts';

/** Columns that a list has under another name than the fixed format. */
const listed: { readonly [column: string]: string } = {
  household_key: 'household_no',
  person_key: 'full_name',
  village_code: 'village',
};

/** What a column holds, in words; itself where it is none of a list. */
export function factWord(column: string): string {
  const fact = listed[column] ?? column;
  return Object.entries(transferWords.value.wizard.facts).find(([key]) => key === fact)?.[1] ?? column;
}
