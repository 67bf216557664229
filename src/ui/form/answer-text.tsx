import type { VNode } from 'preact';
import { formatDate } from '../../domain/calendar/partial-date.ts';
import type { CodeList } from '../../domain/field.ts';
import { anyone, type Question } from '../../domain/form/form.ts';
import type { Value } from '../../domain/value.ts';
import { say } from '../../domain/words.ts';
import { useAnswer } from '../hook/use-answer.ts';
import { language } from '../language.ts';
import { type FormSetting, wordYesNo } from './question-field.tsx';

interface AnswerTextProps {
  readonly question: Question;
  readonly answer: Value | undefined;
  readonly setting: FormSetting;
}

/** An answer as it is read aloud: the name of a person, the words of a code, a date as forms write it. */
export function AnswerText(props: AnswerTextProps): VNode {
  const { question, answer, setting } = props;
  const { type } = question.field;
  if (question.choices === anyone && type.is === 'reference' && typeof answer === 'string') {
    return <NameOf id={answer} kind={type.to} setting={setting} />;
  }
  return <>{wordAnswer(props)}</>;
}

interface NameOfProps {
  readonly id: string;
  readonly kind: string;
  readonly setting: FormSetting;
}

function NameOf({ id, kind, setting }: NameOfProps): VNode {
  const named = useAnswer(() => setting.seeker.nameOf(kind, id), id);
  return <>{named?.value?.label ?? '…'}</>;
}

function wordAnswer({ question, answer, setting }: AnswerTextProps): string {
  const { key, type } = question.field;
  if (answer === undefined || answer === null) return '—';
  if (type.is === 'boolean') return wordYesNo(question, answer === true);
  if (type.is === 'code') return wordCode(type.list, answer);
  if (type.is === 'codes') return Array.isArray(answer) ? answer.map((one) => wordCode(type.list, one)).join(', ') : '';
  if (type.is === 'date') return typeof answer === 'string' ? formatDate(answer) : '';
  const nameOf = (one: Value): string => setting.choices[key]?.find(({ value }) => value === one)?.label ?? String(one);
  return Array.isArray(answer) ? answer.map(nameOf).join(', ') : nameOf(answer);
}

function wordCode(list: CodeList, key: Value): string {
  const code = list.codes.find((one) => one.key === key);
  return code === undefined ? String(key) : say(code.label, language.value);
}
