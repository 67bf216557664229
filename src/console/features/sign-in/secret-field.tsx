import type { VNode } from 'preact';
import { describers, type FieldProps, LabelledField } from '../../../ui/field/field-frame.tsx';

interface SecretFieldProps extends FieldProps {
  readonly value: string;
  /** A password store may fill in the current one and propose a new one: long passwords are then no burden. */
  readonly keeps: 'current-password' | 'new-password';
  readonly onValue: (value: string) => void;
}

export function SecretField(props: SecretFieldProps): VNode {
  return (
    <LabelledField field={props}>
      <input
        id={props.id}
        class="input"
        type="password"
        value={props.value}
        autoComplete={props.keeps}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describers(props)}
        onInput={(event) => props.onValue(event.currentTarget.value)}
      />
    </LabelledField>
  );
}
