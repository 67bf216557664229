import type { Finding } from '../../../domain/check.ts';
import type { FormContext, FormDefinition, Question } from '../../../domain/form/form.ts';
import type { Fields, Value } from '../../../domain/value.ts';
import { say } from '../../../domain/words.ts';
import type { HouseholdPage } from '../../../register/answers.ts';
import { findFaults } from '../../../ui/form/answer-fault.ts';
import { finishAnswers } from '../../../ui/form/finished-answers.ts';
import { pageQuestions } from '../../../ui/form/page-questions.ts';
import { language, words } from '../../../ui/language.ts';
import { eventWords } from '../../../ui/words/event-words.ts';
import type { PhoneApi } from '../../../workers/api/phone-api.ts';
import { questionsOf } from './paper-tables.ts';
import { type CellSetting, readCell } from './read-cell.ts';
import { eventCell, householdCell } from './row-form.ts';
import type { PaperRow } from './sheet-draft.ts';

/** What stands against a row, by the question it belongs to; the row's own cells have names of their own. */
export interface RowFault {
  readonly cell: string;
  readonly text: string;
}

export interface RowJudgement {
  readonly faults: readonly RowFault[];
  readonly doubts: readonly Finding[];
  /** What is recorded once nothing stands against it. */
  readonly ready: { readonly where: string; readonly answers: Fields } | undefined;
}

/** A row's household with what its form may name there. */
export interface RowPlace {
  readonly household: HouseholdPage;
  readonly context: FormContext;
}

/** What a cell of this row is read by: whom its question offers, else whoever lives in the household. */
export function cellSetting(question: Question, place: RowPlace | undefined, month: string): CellSetting {
  const offered = place?.context.choices[question.field.key] ?? [];
  const living = place?.household.people.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return { month, choices: offered.length > 0 ? offered : living };
}

/** Judges a typed row as its form would: what cannot be read, what is missing, what the checks find. */
export async function judgeRow(
  phone: PhoneApi,
  form: FormDefinition | undefined,
  row: PaperRow,
  place: RowPlace | undefined,
  month: string,
): Promise<RowJudgement> {
  const copy = eventWords.value.paper;
  if (place === undefined)
    return refused(householdCell, row.household.trim() === '' ? copy.noNumber : copy.noHousehold);
  if (form === undefined) return refused(eventCell, copy.whichEvent);
  const read = readRow(form, row, place, month);
  if (read.faults.length > 0) return { faults: read.faults, doubts: [], ready: undefined };
  const where = place.household.id;
  const about = form.subject === undefined ? undefined : read.answers[form.subject];
  const person = typeof about === 'string' ? about : undefined;
  const context = await phone.formContext(form.key, where, person);
  // A form that mends what stands begins with it: a blank cell changes nothing.
  const { today } = context;
  const answers = finishAnswers(form, { ...context.defaults, ...read.answers }, today);
  const questions = form.pages.flatMap((page) => pageQuestions(page, answers, today));
  const faults = findFaults(questions, answers, words.value, language.value);
  const idle = unasked(form, read.answers, questions);
  if (faults.length + idle.length > 0) {
    return { faults: [...faults.map(faultOf), ...idle], doubts: [], ready: undefined };
  }
  const found = await phone.check(form.key, where, answers);
  const stops = found.filter(({ strength }) => strength === 'stop');
  const doubts = found.filter(({ strength }) => strength === 'ask');
  return { faults: stops.map(stopOf), doubts, ready: stops.length > 0 ? undefined : { where, answers } };
}

function refused(cell: string, text: string): RowJudgement {
  return { faults: [{ cell, text }], doubts: [], ready: undefined };
}

function faultOf({ field, text }: { readonly field: string; readonly text: string }): RowFault {
  return { cell: field, text };
}

function stopOf({ field, message }: Finding): RowFault {
  return { cell: field, text: say(message, language.value) };
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

interface ReadRow {
  readonly answers: Fields;
  readonly faults: readonly RowFault[];
}

function readRow(form: FormDefinition, row: PaperRow, place: RowPlace, month: string): ReadRow {
  const answers: { [field: string]: Value } = {};
  const faults: RowFault[] = [];
  const copy = eventWords.value.paper;
  for (const question of questionsOf(form)) {
    const { key, label } = question.field;
    const read = readCell(question, row.cells[key] ?? '', cellSetting(question, place, month));
    if (!read.ok) faults.push({ cell: key, text: copy[read.error](say(label, language.value)) });
    else if (read.value !== undefined) answers[key] = read.value;
  }
  return { answers, faults };
}
