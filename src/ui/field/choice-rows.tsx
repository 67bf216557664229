import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { foldText } from '../../domain/search-key.ts';
import { words } from '../language.ts';
import { type FieldProps, GroupedField } from './field-frame.tsx';
import { TextField } from './text-field.tsx';

export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly note?: string;
  /** Stays in sight whatever is searched for: "Không rõ". */
  readonly isAlways?: true;
}

interface ChoiceRowsProps extends FieldProps {
  readonly choices: readonly Choice[];
  /** Key of the chosen one; none is preselected. */
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
}

/** Beyond this many rows a list gets a box to search in. */
const mostRows = 7;

/** Big rows in one column. */
export function ChoiceRows(props: ChoiceRowsProps): VNode {
  const [sought, setSought] = useState('');
  const isLong = props.choices.filter(({ isAlways }) => !isAlways).length > mostRows;
  const shown = isLong ? seek(props.choices, sought, props.chosen) : props.choices;
  return (
    <GroupedField field={props}>
      {isLong && (
        <TextField
          id={`${props.id}-search`}
          label={words.value.form.searchList}
          look="search"
          value={sought}
          onValue={setSought}
        />
      )}
      <div class="choices">
        {shown.map((choice, place) => (
          <label class="choice" key={choice.key}>
            <input
              type="radio"
              id={place === 0 ? props.id : undefined}
              name={props.id}
              value={choice.key}
              checked={choice.key === props.chosen}
              onChange={() => props.onChoose(choice.key)}
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

/** The first rows that match what is typed; the chosen one always stays in sight, and so does what must. */
function seek(choices: readonly Choice[], sought: string, chosen: string | undefined): readonly Choice[] {
  const folded = foldText(sought);
  const matching = choices.filter((choice) => !choice.isAlways && foldText(choice.label).includes(folded));
  const found = matching.slice(0, mostRows);
  const kept = choices.find((choice) => choice.key === chosen && !choice.isAlways);
  const always = choices.filter(({ isAlways }) => isAlways);
  return [...(kept && !found.includes(kept) ? [kept, ...found] : found), ...always];
}
