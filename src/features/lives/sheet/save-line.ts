import { isPartialDate } from '../../../domain/calendar/partial-date.ts';
import type { Finding } from '../../../domain/form/check.ts';
import type { Question } from '../../../domain/form/form.ts';
import { canonicalText, type Fields, type Value } from '../../../domain/value.ts';
import { say } from '../../../domain/words.ts';
import { findFaults } from '../../../ui/form/answer-fault.ts';
import { finishAnswers } from '../../../ui/form/finished-answers.ts';
import { pageQuestions, withoutOldWords } from '../../../ui/form/page-questions.ts';
import { language, words } from '../../../ui/language.ts';
import { civilToday } from '../../../ui/words/today.ts';
import type { Screen } from '../../screen.ts';
import { sharingNumber } from './cell/read-code.ts';
import type { SheetLine } from './open-sheet.ts';
import { paperWords } from './paper-words.ts';

type Likeness = Awaited<ReturnType<Screen['phone']['likeness']>>[number];

interface LineFault {
  readonly field: string;
  readonly text: string;
}

/** wrong: must be mended · asks: is so on purpose, or is already in the book */
export type LineResult =
  | { readonly is: 'saved' }
  | { readonly is: 'wrong'; readonly faults: readonly LineFault[] }
  | { readonly is: 'asks'; readonly doubts: readonly Finding[]; readonly likenesses: readonly Likeness[] };

/** Whether some of these were typed otherwise than they stand; a blank is a blank. */
export function differs(typed: Fields, stands: Fields): boolean {
  return Object.entries(typed).some(([field, value]) => textOf(stands[field]) !== textOf(value));
}

/** All answers of a line. Its cells ask no date in the words in which it was told. */
export function answersOf({ form }: Pick<SheetLine, 'form'>, typed: Fields, stands: Fields): Fields {
  const answers = { ...stands, ...typed };
  return form === undefined ? answers : withoutOldWords(form, answers, stands);
}

function textOf(value: Value | undefined): string {
  return canonicalText(value === undefined || value === '' ? null : value);
}

/** What was typed in a date's cell and is no date. */
function unreadDates(questions: readonly Question[], answers: Fields): readonly LineFault[] {
  return questions.flatMap(({ field: { key, type, label } }) => {
    const answer = answers[key];
    const isRead = typeof answer !== 'string' || isPartialDate(answer);
    return type.is !== 'date' || isRead
      ? []
      : [{ field: key, text: words.value.form.noSuchDate(say(label, language.value)) }];
  });
}

/** A number on paper that stands for several codes: which of them is asked, never guessed. */
function sharedNumbers(questions: readonly Question[], answers: Fields): readonly LineFault[] {
  return questions.flatMap(({ field: { key, type, label } }) => {
    const answer = answers[key];
    const shared = type.is === 'code' && typeof answer === 'string' ? sharingNumber(type.list, answer) : [];
    if (shared.length === 0) return [];
    const meant = shared.map((code) => say(code.label, language.value)).join(', ');
    return [{ field: key, text: paperWords.value.whichCode(say(label, language.value), String(answer), meant) }];
  });
}

/**
 * Saves one line through its form, as any form is saved. `doubts`: what was answered yes; `undefined` when nothing was
 * asked yet, and somebody new is looked for in the book first.
 */
export async function saveLine(
  phone: Screen['phone'],
  household: string,
  { id, form }: SheetLine,
  answers: Fields,
  doubts: readonly Finding[] | undefined,
): Promise<LineResult> {
  if (form === undefined) return { is: 'saved' };
  const today = civilToday();
  const questions = form.pages.flatMap((page) => pageQuestions(page, answers, today));
  const unread = [...unreadDates(questions, answers), ...sharedNumbers(questions, answers)];
  const faults = unread.length > 0 ? unread : findFaults(questions, answers, words.value, language.value);
  if (faults.length > 0) return { is: 'wrong', faults };
  if (id === '' && doubts === undefined) {
    const likenesses = await phone.likeness(answers, household);
    if (likenesses.length > 0) return { is: 'asks', doubts: [], likenesses };
  }
  const outcome = await phone.record(
    form.key,
    household,
    finishAnswers(form, answers, today),
    (doubts ?? []).map(({ check }) => check),
  );
  if (outcome.ok) return { is: 'saved' };
  const stops = outcome.error.filter(({ strength }) => strength === 'stop');
  if (stops.length === 0) return { is: 'asks', doubts: outcome.error, likenesses: [] };
  return {
    is: 'wrong',
    faults: stops.map(({ field, message }) => ({ field, text: say(message, language.value) })),
  };
}
