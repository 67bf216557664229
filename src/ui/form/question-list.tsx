import { type ComponentChildren, Fragment, type VNode } from 'preact';
import type { FormPage, Question } from '../../domain/form/form.ts';
import type { Fields, Value } from '../../domain/value.ts';
import type { FieldError } from '../error-summary.tsx';
import { drawnQuestions, pageQuestions, saidKey } from './page-questions.ts';
import { controlId, type FormSetting, QuestionField } from './question-field.tsx';

interface QuestionListProps {
  readonly page: FormPage;
  readonly answers: Fields;
  readonly setting: FormSetting;
  readonly errors: readonly FieldError[];
  readonly onAnswers: (changes: AnswerChanges) => void;
  /** What an answer calls for, drawn under its question. */
  readonly aside?: Aside | undefined;
}

export interface Aside {
  /** Key of the question. */
  readonly under: string;
  readonly content: ComponentChildren;
}

/** Answers given at once; undefined takes an answer away. */
export type AnswerChanges = { readonly [field: string]: Value | undefined };

/** The questions of a page that are asked now, in their order. */
export function QuestionList({ page, answers, setting, errors, onAnswers, aside }: QuestionListProps): VNode {
  const questions = pageQuestions(page, answers, setting.today);
  return (
    <>
      {drawnQuestions(questions).map((question) => {
        const { key } = question.field;
        const told = saidKey(questions, question);
        // What stood here and is taken away is emptied, not left as it stands.
        const blank = question.startsAs === undefined ? undefined : null;
        const said = told === undefined ? undefined : (answers[told] ?? '');
        return (
          <Fragment key={key}>
            <QuestionField
              question={question}
              answer={answers[key]}
              {...(typeof said === 'string' && { said })}
              setting={setting}
              error={errors.find((error) => error.control === controlId(key))?.text}
              onAnswer={(answer, words) =>
                onAnswers({
                  // "Không rõ" is an answer, and stays one.
                  [key]: answer === undefined ? blank : answer,
                  ...(told !== undefined && { [told]: words || blank }),
                  ...broughtBy(question, answer, setting),
                })
              }
            />
            {aside?.under === key && aside.content}
          </Fragment>
        );
      })}
    </>
  );
}

/** What comes with the one who was chosen; with nobody, what another brought goes. */
function broughtBy({ field, brings = {} }: Question, answer: Value | undefined, setting: FormSetting): AnswerChanges {
  const chosen = setting.choices[field.key]?.find(({ value }) => value === answer);
  return Object.fromEntries(Object.keys(brings).map((key) => [key, chosen?.brings?.[key] ?? undefined]));
}

/** The answers with these changes. */
export function withAnswers(answers: Fields, changes: AnswerChanges): Fields {
  const next: { [field: string]: Value } = { ...answers };
  for (const [field, answer] of Object.entries(changes)) {
    if (answer === undefined) delete next[field];
    else next[field] = answer;
  }
  return next;
}
