import type { VNode } from 'preact';
import type { Choice } from './choice-rows.tsx';
import { type FieldProps, GroupedField } from './field-frame.tsx';

interface TickRowsProps extends FieldProps {
  readonly choices: readonly Choice[];
  /** Keys of the ticked ones; none is ticked beforehand. */
  readonly ticked: readonly string[];
  readonly onTick: (keys: readonly string[]) => void;
  /** A first row that ticks all of them, called so. */
  readonly all?: string;
}

/** Big rows of which any number may be ticked, in the order of the list. */
export function TickRows(props: TickRowsProps): VNode {
  const turn = (key: string): readonly string[] =>
    props.choices
      .map((choice) => choice.key)
      .filter((one) => (one === key ? !props.ticked.includes(key) : props.ticked.includes(one)));
  return (
    <GroupedField field={props}>
      <div class="choices">
        {props.all !== undefined && props.choices.length > 1 && (
          <label class="choice">
            <input
              type="checkbox"
              checked={props.choices.every(({ key }) => props.ticked.includes(key))}
              onChange={(event) => props.onTick(event.currentTarget.checked ? props.choices.map(({ key }) => key) : [])}
            />
            <span>{props.all}</span>
          </label>
        )}
        {props.choices.map((choice, place) => (
          <label class="choice" key={choice.key}>
            <input
              type="checkbox"
              id={place === 0 ? props.id : undefined}
              checked={props.ticked.includes(choice.key)}
              onChange={() => props.onTick(turn(choice.key))}
            />
            <span>
              {choice.label}
              {choice.note && <span class="choice-note">{choice.note}</span>}
            </span>
          </label>
        ))}
      </div>
    </GroupedField>
  );
}
