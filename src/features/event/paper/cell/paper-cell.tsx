import type { VNode } from 'preact';

interface PaperCellProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly isSaved: boolean;
  /** Id of the line that says what may be typed, and what is wrong. */
  readonly describedBy: string;
  /** number: of a household · short: a date, a code */
  readonly width?: 'number' | 'short';
  readonly onValue: (value: string) => void;
  readonly onFocus: () => void;
  readonly onLeave: () => void;
}

/** One cell of the sheet. Keys are never filtered: a Telex composition would break. */
export function PaperCell(props: PaperCellProps): VNode {
  return (
    <div class={props.width ? `p0-cell p0-${props.width}` : 'p0-cell'}>
      <label for={props.id}>{props.label}</label>
      <input
        id={props.id}
        class="input"
        type="text"
        autoComplete="off"
        spellcheck={false}
        value={props.value}
        readOnly={props.isSaved}
        aria-invalid={props.isWrong ? 'true' : undefined}
        aria-describedby={props.describedBy}
        onInput={(event) => props.onValue(event.currentTarget.value)}
        onFocus={(event) => {
          event.currentTarget.select();
          props.onFocus();
        }}
        onBlur={props.onLeave}
      />
    </div>
  );
}
