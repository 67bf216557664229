import type { VNode } from 'preact';
import { sex } from '../../../catalogue/codes/sex.ts';
import { say } from '../../../domain/words.ts';
import type { PeopleFilter } from '../../../register/lives/answers.ts';
import { ChoiceRows } from '../../../ui/field/choice-rows.tsx';
import { Entry } from '../../../ui/field/entry.tsx';
import { NumberField } from '../../../ui/field/number-field.tsx';
import { SelectField } from '../../../ui/field/select-field.tsx';
import { language } from '../../../ui/language.ts';
import { eventWords } from '../../../ui/words/event-words.ts';
import { everybody, type ListChoice } from './list-choice.ts';

interface ChooseListProps {
  readonly filters: readonly PeopleFilter[];
  readonly choice: ListChoice;
  readonly onChoose: (choice: ListChoice) => void;
}

/** A list of the book, or everybody, by sex and age. */
export function ChooseList({ filters, choice, onChoose }: ChooseListProps): VNode {
  const copy = eventWords.value.many;
  const lists = filters.map(({ key, label }) => ({ key, label: say(label, language.value) }));
  return (
    <details>
      <summary>{copy.filter}</summary>
      <ChoiceRows
        id="filter"
        label={copy.filter}
        choices={[{ key: everybody, label: copy.everybody }, ...lists]}
        chosen={choice.filter}
        onChoose={(filter) => onChoose({ ...choice, filter })}
      />
      {choice.filter === everybody && <ByAge choice={choice} onChoose={onChoose} />}
    </details>
  );
}

const oldest = 120;

function ByAge({ choice, onChoose }: Pick<ChooseListProps, 'choice' | 'onChoose'>): VNode {
  const copy = eventWords.value.many;
  return (
    <Entry onEnter={() => undefined}>
      <SelectField
        id="list-sex"
        label={copy.sex}
        choices={sex.codes.map(({ key, label }) => ({ key, label: say(label, language.value) }))}
        chosen={choice.sex}
        blank={copy.bothSexes}
        onChoose={(key) => onChoose({ ...choice, sex: key })}
      />
      <NumberField
        id="list-from"
        label={copy.fromAge}
        isOptional
        value={choice.from}
        min={0}
        max={oldest}
        onValue={(from) => onChoose({ ...choice, from })}
      />
      <NumberField
        id="list-to"
        label={copy.toAge}
        isOptional
        value={choice.to}
        min={0}
        max={oldest}
        onValue={(to) => onChoose({ ...choice, to })}
      />
    </Entry>
  );
}
