import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Finding } from '../../domain/form/check.ts';
import type { FormDefinition } from '../../domain/form/form.ts';
import type { Fields } from '../../domain/value.ts';
import { say } from '../../domain/words.ts';
import type { FieldError } from '../error-summary.tsx';
import { useOnce } from '../hook/use-once.ts';
import { language, words } from '../language.ts';
import { type AnswerFault, findFaults } from './answer-fault.ts';
import { answeredChecks, findingKey, openDoubts } from './doubts.ts';
import { finishAnswers } from './finished-answers.ts';
import { pageOf, pageQuestions, pagesAsked } from './page-questions.ts';
import { controlId } from './question-field.tsx';
import { type AnswerChanges, withAnswers } from './question-list.tsx';

/** What a form may do to the world around it. */
export interface FormDoors {
  readonly definition: FormDefinition;
  readonly answers: Fields;
  readonly page: number;
  /** Every answer, at once: it is kept as a draft. */
  readonly onAnswers: (answers: Fields) => void;
  readonly onPage: (page: number) => void;
  readonly check: (answers: Fields) => Promise<readonly Finding[]>;
  /** Resolves with what stopped it; empty when it was saved. */
  readonly save: (answers: Fields, asked: readonly string[]) => Promise<readonly Finding[]>;
}

export interface FormPageTurn {
  /** What the last press found, less what was answered since. */
  readonly errors: readonly FieldError[];
  readonly found: unknown;
  readonly doubts: readonly Finding[];
  readonly isBusy: boolean;
  /** The last page that asks anything now. */
  readonly isLast: boolean;
  /** All is answered, and the facts are said once more. */
  readonly isRepeating: boolean;
  readonly put: (changes: AnswerChanges) => void;
  readonly goOn: () => void;
  readonly confirm: () => void;
  readonly mend: () => void;
  readonly stopRepeating: () => void;
  readonly goTo: (control: string) => void;
}

/** Leaving a page: its blanks, then the checks that must stop, then the doubts, then the next page or the save. */
export function useFormPage(doors: FormDoors, today: string): FormPageTurn {
  const [found, setErrors] = useState<readonly AnswerFault[]>([]);
  const [answered, setAnswered] = useState<readonly string[]>([]);
  const [doubts, setDoubts] = useState<readonly Finding[]>([]);
  const [isRepeating, setRepeating] = useState(false);
  const confirmed = useRef<ReadonlySet<string>>(new Set());
  const next = pagesAsked(doors.definition, doors.answers, today).find((place) => place > doors.page);

  const show = (errors: readonly AnswerFault[], asked: readonly Finding[]): void => {
    setErrors(errors);
    setAnswered([]);
    setDoubts(asked);
    if (errors.length > 0 || asked.length > 0) setRepeating(false);
  };
  const turn = async (): Promise<void> => {
    const isSave = next === undefined && (doors.definition.repeatsAs === undefined || isRepeating);
    const step = await judgePage(doors, today, confirmed.current, isSave);
    show(step.errors, step.doubts);
    if (step.errors.length > 0 || step.doubts.length > 0) return;
    if (next !== undefined) return doors.onPage(next);
    if (doors.definition.repeatsAs && !isRepeating) return setRepeating(true);
    const stopped = await doors.save(step.finished, step.asked);
    const stops = stopped.filter(isStop).map(faultFrom);
    show(
      stops,
      stopped.filter((finding) => !isStop(finding)),
    );
  };
  const { run: goOn, isBusy } = useOnce(turn);
  const confirm = (): void => {
    confirmed.current = new Set([...confirmed.current, ...doubts.map(findingKey)]);
    goOn();
  };
  const mend = (): void => {
    const [first] = doubts;
    setDoubts([]);
    if (first) goToField(doors, first.field);
  };
  // The way back leads to a page that was already judged: it opens without yesterday's reproaches.
  useLayoutEffect(() => show([], []), [doors.page]);
  const goTo = (control: string): void => {
    const fault = found.find((error) => controlId(error.field) === control);
    if (fault) goToField(doors, fault.field);
  };
  const put = (changes: AnswerChanges): void => {
    setAnswered([...answered, ...Object.keys(changes)]);
    doors.onAnswers(withAnswers(doors.answers, changes));
  };
  const errors = found
    .filter((error) => !answered.includes(error.field))
    .map((error) => ({ control: controlId(error.field), text: error.text }));
  const stopRepeating = (): void => setRepeating(false);
  const isLast = next === undefined;
  return { errors, found, doubts, isBusy, isLast, isRepeating, put, goOn, confirm, mend, stopRepeating, goTo };
}

interface PageStep {
  readonly errors: readonly AnswerFault[];
  readonly doubts: readonly Finding[];
  readonly finished: Fields;
  readonly asked: readonly string[];
}

async function judgePage(
  doors: FormDoors,
  today: string,
  confirmed: ReadonlySet<string>,
  isSave: boolean,
): Promise<PageStep> {
  const finished = finishAnswers(doors.definition, doors.answers, today);
  const blank = blanksUpTo(doors, today);
  if (blank.length > 0) return { errors: blank, doubts: [], finished, asked: [] };
  // A save judges by the same checks: with nothing said yes to, they need not be asked for twice.
  if (isSave && confirmed.size === 0) return { errors: [], doubts: [], finished, asked: [] };
  const findings = await doors.check(finished);
  const isHere = (field: string): boolean => pageOf(doors.definition, field) <= doors.page;
  return {
    errors: findings.filter((finding) => isStop(finding) && isHere(finding.field)).map(faultFrom),
    doubts: openDoubts(findings, isHere, confirmed),
    finished,
    asked: answeredChecks(findings, confirmed),
  };
}

/** On the last page all pages are looked at: a page can be skipped by its address. */
function blanksUpTo(doors: FormDoors, today: string): readonly AnswerFault[] {
  const { pages } = doors.definition;
  const isLast = pagesAsked(doors.definition, doors.answers, today).every((place) => place <= doors.page);
  const judged = isLast ? pages : pages.slice(doors.page, doors.page + 1);
  const questions = judged.flatMap((page) => pageQuestions(page, doors.answers, today));
  return findFaults(questions, doors.answers, words.value, language.value);
}

function isStop(finding: Finding): boolean {
  return finding.strength === 'stop';
}

function faultFrom(finding: Finding): AnswerFault {
  return { field: finding.field, text: say(finding.message, language.value) };
}

function goToField(doors: FormDoors, field: string): void {
  const page = pageOf(doors.definition, field);
  if (page >= 0 && page !== doors.page) doors.onPage(page);
  else document.getElementById(controlId(field))?.focus();
}
