import type { FormDefinition, Question } from '../../../domain/form/form.ts';
import { type PaperTable, questionsOf } from './paper-tables.ts';
import { readCell } from './read-cell.ts';
import type { PaperRow } from './sheet-draft.ts';

/** Cell in which a row of a table with several events says which it is. */
export const eventCell = 'event';

/** Cell of the household's number. */
export const householdCell = 'household-number';

/** The events of a table as one question, answered by number or by words. */
export function eventQuestion({ forms }: PaperTable, label: Question['field']['label']): Question {
  const codes = forms.map(({ key, title }) => ({ key, label: title }));
  return {
    field: { key: eventCell, label, type: { is: 'code', list: { name: 'event', codes, law: '' } }, isRequired: true },
  };
}

/** The form that a row is recorded with; `undefined` while it does not say which. */
export function formOfRow(table: PaperTable, row: PaperRow): FormDefinition | undefined {
  if (table.forms.length === 1) return table.forms[0];
  const read = readCell(eventQuestion(table, { vi: '' }), row.cells[eventCell] ?? '', { month: '', choices: [] });
  return read.ok ? table.forms.find(({ key }) => key === read.value) : undefined;
}

/** What a row asks: all of its table while it does not say which event it is. */
export function questionsOfRow(table: PaperTable, columns: readonly Question[], row: PaperRow): readonly Question[] {
  const form = formOfRow(table, row);
  if (form === undefined) return columns;
  const own = questionsOf(form);
  const keys = new Set(columns.map(({ field }) => field.key));
  return own.filter(({ field }) => keys.has(field.key));
}
