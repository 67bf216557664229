import { transferWords } from '../words.ts';

/** Columns that a list has under another name than the fixed format. */
const listed: { readonly [column: string]: string } = {
  household_key: 'household_no',
  person_key: 'full_name',
  village_code: 'village',
};

/** What a column holds, in words; itself where it is none of a list. */
export function factWord(column: string): string {
  return wordOf(column) ?? column;
}

/** What a list calls the column that was read so, else what it holds; `undefined` for what no column of it says. */
export function titleIn(titles: { readonly [fact: string]: string }, column: string): string | undefined {
  const fact = listed[column] ?? column;
  const born = fact === 'birth_date' ? (titles.birth_male ?? titles.birth_female) : undefined;
  return titles[fact] || born || wordOf(column);
}

function wordOf(column: string): string | undefined {
  const fact = listed[column] ?? column;
  return Object.entries(transferWords.value.wizard.facts).find(([key]) => key === fact)?.[1];
}
