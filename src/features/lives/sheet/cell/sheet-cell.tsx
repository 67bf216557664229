import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { CodeList, FieldDefinition } from '../../../../domain/field.ts';
import type { Value } from '../../../../domain/value.ts';
import { say } from '../../../../domain/words.ts';
import { language } from '../../../../ui/language.ts';
import { readCode } from './read-code.ts';
import { readTypedDate, typedDate } from './typed-date.ts';

interface SheetCellProps {
  readonly field: FieldDefinition;
  /** What a screen reader says: the column, and whose line it is. */
  readonly label: string;
  readonly column: number | string;
  readonly value: Value | undefined;
  readonly isWrong: boolean;
  readonly onValue: (value: Value) => void;
}

/** How a kind of cell is read and written; `undefined` is what nobody can read. */
interface Script {
  readonly read: (text: string) => Value | undefined;
  readonly write: (value: string) => string;
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

function scriptOf({ type }: FieldDefinition): Script {
  if (type.is === 'date') return { read: readTypedDate, write: typedDate };
  if (type.is !== 'code') return { read: (text) => (text.trim() === '' ? null : text), write: (value) => value };
  return { read: (text) => readCode(type.list, text), write: (key) => wordCode(type.list, key) };
}

/** Letters that a column of the sheet has room for. */
const narrowCell = 12;

function wordCode({ codes }: CodeList, key: string): string {
  const code = codes.find((one) => one.key === key);
  if (code === undefined) return key;
  const words = say(code.label, language.value);
  // A cell on paper is narrow: "THPT".
  return words.length > narrowCell && code.short !== undefined ? code.short : words;
}
