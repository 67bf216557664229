import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { dayBefore } from '../../domain/calendar/civil-date.ts';
import { canonicalText, type Value } from '../../domain/value.ts';
import { Button } from '../button.tsx';
import { words } from '../language.ts';
import { answerOf, boxesOf, type DateBoxes, faultOf } from './date-boxes.ts';
import { describers, type FieldProps, GroupedField } from './field-frame.tsx';
import { ToldDate } from './told/told-date.tsx';
import { wordDistance } from './word-distance.ts';

interface DateFieldProps extends FieldProps {
  readonly answer: Value | undefined;
  /** Day, or day and month, may be unknown: a birth date of long ago. */
  readonly isPartial: boolean;
  /** Civil day, for the age and for the buttons of today and yesterday. */
  readonly today: string;
  /** `said`: the words in which the date was told, where they are kept; blank when it was written by hand. */
  readonly onAnswer: (answer: Value | undefined, said?: string) => void;
  /** The words kept so far; absent where none are kept: then there is only the solar date. */
  readonly said?: string;
}

/** Day, month, year as three boxes; how long ago it is shows at once. */
export function DateField(props: DateFieldProps): VNode {
  const [typed, setTyped] = useState(() => boxesOf(props.answer));
  // What was typed stays as typed ("5" must not become "05" under the finger) until another value comes from outside.
  const boxes = isSame(answerOf(typed, props.isPartial), props.answer) ? typed : boxesOf(props.answer);
  const put = (change: Partial<DateBoxes>): void => {
    const next = { ...boxes, ...change };
    setTyped(next);
    props.onAnswer(answerOf(next, props.isPartial), '');
  };
  return (
    <GroupedField field={props}>
      <div class="date-boxes">
        <DateBox field={props} part="day" boxes={boxes} put={put} />
        <DateBox field={props} part="month" boxes={boxes} put={put} />
        <DateBox field={props} part="year" boxes={boxes} put={put} />
      </div>
      {props.isPartial ? <UnknownParts boxes={boxes} put={put} /> : <RecentDays {...props} />}
      <p class="field-hint" aria-live="polite">
        {typeof props.answer === 'string' && faultOf(boxes, props.isPartial) === undefined
          ? wordDistance(props.answer, props.today, props.isPartial, words.value)
          : ''}
      </p>
      {props.said !== undefined && (
        <ToldDate id={props.id} today={props.today} said={props.said} onTell={props.onAnswer} />
      )}
    </GroupedField>
  );
}

function isSame(a: Value | undefined, b: Value | undefined): boolean {
  return canonicalText(a ?? null) === canonicalText(b ?? null);
}

interface BoxProps {
  readonly field: FieldProps;
  readonly part: 'day' | 'month' | 'year';
  readonly boxes: DateBoxes;
  readonly put: (change: Partial<DateBoxes>) => void;
}

/** The first box carries the field's id, so that the error summary leads to it. */
function DateBox({ field, part, boxes, put }: BoxProps): VNode | null {
  if (part === 'day' && boxes.unknown !== 'none') return null;
  if (part === 'month' && boxes.unknown === 'month') return null;
  const isFirst = part === 'day' || (part === 'month' && boxes.unknown === 'day') || boxes.unknown === 'month';
  const id = isFirst ? field.id : `${field.id}-${part}`;
  return (
    <div class={part === 'year' ? 'date-box date-box-year' : 'date-box'}>
      <label for={id}>{words.value.form[part]}</label>
      <input
        id={id}
        class="input"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={part === 'year' ? 4 : 2}
        value={boxes[part]}
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={describers(field)}
        onInput={(event) => put({ [part]: event.currentTarget.value })}
      />
    </div>
  );
}

function UnknownParts(props: Pick<BoxProps, 'boxes' | 'put'>): VNode {
  const { form } = words.value;
  const row = (part: 'day' | 'month', label: string): VNode => (
    <label class="choice">
      <input
        type="checkbox"
        checked={props.boxes.unknown === part || (part === 'day' && props.boxes.unknown === 'month')}
        onChange={(event) => props.put({ unknown: event.currentTarget.checked ? part : lesser(part) })}
      />
      <span>{label}</span>
    </label>
  );
  return (
    <div class="choices">
      {row('day', form.dayUnknown)}
      {row('month', form.monthUnknown)}
    </div>
  );
}

/** Unticking the month leaves the day unknown; unticking the day knows all. */
function lesser(part: 'day' | 'month'): DateBoxes['unknown'] {
  return part === 'month' ? 'day' : 'none';
}

/** Most events are written down on the day or the day after. */
function RecentDays(props: DateFieldProps): VNode {
  const yesterday = dayBefore(props.today);
  return (
    <div class="row-of-buttons">
      <Button label={words.value.form.today} onPress={() => props.onAnswer(props.today)} />
      <Button label={words.value.form.yesterday} onPress={() => props.onAnswer(yesterday)} />
    </div>
  );
}
