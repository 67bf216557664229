import type { VNode } from 'preact';
import { Button } from '../button.tsx';
import { words } from '../language.ts';
import { describers, type FieldProps, LabelledField } from './field-frame.tsx';
import { nextNumber } from './next-number.ts';

interface NumberFieldProps extends FieldProps {
  /** As typed; a number once it is one. */
  readonly value: string;
  readonly min: number;
  readonly max: number;
  readonly onValue: (value: string) => void;
}

/** Small numbers can be tapped as well as typed. Never `type=number`: it eats what it does not like. */
export function NumberField(props: NumberFieldProps): VNode {
  const step = (by: number): void => props.onValue(String(nextNumber(props.value, by, props.min, props.max)));
  const form = words.value.form;
  return (
    <LabelledField field={props}>
      <div class="stepper">
        <Button label={form.less} icon="minus" describedBy={`${props.id}-label`} onPress={() => step(-1)} />
        <input
          id={props.id}
          class="input"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={props.value}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={describers(props)}
          onInput={(event) => props.onValue(event.currentTarget.value)}
        />
        <Button label={form.more} icon="plus" describedBy={`${props.id}-label`} onPress={() => step(1)} />
      </div>
    </LabelledField>
  );
}
