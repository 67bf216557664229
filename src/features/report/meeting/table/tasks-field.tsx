import type { VNode } from 'preact';
import { describers, type FieldProps, LabelledField } from '../../../../ui/field/field-frame.tsx';

interface TasksFieldProps extends FieldProps {
  readonly value: string;
  readonly rows: number;
  readonly maxLength: number;
  readonly onValue: (value: string) => void;
}

/** Next month, one task a line. */
export function TasksField(props: TasksFieldProps): VNode {
  return (
    <LabelledField field={props}>
      <textarea
        id={props.id}
        class="input"
        rows={props.rows}
        maxLength={props.maxLength}
        value={props.value}
        autoComplete="off"
        spellcheck={false}
        aria-describedby={describers(props)}
        onInput={(event) => props.onValue(event.currentTarget.value)}
      />
    </LabelledField>
  );
}
