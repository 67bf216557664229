import type { FunctionComponent, VNode } from 'preact';
import type { FieldType } from '../../domain/field.ts';
import { anyone, type FormContext, type Question } from '../../domain/form/form.ts';
import type { Value } from '../../domain/value.ts';
import { say } from '../../domain/words.ts';
import { type Choice, ChoiceRows } from '../field/choice-rows.tsx';
import { DateField } from '../field/date-field.tsx';
import type { FieldProps } from '../field/field-frame.tsx';
import { NumberField } from '../field/number-field.tsx';
import { RecordPicker, type Seeker } from '../field/record-picker.tsx';
import { soughtIn } from '../field/sought.ts';
import { TextField } from '../field/text-field.tsx';
import { TickRows } from '../field/tick-rows.tsx';
import { language, words } from '../language.ts';

/** What a form must know of where it is asked. */
export interface FormSetting extends Pick<FormContext, 'today' | 'choices'> {
  readonly seeker: Seeker;
}

interface QuestionProps {
  readonly question: Question;
  readonly answer: Value | undefined;
  readonly setting: FormSetting;
  readonly error: string | undefined;
  /** `said`: see `said` of the props. */
  readonly onAnswer: (answer: Value | undefined, said?: string) => void;
  /** How a date was told, where the form keeps that too. */
  readonly said?: string;
}

interface DrawProps<Type extends FieldType>
  extends Pick<QuestionProps, 'question' | 'answer' | 'setting' | 'onAnswer' | 'said'> {
  readonly frame: FieldProps;
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
  const rest = { ...props, frame };
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
    case 'place':
      return <GivenChoices {...rest} type={field.type} />;
    case 'reference':
      return <Reference {...rest} type={field.type} />;
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

const TypedDate: Draw<'date'> = ({ frame, type, answer, setting, onAnswer, said }) => (
  <DateField
    {...frame}
    answer={answer}
    isPartial={type.partial === true}
    today={setting.today}
    {...(said !== undefined && { said })}
    onAnswer={onAnswer}
  />
);

/** "Có" and "Không", or what the question says instead. */
export function wordYesNo({ yesNo }: Question, isYes: boolean): string {
  const { form } = words.value;
  const own = yesNo?.[isYes ? 'yes' : 'no'];
  return own === undefined ? form[isYes ? 'yes' : 'no'] : say(own, language.value);
}

/** Key of the row "Không rõ": no code list has it, for codes are letters. */
const unknown = '?';

/** The given rows, and "Không rõ" under them where that is an answer. */
function rowsWith({ mayBeUnknown }: Question, choices: readonly Choice[]): readonly Choice[] {
  if (mayBeUnknown === undefined) return choices;
  const label = mayBeUnknown === true ? words.value.form.unknown : say(mayBeUnknown, language.value);
  return [...choices, { key: unknown, label, isAlways: true }];
}

/** What need not be answered can be left unanswered again. */
function clearing({ field, mayBeUnknown }: Question, onAnswer: (answer: undefined) => void) {
  return field.isRequired || mayBeUnknown ? {} : { onClear: () => onAnswer(undefined) };
}

const YesOrNo: Draw<'boolean'> = ({ frame, question, answer, onAnswer }) => (
  <ChoiceRows
    {...frame}
    choices={rowsWith(question, [
      { key: 'yes', label: wordYesNo(question, true) },
      { key: 'no', label: wordYesNo(question, false) },
    ])}
    chosen={answer === true ? 'yes' : answer === false ? 'no' : chosenKey(answer)}
    onChoose={(key) => onAnswer(key === unknown ? null : key === 'yes')}
    {...clearing(question, onAnswer)}
  />
);

/** `null` was answered, absent was not. */
function chosenKey(answer: Value | undefined): string | undefined {
  if (answer === null) return unknown;
  return typeof answer === 'string' ? answer : undefined;
}

const CodeRows: Draw<'code'> = ({ frame, question, type, answer, onAnswer }) => (
  <ChoiceRows
    {...frame}
    choices={rowsWith(
      question,
      type.list.codes.map((code) => ({ key: code.key, label: say(code.label, language.value) })),
    )}
    chosen={chosenKey(answer)}
    onChoose={(key) => onAnswer(key === unknown ? null : key)}
    {...clearing(question, onAnswer)}
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

const Reference: Draw<'reference'> = (props) => {
  if (props.question.choices === anyone) return <Anyone {...props} />;
  return props.question.several ? <GivenTicks {...props} /> : <GivenChoices {...props} />;
};

const Anyone: Draw<'reference'> = ({ frame, question, type, answer, setting, onAnswer }) => (
  <RecordPicker
    {...frame}
    kind={type.to}
    sex={question.sex}
    seeker={setting.seeker}
    chosen={typeof answer === 'string' ? answer : undefined}
    sought={soughtIn(answer)}
    onChoose={onAnswer}
    onSeek={(text) => onAnswer(text === '' ? undefined : { sought: text })}
  />
);

type Given = FormSetting['choices'][string];

/** The rows of what is given, by their place: an id is nothing to show. */
function givenRows(given: Given): readonly Choice[] {
  return given.map((choice, place) => ({
    key: String(place),
    label: choice.label,
    ...(choice.note && { note: choice.note }),
  }));
}

/** One of them is answered as one, so that what follows from whom it is about still does. */
const GivenTicks: Draw<'reference'> = ({ frame, question, answer, setting, onAnswer }) => {
  const given = setting.choices[question.field.key] ?? [];
  const ids = Array.isArray(answer) ? answer : [answer];
  const ticked = given.flatMap(({ value }, place) => (ids.includes(value) ? [String(place)] : []));
  const answerAll = (keys: readonly string[]): void => {
    const chosen = keys.flatMap((key) => given[Number(key)]?.value ?? []);
    onAnswer(chosen.length > 1 ? chosen : chosen[0]);
  };
  return (
    <TickRows
      {...frame}
      {...(given.length === 0 && { hint: words.value.form.noChoices })}
      choices={givenRows(given)}
      all={words.value.form.everybody}
      ticked={ticked}
      onTick={answerAll}
    />
  );
};

const GivenChoices: Draw<'reference' | 'place'> = ({ frame, question, answer, setting, onAnswer }) => {
  const given = setting.choices[question.field.key] ?? [];
  const choices = givenRows(given);
  const chosen = given.findIndex((choice) => choice.value === answer);
  return (
    <ChoiceRows
      {...frame}
      {...(choices.length === 0 && { hint: words.value.form.noChoices })}
      choices={rowsWith(question, choices)}
      chosen={chosen < 0 ? (answer === null ? unknown : undefined) : String(chosen)}
      onChoose={(key) => onAnswer(key === unknown ? null : given[Number(key)]?.value)}
      {...clearing(question, onAnswer)}
    />
  );
};
