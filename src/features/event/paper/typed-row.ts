import type { Question } from '../../../domain/form/form.ts';
import type { PhoneApi } from '../../../workers/api/phone-api.ts';
import { type CellSetting, completeCell } from './cell/read-cell.ts';
import { householdsTyped } from './households-typed.ts';
import { cellSetting, doubleDoubt, judgeRow, type RowJudgement, type RowPlace } from './judge-row.ts';
import type { PaperTable } from './paper-tables.ts';
import { formOfRow, questionsOfRow } from './row-form.ts';
import type { PaperRow, PaperSheet } from './sheet-draft.ts';

/** A table being typed, and where its rows are looked up. */
export interface Typing {
  readonly phone: PhoneApi;
  readonly sheet: Pick<PaperSheet, 'place' | 'month'>;
  readonly table: PaperTable;
}

/** The household that was typed, with what the row's form may name there; what may mean two households is none. */
export async function placeOfRow({ phone, sheet, table }: Typing, row: PaperRow): Promise<RowPlace | undefined> {
  const typed = row.household.trim();
  const form = formOfRow(table, row) ?? table.forms[0];
  if (typed === '' || form === undefined) return undefined;
  const { households } = await phone.village(sheet.place);
  const [found, ...others] = householdsTyped(households, typed);
  const household = found && others.length === 0 ? await phone.household(found.id) : undefined;
  return household && { household, context: await phone.formContext(form.key, household.id) };
}

export async function judgeTyped(typing: Typing, row: PaperRow): Promise<RowJudgement> {
  const place = await placeOfRow(typing, row);
  return judgeRow(typing, row, place);
}

/** The row with what its cells stand for written out, also what was typed before the household was known. */
export function completeRow({ sheet, table }: Typing, row: PaperRow, place: RowPlace | undefined): PaperRow {
  const settingOf = (question: Question): CellSetting => cellSetting(question, place, sheet.month);
  const questions = questionsOfRow(table, row, settingOf, place?.context.today ?? '');
  const cells: { [question: string]: string } = { ...row.cells };
  for (const question of questions) {
    const { key } = question.field;
    const typed = row.cells[key];
    if (typed !== undefined) cells[key] = completeCell(question, typed, settingOf(question));
  }
  return { ...row, cells };
}

interface SavedRows {
  readonly saved: readonly PaperRow[];
  /** Rows that could not be saved after all, e.g. because the one before it took the person away. */
  readonly refused: readonly PaperRow[];
}

/** Records judged rows one after the other; `onSaved` is told each with its transaction as soon as it is on the phone. */
export async function saveRows(
  { phone, table }: Typing,
  rows: readonly { readonly row: PaperRow; readonly judgement: RowJudgement }[],
  asked: readonly string[],
  onSaved: (row: PaperRow) => void,
): Promise<SavedRows> {
  const known = asked.filter((check) => check !== doubleDoubt);
  const saved: PaperRow[] = [];
  const refused: PaperRow[] = [];
  for (const { row, judgement } of rows) {
    const form = formOfRow(table, row);
    const { ready } = judgement;
    if (form === undefined || ready === undefined) continue;
    const outcome = await phone.record(form.key, ready.where, ready.answers, known);
    if (outcome.ok) {
      const done = { ...row, saved: outcome.value.transaction };
      saved.push(done);
      onSaved(done);
    } else refused.push(row);
  }
  return { saved, refused };
}
