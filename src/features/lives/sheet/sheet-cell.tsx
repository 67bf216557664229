import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { CodeList, FieldDefinition } from '../../../domain/field.ts';
import type { Value } from '../../../domain/value.ts';
import { say } from '../../../domain/words.ts';
import { language } from '../../../ui/language.ts';
import { readTypedDate, typedDate } from './typed-date.ts';

interface SheetCellProps {
  readonly field: FieldDefinition;
  /** What a screen reader says: the column, and whose line it is. */
  readonly label: string;
  readonly column: number;
  readonly value: Value | undefined;
  readonly isWrong: boolean;
  readonly onValue: (value: Value) => void;
}

/** One cell to type in: text, a date as the paper writes it, or a code that the first letters choose. */
export function SheetCell(props: SheetCellProps): VNode {
  const { type } = props.field;
  if (type.is === 'code') return <CodeCell {...props} list={type.list} />;
  if (type.is === 'date') return <DateCell {...props} />;
  return (
    <input
      {...marks(props)}
      type="text"
      value={typeof props.value === 'string' ? props.value : ''}
      onInput={(event) => props.onValue(event.currentTarget.value)}
    />
  );
}

function marks({ column, label, isWrong }: SheetCellProps) {
  return {
    class: 'cell',
    'data-column': column,
    'aria-label': label,
    'aria-invalid': isWrong ? ('true' as const) : undefined,
    autoComplete: 'off',
    spellcheck: false,
  };
}

function CodeCell(props: SheetCellProps & { readonly list: CodeList }): VNode {
  const { class: look, spellcheck: _, autoComplete: __, ...rest } = marks(props);
  return (
    <select
      {...rest}
      class={look}
      value={typeof props.value === 'string' ? props.value : ''}
      onChange={(event) => props.onValue(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    >
      <option value="" />
      {props.list.codes.map(({ key, label }) => (
        <option key={key} value={key}>
          {say(label, language.value)}
        </option>
      ))}
    </select>
  );
}

/** Keeps the letters as typed; what is no date goes on as it is, and the line says so when it is left. */
function DateCell(props: SheetCellProps): VNode {
  const [typed, setTyped] = useState<string>();
  const stands = typeof props.value === 'string' ? typedDate(props.value) : '';
  const isMine = typed !== undefined && (readTypedDate(typed) ?? typed.trim()) === (props.value ?? '');
  const type = (text: string): void => {
    setTyped(text);
    const date = readTypedDate(text);
    props.onValue(date === undefined ? text.trim() : date);
  };
  return (
    <input
      {...marks(props)}
      type="text"
      inputMode="numeric"
      value={isMine ? typed : stands}
      onInput={(event) => type(event.currentTarget.value)}
    />
  );
}
