import type { FunctionComponent, VNode } from 'preact';
import type { FieldDefinition, FieldType } from '../../domain/field.ts';
import type { FormContext, Question } from '../../domain/form/form.ts';
import type { Value } from '../../domain/value.ts';
import { say } from '../../domain/words.ts';
import { type Choice, ChoiceRows } from '../field/choice-rows.tsx';
import { DateField } from '../field/date-field.tsx';
import type { FieldProps } from '../field/field-frame.tsx';
import { NumberField } from '../field/number-field.tsx';
import { TextField } from '../field/text-field.tsx';
import { TickRows } from '../field/tick-rows.tsx';
import { language, words } from '../language.ts';

/** What a form must know of where it is asked. */
export type FormSetting = Pick<FormContext, 'today' | 'choices'>;

interface QuestionProps {
  readonly question: Question;
  readonly answer: Value | undefined;
  readonly setting: FormSetting;
  readonly error: string | undefined;
  readonly onAnswer: (answer: Value | undefined) => void;
}

interface DrawProps<Type extends FieldType> extends Pick<QuestionProps, 'answer' | 'setting' | 'onAnswer'> {
  readonly frame: FieldProps;
  readonly field: FieldDefinition;
  readonly type: Type;
}

/** Id of a question's control: the error summary leads to it. */
export function controlId(field: string): string {
  return `question-${field}`;
}

/** One question, drawn by the type of its field alone: no form and no field is known by name here. */
export function QuestionField(props: QuestionProps): VNode | null {
  const { field, hint } = props.question;
  const frame: FieldProps = {
    id: controlId(field.key),
    label: say(field.label, language.value),
    isOptional: !field.isRequired,
    ...(hint && { hint: say(hint, language.value) }),
    ...(props.error && { error: props.error }),
  };
  const rest = { frame, field, answer: props.answer, setting: props.setting, onAnswer: props.onAnswer };
  switch (field.type.is) {
    case 'text':
    case 'name':
    case 'phone':
      return <TypedText {...rest} type={field.type} />;
    case 'integer':
      return <TypedNumber {...rest} type={field.type} />;
    case 'date':
      return <TypedDate {...rest} type={field.type} />;
    case 'boolean':
      return <YesOrNo {...rest} type={field.type} />;
    case 'code':
      return <CodeRows {...rest} type={field.type} />;
    case 'codes':
      return <CodeTicks {...rest} type={field.type} />;
    case 'reference':
    case 'place':
      return <GivenChoices {...rest} type={field.type} />;
  }
}

type Draw<Is extends FieldType['is']> = FunctionComponent<DrawProps<Extract<FieldType, { is: Is }>>>;

const textOf = (answer: Value | undefined): string =>
  typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';

const TypedText: Draw<'text' | 'name' | 'phone'> = ({ frame, type, answer, onAnswer }) => (
  <TextField
    {...frame}
    {...(type.is === 'name' && { look: 'name' })}
    value={textOf(answer)}
    inputMode={type.is === 'phone' ? 'tel' : 'text'}
    onValue={onAnswer}
  />
);

const TypedNumber: Draw<'integer'> = ({ frame, type, answer, onAnswer }) => (
  <NumberField {...frame} value={textOf(answer)} min={type.min} max={type.max} onValue={onAnswer} />
);

const TypedDate: Draw<'date'> = ({ frame, type, answer, setting, onAnswer }) => (
  <DateField {...frame} answer={answer} isPartial={type.partial === true} today={setting.today} onAnswer={onAnswer} />
);

const YesOrNo: Draw<'boolean'> = ({ frame, answer, onAnswer }) => (
  <ChoiceRows
    {...frame}
    choices={[
      { key: 'yes', label: words.value.form.yes },
      { key: 'no', label: words.value.form.no },
    ]}
    chosen={answer === true ? 'yes' : answer === false ? 'no' : undefined}
    onChoose={(key) => onAnswer(key === 'yes')}
  />
);

const CodeRows: Draw<'code'> = ({ frame, type, answer, onAnswer }) => (
  <ChoiceRows
    {...frame}
    choices={type.list.codes.map((code) => ({ key: code.key, label: say(code.label, language.value) }))}
    chosen={typeof answer === 'string' ? answer : undefined}
    onChoose={onAnswer}
  />
);

const CodeTicks: Draw<'codes'> = ({ frame, type, answer, onAnswer }) => (
  <TickRows
    {...frame}
    choices={type.list.codes.map((code) => ({ key: code.key, label: say(code.label, language.value) }))}
    ticked={Array.isArray(answer) ? answer.filter((one) => typeof one === 'string') : []}
    onTick={onAnswer}
  />
);

const GivenChoices: Draw<'reference' | 'place'> = ({ frame, field, answer, setting, onAnswer }) => {
  const given = setting.choices[field.key] ?? [];
  const choices: readonly Choice[] = given.map((choice, place) => ({
    key: String(place),
    label: choice.label,
    ...(choice.note && { note: choice.note }),
  }));
  const chosen = given.findIndex((choice) => choice.value === answer);
  const isEmpty = choices.length === 0;
  return (
    <ChoiceRows
      {...frame}
      {...(isEmpty && { hint: words.value.form.noChoices })}
      choices={choices}
      chosen={chosen < 0 ? undefined : String(chosen)}
      onChoose={(key) => onAnswer(given[Number(key)]?.value)}
    />
  );
};
