import { useEffect, useRef, useState } from 'preact/hooks';
import type { Finding } from '../../domain/check.ts';
import type { FormDefinition } from '../../domain/form/form.ts';
import type { Fields, Value } from '../../domain/value.ts';
import { say } from '../../domain/words.ts';
import type { FieldError } from '../error-summary.tsx';
import { useOnce } from '../hook/use-once.ts';
import { language, words } from '../language.ts';
import { type AnswerFault, findFaults } from './answer-fault.ts';
import { answeredChecks, findingKey, openDoubts } from './doubts.ts';
import { finishAnswers } from './finished-answers.ts';
import { pageOf, pageQuestions } from './page-questions.ts';
import { controlId } from './question-field.tsx';

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

interface FormPageTurn {
  /** What the last press found, less what was answered since. */
  readonly errors: readonly FieldError[];
  readonly found: unknown;
  readonly doubts: readonly Finding[];
  readonly isBusy: boolean;
  readonly put: (field: string, answer: Value | undefined) => void;
  readonly goOn: () => void;
  readonly confirm: () => void;
  readonly mend: () => void;
  readonly goTo: (control: string) => void;
}

/** Leaving a page: its blanks, then the checks that must stop, then the doubts, then the next page or the save. */
export function useFormPage(doors: FormDoors, today: string): FormPageTurn {
  const [found, setErrors] = useState<readonly AnswerFault[]>([]);
  const [answered, setAnswered] = useState<readonly string[]>([]);
  const [doubts, setDoubts] = useState<readonly Finding[]>([]);
  const confirmed = useRef<ReadonlySet<string>>(new Set());

  const turn = async (): Promise<void> => {
    const step = await judgePage(doors, today, confirmed.current);
    setErrors(step.errors);
    setAnswered([]);
    setDoubts(step.doubts);
    if (step.errors.length > 0 || step.doubts.length > 0) return;
    if (doors.page < doors.definition.pages.length - 1) return doors.onPage(doors.page + 1);
    const stopped = await doors.save(step.finished, step.asked);
    setErrors(stopped.filter(isStop).map(faultFrom));
    setDoubts(stopped.filter((finding) => !isStop(finding)));
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
  useEffect(() => setErrors([]), [doors.page]);
  const goTo = (control: string): void => {
    const fault = found.find((error) => controlId(error.field) === control);
    if (fault) goToField(doors, fault.field);
  };
  const put = (field: string, answer: Value | undefined): void => {
    setAnswered([...answered, field]);
    doors.onAnswers(withAnswer(doors.answers, field, answer));
  };
  const errors = found
    .filter((error) => !answered.includes(error.field))
    .map((error) => ({ control: controlId(error.field), text: error.text }));
  return { errors, found, doubts, isBusy, put, goOn, confirm, mend, goTo };
}

interface PageStep {
  readonly errors: readonly AnswerFault[];
  readonly doubts: readonly Finding[];
  readonly finished: Fields;
  readonly asked: readonly string[];
}

async function judgePage(doors: FormDoors, today: string, confirmed: ReadonlySet<string>): Promise<PageStep> {
  const finished = finishAnswers(doors.definition, doors.answers, today);
  const blank = blanksUpTo(doors, today);
  if (blank.length > 0) return { errors: blank, doubts: [], finished, asked: [] };
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
  const judged = doors.page === pages.length - 1 ? pages : pages.slice(doors.page, doors.page + 1);
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

function withAnswer(answers: Fields, field: string, answer: Value | undefined): Fields {
  const { [field]: _, ...rest } = answers;
  return answer === undefined ? rest : { ...rest, [field]: answer };
}
