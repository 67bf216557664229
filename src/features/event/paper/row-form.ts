import type { FormDefinition, Question } from '../../../domain/form/form.ts';
import type { Fields, Value } from '../../../domain/value.ts';
import { say } from '../../../domain/words.ts';
import { pageQuestions } from '../../../ui/form/page-questions.ts';
import { language } from '../../../ui/language.ts';
import { eventWords } from '../../../ui/words/event-words.ts';
import { type CellSetting, namesakesIn, readCell } from './cell/read-cell.ts';
import { type PaperTable, questionsOf } from './paper-tables.ts';
import type { PaperRow } from './sheet-draft.ts';

/** Cell in which a row of a table with several events says which it is. */
export const eventCell = 'event';
/** Cell of the household's number. */
export const householdCell = 'household-number';

/** The events of a table as one question, answered by number or by words. */
function eventQuestion({ forms }: PaperTable): Question {
  const codes = forms.map(({ key, title }) => ({ key, label: title }));
  const label = { vi: eventWords.value.paper.event };
  return { field: { key: eventCell, label, type: { is: 'code', list: { name: 'event', codes, law: '' } } } };
}

/** The form that a row is recorded with; `undefined` while it does not say which. */
export function formOfRow(table: PaperTable, row: PaperRow): FormDefinition | undefined {
  if (table.forms.length === 1) return table.forms[0];
  const read = readCell(eventQuestion(table), row.cells[eventCell] ?? '', { month: '', choices: [] });
  return read.ok ? table.forms.find(({ key }) => key === read.value) : undefined;
}

/** What stands against a row, by the cell it belongs to. */
export interface RowFault {
  readonly cell: string;
  readonly text: string;
}

interface ReadRow {
  readonly answers: Fields;
  readonly faults: readonly RowFault[];
}

/** The cells of a row as answers of its form, with what the table itself gives. */
export function readRow(
  table: PaperTable,
  form: FormDefinition,
  row: PaperRow,
  settingOf: (question: Question) => CellSetting,
): ReadRow {
  const asked = new Set(form.pages.flatMap((page) => page.questions.map(({ field }) => field.key)));
  const given = Object.entries(table.given).filter(([key]) => asked.has(key));
  const answers: { [field: string]: Value } = Object.fromEntries(given);
  const faults: RowFault[] = [];
  for (const question of questionsOf(form)) {
    const { key, label } = question.field;
    const setting = settingOf(question);
    const read = readCell(question, row.cells[key] ?? '', setting);
    const list = namesakesIn(question, setting);
    if (!read.ok)
      faults.push({ cell: key, text: eventWords.value.paper[read.error](say(label, language.value), list) });
    else if (read.value !== undefined) answers[key] = read.value;
  }
  return { answers, faults };
}

/** As the printed columns stand; the others behind them, as the form asks. */
function inColumns(questions: readonly Question[], columns: readonly string[]): readonly Question[] {
  const placeOf = ({ field }: Question): number => {
    const at = columns.indexOf(field.key);
    return at < 0 ? columns.length : at;
  };
  return [...questions].sort((one, other) => placeOf(one) - placeOf(other));
}

/** The cells of a row: what its form asks after what was typed so far, and what was typed where it asks nothing any more. */
export function questionsOfRow(
  table: PaperTable,
  row: PaperRow,
  settingOf: (question: Question) => CellSetting,
  today: string,
): readonly Question[] {
  const event = table.forms.length > 1 ? [eventQuestion(table)] : [];
  const form = formOfRow(table, row);
  if (form === undefined) return event;
  const { answers } = readRow(table, form, row, settingOf);
  const asked = new Set(
    form.pages.flatMap((page) => pageQuestions(page, answers, today).map(({ field }) => field.key)),
  );
  const shown = questionsOf(form).filter(({ field }) => {
    const isTyped = (row.cells[field.key] ?? '').trim() !== '';
    return !(field.key in table.given) && (isTyped || asked.has(field.key));
  });
  return [...event, ...inColumns(shown, table.columns)];
}
