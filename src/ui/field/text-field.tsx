import type { InputHTMLAttributes, Ref, VNode } from 'preact';
import { describers, type FieldProps, LabelledField } from './field-frame.tsx';

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly inputMode?: 'text' | 'numeric' | 'tel';
  /** secret: digits are not shown · code: read out letter by letter · search: with a way to clear it · name: of a person */
  readonly look?: 'secret' | 'code' | 'search' | 'name';
  readonly isFocused?: boolean;
  readonly onValue: (value: string) => void;
  readonly onLeave?: () => void;
}

type CommonAttributes = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'list' | 'role'> & {
  readonly ref: Ref<HTMLInputElement>;
};

/**
 * Keys are never filtered: a Telex or VNI composition would break. `autocomplete=off` also keeps what is typed out of
 * the browser's own session files.
 */
export function TextField(props: TextFieldProps): VNode {
  const shared = inputAttributes(props);
  return (
    <LabelledField field={props}>
      {props.look === 'search' ? <input type="search" {...shared} /> : <input type="text" {...shared} />}
    </LabelledField>
  );
}

function inputAttributes(props: TextFieldProps): CommonAttributes {
  const isCode = props.look === 'code';
  return {
    id: props.id,
    class: props.look === 'secret' || isCode ? `input input-${props.look}` : 'input',
    value: props.value,
    inputMode: props.inputMode ?? 'text',
    autoComplete: 'off',
    autocapitalize: isCode ? 'characters' : props.look === 'name' ? 'words' : 'off',
    spellcheck: false,
    enterKeyHint: props.look === 'search' ? 'search' : 'next',
    'aria-invalid': props.error ? 'true' : undefined,
    'aria-describedby': describers(props),
    ref: props.isFocused ? focusOnce : null,
    onInput: (event) => props.onValue(event.currentTarget.value),
    onBlur: () => props.onLeave?.(),
  };
}

/** A stable ref: it is called when the input appears, not at each drawing. What stands there already gives way to typing. */
function focusOnce(input: HTMLInputElement | null): void {
  input?.focus({ preventScroll: true });
  input?.select();
}
