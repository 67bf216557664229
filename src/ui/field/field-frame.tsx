import type { ComponentChildren, VNode } from 'preact';
import { Icon } from '../icon.tsx';
import { words } from '../language.ts';

/** What every control shows around itself. `id` is the control's id; hint and error hang on it. */
export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  readonly isOptional?: boolean;
}

/** Ids of what describes the control, for aria-describedby. */
export function describers(field: FieldProps): string | undefined {
  const ids = [field.hint && `${field.id}-hint`, field.error && `${field.id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function Around(props: { readonly field: FieldProps; readonly children: ComponentChildren }): VNode {
  const { field } = props;
  return (
    <>
      {field.hint && (
        <p class="field-hint" id={`${field.id}-hint`}>
          {field.hint}
        </p>
      )}
      {field.error && (
        <p class="field-error" id={`${field.id}-error`}>
          <Icon name="mend" />
          <span>{field.error}</span>
        </p>
      )}
      {props.children}
    </>
  );
}

function LabelText({ field }: { readonly field: FieldProps }): VNode {
  return (
    <>
      {field.label}
      {field.isOptional && <span class="optional"> {words.value.form.optional}</span>}
    </>
  );
}

/** One control with its label above it. */
export function LabelledField(props: { readonly field: FieldProps; readonly children: ComponentChildren }): VNode {
  return (
    <div class={props.field.error ? 'field field-wrong' : 'field'}>
      <label class="field-label" id={`${props.field.id}-label`} for={props.field.id}>
        <LabelText field={props.field} />
      </label>
      <Around field={props.field}>{props.children}</Around>
    </div>
  );
}

/** Several controls under one question. */
export function GroupedField(props: { readonly field: FieldProps; readonly children: ComponentChildren }): VNode {
  return (
    <fieldset class={props.field.error ? 'field field-wrong' : 'field'} aria-describedby={describers(props.field)}>
      <legend class="field-label" id={`${props.field.id}-label`}>
        <LabelText field={props.field} />
      </legend>
      <Around field={props.field}>{props.children}</Around>
    </fieldset>
  );
}
