import { catalogue } from '../../../catalogue/index.ts';
import type { FormDefinition, Question } from '../../../domain/form/form.ts';
import { drawnQuestions } from '../../../ui/form/page-questions.ts';

/*
 * Phiếu thu tin P0/CTV (Thông tư 01/2022/TT-BYT, Phụ lục I): its eleven tables, and the forms that a row of each is
 * recorded with. Where a table holds several events, the row says which.
 */

export interface PaperTable {
  readonly number: number;
  readonly forms: readonly FormDefinition[];
}

const tables: readonly (readonly string[])[] = [
  ['birth'],
  ['newborn_screen'],
  ['death'],
  ['move_in'],
  ['move_out'],
  ['marriage', 'divorce', 'person_edit'],
  ['method_start'],
  ['method_stop'],
  ['pregnancy', 'miscarriage', 'abortion'],
  ['prenatal_screen'],
  ['elder_check'],
];

export const paperTables: readonly PaperTable[] = tables.map((keys, index) => ({
  number: index + 1,
  forms: keys.flatMap((key) => catalogue.forms.filter((form) => form.key === key)),
}));

/** What can be typed into one cell; several codes at once cannot. */
export function questionsOf(form: FormDefinition): readonly Question[] {
  const questions = drawnQuestions(form.pages.flatMap((page) => page.questions));
  return questions.filter(({ field }) => field.type.is !== 'codes' && field.type.is !== 'place');
}

/** The columns of a table: the questions of its forms, each once. */
export function columnsOf({ forms }: PaperTable): readonly Question[] {
  const columns = new Map<string, Question>();
  for (const question of forms.flatMap(questionsOf)) {
    if (!columns.has(question.field.key)) columns.set(question.field.key, question);
  }
  return [...columns.values()];
}
