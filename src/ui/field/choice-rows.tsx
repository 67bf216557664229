import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { foldText } from '../../domain/search-key.ts';
import { Button } from '../button.tsx';
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
  /** Where nothing is an answer too: takes the choice away. */
  readonly onClear?: () => void;
}

/** So many rows of a long list are shown under its box to search in. */
const mostRows = 7;
/** A list of two more is no longer than that with its box, and shows them all: "Cháu nội / ngoại" is not to be typed for. */
const longestShown = mostRows + 2;

/** Big rows in one column. */
export function ChoiceRows(props: ChoiceRowsProps): VNode {
  const [sought, setSought] = useState('');
  const isLong = props.choices.filter(({ isAlways }) => !isAlways).length > longestShown;
  const { shown, left } = isLong ? seek(props.choices, sought, props.chosen) : { shown: props.choices, left: 0 };
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
      {isLong && (
        <p class="field-hint" role="status">
          {wordLeft(left, shown.length)}
        </p>
      )}
      {props.onClear && props.chosen !== undefined && (
        <div>
          <Button
            label={words.value.form.clearChoice}
            describedBy={`${props.id}-label`}
            isQuiet
            onPress={props.onClear}
          />
        </div>
      )}
    </GroupedField>
  );
}

/** Rows that are not shown are told of: nobody must think that a list ends where it is cut. */
function wordLeft(left: number, shown: number): string {
  const { form } = words.value;
  if (left > 0) return form.moreChoices(left);
  return shown === 0 ? form.noChoiceFound : '';
}

interface Sought {
  readonly shown: readonly Choice[];
  /** How many more match. */
  readonly left: number;
}

/** The first rows that match what is typed; the chosen one always stays in sight, and so does what must. */
function seek(choices: readonly Choice[], sought: string, chosen: string | undefined): Sought {
  const folded = foldText(sought);
  const matching = choices.filter((choice) => !choice.isAlways && foldText(choice.label).includes(folded));
  const found = matching.slice(0, mostRows);
  const kept = choices.find((choice) => choice.key === chosen && !choice.isAlways);
  const always = choices.filter(({ isAlways }) => isAlways);
  const shown = [...(kept && !found.includes(kept) ? [kept, ...found] : found), ...always];
  return { shown, left: matching.filter((choice) => !shown.includes(choice)).length };
}
