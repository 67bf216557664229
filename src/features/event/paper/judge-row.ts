import { formatDate, isPartialDate } from '../../../domain/calendar/partial-date.ts';
import type { Finding } from '../../../domain/form/check.ts';
import type { FormContext, FormDefinition, Question } from '../../../domain/form/form.ts';
import type { Fields } from '../../../domain/value.ts';
import { say } from '../../../domain/words.ts';
import type { HouseholdPage } from '../../../register/answers.ts';
import type { Likeness } from '../../../register/lives/answers.ts';
import { findFaults } from '../../../ui/form/answer-fault.ts';
import { finishAnswers } from '../../../ui/form/finished-answers.ts';
import { pageQuestions, withoutOldWords } from '../../../ui/form/page-questions.ts';
import { language, words } from '../../../ui/language.ts';
import { describeRow } from '../../../ui/lives/describe-row.ts';
import { eventWords } from '../../../ui/words/event-words.ts';
import { tellingAnswers } from '../doubles/likely-double.ts';
import type { CellSetting } from './cell/read-cell.ts';
import { questionsOf } from './paper-tables.ts';
import { eventCell, formOfRow, householdCell, type RowFault, readRow } from './row-form.ts';
import type { PaperRow } from './sheet-draft.ts';
import type { Typing } from './typed-row.ts';

export interface RowJudgement {
  readonly faults: readonly RowFault[];
  readonly doubts: readonly Finding[];
  /** Who in the book may be the person whom the row writes down anew. */
  readonly likenesses: readonly Likeness[];
  /** What is recorded once nothing stands against it. */
  readonly ready: { readonly where: string; readonly answers: Fields } | undefined;
}

/** A row's household with what its form may name there. */
export interface RowPlace {
  readonly household: HouseholdPage;
  readonly context: FormContext;
}

/**
 * What a cell of this row is read by: whom its question offers, else whoever lives in the household; then who left or died
 * since, for a sheet is typed in weeks after its month.
 */
export function cellSetting(question: Question, place: RowPlace | undefined, month: string): CellSetting {
  const offered = place?.context.choices[question.field.key] ?? [];
  const people = place?.household.people ?? [];
  const isOffered = (id: string): boolean => offered.some(({ value }) => value === id);
  const others = people.filter(({ id, status }) => !isOffered(id) && (offered.length === 0 || status !== 'active'));
  const named = others.map(({ id, name, birthDate }) => ({ value: id, label: name, note: noteOf(birthDate) }));
  return { month, choices: [...offered, ...named] };
}

function noteOf(birthDate: string): string {
  return isPartialDate(birthDate) ? formatDate(birthDate) : '';
}

/** Judges a typed row as its form would: what cannot be read, what is missing, what the checks find. */
export async function judgeRow(typing: Typing, row: PaperRow, place: RowPlace | undefined): Promise<RowJudgement> {
  const copy = eventWords.value.paper;
  const form = formOfRow(typing.table, row);
  if (place === undefined) {
    return refused([{ cell: householdCell, text: row.household.trim() === '' ? copy.noNumber : copy.noHousehold }]);
  }
  if (form === undefined) return refused([{ cell: eventCell, text: copy.whichEvent }]);
  const read = readRow(typing.table, form, row, (question) => cellSetting(question, place, typing.sheet.month));
  if (read.faults.length > 0) return refused(read.faults);
  return judgeAnswers(typing, form, read.answers, place.household.id);
}

async function judgeAnswers(
  { phone }: Typing,
  form: FormDefinition,
  typed: Fields,
  where: string,
): Promise<RowJudgement> {
  // What only the panel says is typed from the sheet: nothing of it is looked up, so nothing is looked at.
  const about = form.subject === undefined || form.shown === 'panel' ? undefined : typed[form.subject];
  const context = await phone.formContext(form.key, where, typeof about === 'string' ? about : undefined);
  const { today } = context;
  // A form that mends what stands begins with it: a blank cell changes nothing.
  const told = withoutOldWords(form, { ...context.defaults, ...typed }, context.defaults);
  const answers = finishAnswers(form, told, today);
  const questions = form.pages.flatMap((page) => pageQuestions(page, answers, today));
  const faults = findFaults(questions, answers, words.value, language.value);
  const blanks = faults.map(({ field, text }) => ({ cell: field, text }));
  const idle = unasked(form, typed, questions);
  if (blanks.length + idle.length > 0) return refused([...blanks, ...idle]);
  const found = await phone.check(form.key, where, answers);
  const stops = found.filter(({ strength }) => strength === 'stop');
  if (stops.length > 0) {
    return refused(stops.map(({ field, message }) => ({ cell: field, text: say(message, language.value) })));
  }
  const likenesses = await likenessesOf(phone, form, answers, where);
  const doubts = [...likenesses.map(doubtOf), ...found];
  return { faults: [], doubts, likenesses, ready: { where, answers } };
}

async function likenessesOf(
  phone: Typing['phone'],
  form: FormDefinition,
  answers: Fields,
  where: string,
): Promise<readonly Likeness[]> {
  const told = tellingAnswers(form, answers);
  return told === undefined ? [] : phone.likeness(told, where);
}

/** A question of the sheet alone: it is no check of a form, and nothing of it is kept with the record. */
export const doubleDoubt = 'paper_double';

function doubtOf({ row, reasons }: Likeness): Finding {
  const copy = eventWords.value.paper;
  const why = reasons.map((reason) => say(reason, language.value)).join(', ');
  const text = copy.double(`${row.name} (${describeRow(row, words.value)})`, why);
  return { check: doubleDoubt, strength: 'ask', field: 'fullName', message: { vi: text } };
}

function refused(faults: readonly RowFault[]): RowJudgement {
  return { faults, doubts: [], likenesses: [], ready: undefined };
}

/** What was typed where the form asks nothing would be lost in silence. */
function unasked(form: FormDefinition, typed: Fields, asked: readonly Question[]): readonly RowFault[] {
  const keys = new Set(asked.map(({ field }) => field.key));
  return questionsOf(form)
    .filter(({ field }) => field.key in typed && !keys.has(field.key))
    .map(({ field }) => ({
      cell: field.key,
      text: eventWords.value.paper.notAsked(say(field.label, language.value)),
    }));
}
