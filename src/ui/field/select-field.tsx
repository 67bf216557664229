import type { VNode } from 'preact';
import type { Choice } from './choice-rows.tsx';
import { describers, type FieldProps, LabelledField } from './field-frame.tsx';

interface SelectFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly chosen: string;
  /** What stands there while nothing is chosen. */
  readonly blank: string;
  readonly onChoose: (key: string) => void;
}

/** For many short questions one below the other, seven options or more each; a single question gets big rows. */
export function SelectField(props: SelectFieldProps): VNode {
  return (
    <LabelledField field={props}>
      <select
        id={props.id}
        class="input"
        value={props.chosen}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describers(props)}
        onChange={(event) => props.onChoose(event.currentTarget.value)}
      >
        <option value="">{props.blank}</option>
        {props.choices.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
    </LabelledField>
  );
}
