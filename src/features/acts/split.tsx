import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Value } from '../../domain/value.ts';
import type { ActProblem, Relations } from '../../register/acts/act.ts';
import type { HouseholdPage } from '../../register/answers.ts';
import { ChoiceRows } from '../../ui/field/choice-rows.tsx';
import { DateField } from '../../ui/field/date-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { TickRows } from '../../ui/field/tick-rows.tsx';
import { civilToday } from '../../ui/words/today.ts';
import type { Screen, ScreenProps } from '../screen.ts';
import { ActPage } from './act-page.tsx';
import { livingOf, noteOf, personChoices, withHousehold } from './household-of.tsx';
import { readNumber } from './read-number.ts';
import { RelationFields, relationControl, relationsWith } from './relation-fields.tsx';
import { useAct } from './use-act.ts';
import { actWords } from './words.ts';

/** Some of a household's people begin a sheet of their own. */
export function Split(props: ScreenProps): VNode | null {
  return withHousehold(props, (household) => <SplitPage screen={props.screen} household={household} />);
}

const controls: { readonly [code in ActProblem['code']]?: string } = {
  nobody: 'people',
  no_head: 'new-head',
  date_missing: 'date',
  date_after_today: 'date',
  malformed_number: 'number',
};

function SplitPage({ screen, household }: { readonly screen: Screen; readonly household: HouseholdPage }): VNode {
  const words = actWords.value.split;
  const [people, setPeople] = useState<readonly string[]>([]);
  const [number, setNumber] = useState('');
  const [address, setAddress] = useState('');
  const [date, setDate] = useState<Value | undefined>(undefined);
  const [heads, setHeads] = useState<readonly [string | undefined, string | undefined]>([undefined, undefined]);
  const [relations, setRelations] = useState<Relations>({});
  const living = livingOf(household);
  const going = living.filter(({ id }) => people.includes(id));
  const staying = living.filter(({ id }) => !people.includes(id));
  const act = useAct({
    screen,
    read: () => ({
      is: 'split',
      household: household.id,
      people,
      number: readNumber(number),
      address,
      date: String(date ?? ''),
      relations: relationsWith(relations, heads),
    }),
    controlOf: ({ code, about }) =>
      code === 'relation_missing' ? relationControl(about ?? '') : (controls[code] ?? 'people'),
    home: `/household/${encodeURIComponent(household.id)}`,
    done: words.done,
  });
  return (
    <ActPage screen={screen} title={words.title} note={noteOf(household)} act={act}>
      <TickRows id="people" label={words.who} choices={personChoices(living)} ticked={people} onTick={setPeople} />
      <DateField id="date" label={words.date} answer={date} isPartial={false} today={civilToday()} onAnswer={setDate} />
      <TextField
        id="number"
        label={words.newNumber}
        hint={words.newNumberHint}
        isOptional
        inputMode="numeric"
        value={number}
        onValue={setNumber}
      />
      <TextField id="address" label={words.newAddress} isOptional value={address} onValue={setAddress} />
      {going.length > 0 && (
        <>
          <ChoiceRows
            id="new-head"
            label={words.newHead}
            choices={personChoices(going)}
            chosen={heads[0]}
            onChoose={(id) => setHeads([id, heads[1]])}
          />
          <RelationFields people={going} head={heads[0]} relations={relations} onRelations={setRelations} />
        </>
      )}
      {going.length > 0 && staying.length > 0 && (
        <>
          <ChoiceRows
            id="staying-head"
            label={words.stayingHead}
            choices={personChoices(staying)}
            chosen={heads[1]}
            onChoose={(id) => setHeads([heads[0], id])}
          />
          <RelationFields people={staying} head={heads[1]} relations={relations} onRelations={setRelations} />
        </>
      )}
    </ActPage>
  );
}
