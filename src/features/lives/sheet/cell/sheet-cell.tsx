import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { FieldDefinition } from '../../../../domain/field.ts';
import type { Value } from '../../../../domain/value.ts';
import { scriptOf } from './script.ts';

interface SheetCellProps {
  readonly field: FieldDefinition;
  /** What a screen reader says: the column, and whose line it is. */
  readonly label: string;
  readonly column: number | string;
  readonly value: Value | undefined;
  readonly isWrong: boolean;
  readonly onValue: (value: Value) => void;
}

/** One cell to type in: text, a date as the paper writes it, or a code by its number or first letters. */
export function SheetCell(props: SheetCellProps): VNode {
  const { read, write } = scriptOf(props.field);
  const [typed, setTyped] = useState<string>();
  const stands = typeof props.value === 'string' ? write(props.value) : '';
  const readAs = (text: string): Value => {
    const value = read(text);
    // What cannot be read goes on as it is, and the line says so when it is left.
    return value === undefined ? text.trim() : value;
  };
  const isMine = typed !== undefined && readAs(typed) === (props.value ?? null);
  return (
    <>
      <span class="printed-only">{isMine ? typed : stands}</span>
      <input
        type="text"
        class="cell not-printed"
        data-column={props.column}
        aria-label={props.label}
        aria-invalid={props.isWrong ? 'true' : undefined}
        autoComplete="off"
        spellcheck={false}
        value={isMine ? typed : stands}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          props.onValue(readAs(event.currentTarget.value));
        }}
        // Left, a cell says what it took: "nu" becomes "Nữ".
        onBlur={() => setTyped(undefined)}
      />
    </>
  );
}
