import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Value } from '../../domain/value.ts';
import type { ActProblem, Relations } from '../../register/acts/act.ts';
import type { HouseholdPage } from '../../register/answers.ts';
import { ChoiceRows } from '../../ui/field/choice-rows.tsx';
import { DateField } from '../../ui/field/date-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { useAnswer } from '../../ui/hook/use-answer.ts';
import { useLatest } from '../../ui/hook/use-latest.ts';
import { civilToday } from '../../ui/words/today.ts';
import type { Screen, ScreenProps } from '../screen.ts';
import { ActPage } from './act-page.tsx';
import { livingOf, noteOf, personChoices, withHousehold } from './household-of.tsx';
import { RelationFields, relationControl, relationsWith } from './relation-fields.tsx';
import { useAct } from './use-act.ts';
import { actWords } from './words.ts';

/** Everybody of this household goes to live with another. */
export function Merge(props: ScreenProps): VNode | null {
  return withHousehold(props, (household) => <MergePage screen={props.screen} household={household} />);
}

const controls: { readonly [code in ActProblem['code']]?: string } = {
  date_missing: 'date',
  date_after_today: 'date',
  no_head: 'head',
};

function MergePage({ screen, household }: { readonly screen: Screen; readonly household: HouseholdPage }): VNode {
  const words = actWords.value.merge;
  const [into, setInto] = useState('');
  const [date, setDate] = useState<Value | undefined>(undefined);
  const [head, setHead] = useState<string>();
  const [relations, setRelations] = useState<Relations>({});
  const there = useAnswer(async () => (into === '' ? undefined : screen.phone.household(into)), into)?.value;
  const people = there === undefined ? [] : [...livingOf(there), ...livingOf(household)];
  const act = useAct({
    screen,
    read: () => ({
      is: 'merge',
      household: household.id,
      into,
      date: String(date ?? ''),
      relations: relationsWith(relations, [head]),
    }),
    controlOf: ({ code, about }) =>
      code === 'relation_missing' ? relationControl(about ?? '') : (controls[code] ?? 'into'),
    home: `/household/${encodeURIComponent(into === '' ? household.id : into)}`,
    done: words.done,
  });
  return (
    <ActPage screen={screen} title={words.title} note={noteOf(household)} act={act}>
      <HouseholdSearch screen={screen} except={household.id} chosen={into} onChoose={setInto} />
      <DateField id="date" label={words.date} answer={date} isPartial={false} today={civilToday()} onAnswer={setDate} />
      {people.length > 0 && (
        <>
          <ChoiceRows
            id="head"
            label={actWords.value.head.who}
            choices={personChoices(people)}
            chosen={head}
            onChoose={setHead}
          />
          <RelationFields people={people} head={head} relations={relations} onRelations={setRelations} />
        </>
      )}
    </ActPage>
  );
}

interface HouseholdSearchProps {
  readonly screen: Screen;
  readonly except: string;
  readonly chosen: string;
  readonly onChoose: (household: string) => void;
}

const mostFound = 20;

/** A household by its number, its village or somebody who lives there. */
function HouseholdSearch({ screen, except, chosen, onChoose }: HouseholdSearchProps): VNode {
  const words = actWords.value.merge;
  const [sought, setSought] = useState('');
  const found = useLatest(
    async () => (sought === '' ? [] : (await screen.phone.search(sought, mostFound)).rows),
    sought,
  );
  const rows = (found ?? []).filter(({ household }) => household !== '' && household !== except);
  const first = rows.filter((row, index) => rows.findIndex(({ household }) => household === row.household) === index);
  const choices = first.map((row) => ({
    key: row.household,
    label: words.chosen(row.householdNumber, row.name),
    note: row.villageName,
  }));
  return (
    <>
      <TextField id="sought" label={words.find} look="search" value={sought} onValue={setSought} />
      <ChoiceRows id="into" label={words.into} choices={choices} chosen={chosen} onChoose={onChoose} />
    </>
  );
}
