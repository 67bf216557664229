import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Value } from '../../domain/value.ts';
import type { ActProblem } from '../../register/acts/act.ts';
import type { HouseholdPage } from '../../register/answers.ts';
import { ChoiceRows } from '../../ui/field/choice-rows.tsx';
import { DateField } from '../../ui/field/date-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { civilToday } from '../../ui/words/today.ts';
import type { Screen, ScreenProps } from '../screen.ts';
import { ActPage } from './act-page.tsx';
import { noteOf, withHousehold } from './household-of.tsx';
import { readNumber } from './read-number.ts';
import { useAct } from './use-act.ts';
import { actWords } from './words.ts';

/** The whole household begins a sheet in another village of the commune. */
export function MoveHousehold(props: ScreenProps): VNode | null {
  return withHousehold(props, (household) => <MovePage screen={props.screen} household={household} />);
}

const controls: { readonly [code in ActProblem['code']]?: string } = {
  date_missing: 'date',
  date_after_today: 'date',
  malformed_number: 'number',
};

function MovePage({ screen, household }: { readonly screen: Screen; readonly household: HouseholdPage }): VNode {
  const words = actWords.value.move;
  const [village, setVillage] = useState('');
  const [number, setNumber] = useState('');
  const [date, setDate] = useState<Value | undefined>(undefined);
  const villages = screen.who.places.filter(({ level, id }) => level === 'village' && id !== household.place);
  const act = useAct({
    screen,
    read: () => ({
      is: 'move',
      household: household.id,
      village,
      date: String(date ?? ''),
      number: readNumber(number),
    }),
    controlOf: ({ code }) => controls[code] ?? 'village',
    home: `/household/${encodeURIComponent(household.id)}`,
    done: words.done,
  });
  return (
    <ActPage screen={screen} title={words.title} note={noteOf(household)} act={act}>
      <p>{words.note}</p>
      <ChoiceRows
        id="village"
        label={words.village}
        choices={villages.map(({ id, name }) => ({ key: id, label: name }))}
        chosen={village}
        onChoose={setVillage}
      />
      <DateField id="date" label={words.date} answer={date} isPartial={false} today={civilToday()} onAnswer={setDate} />
      <TextField
        id="number"
        label={words.number}
        hint={actWords.value.split.newNumberHint}
        isOptional
        inputMode="numeric"
        value={number}
        onValue={setNumber}
      />
    </ActPage>
  );
}
