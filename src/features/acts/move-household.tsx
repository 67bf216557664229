import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Value } from '../../domain/value.ts';
import type { ActProblem } from '../../register/acts/act.ts';
import type { HouseholdPage } from '../../register/answers.ts';
import { ChoiceRows } from '../../ui/field/choice-rows.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { householdPath } from '../../ui/lives/paths.ts';
import { Page } from '../../ui/page/page.tsx';
import type { Screen, ScreenProps } from '../screen.ts';
import { ActDate } from './act-date.tsx';
import { ActPage } from './act-page.tsx';
import { noteOf, withHousehold } from './household-of.tsx';
import { readNumber } from './read-number.ts';
import { useAct } from './use-act.ts';
import { actWords } from './words.ts';

/** The whole household begins a sheet in another village of the commune; one that this phone does not hold is the officer's to write. */
export function MoveHousehold(props: ScreenProps): VNode | null {
  const { screen } = props;
  const villages = screen.who.places.filter(({ level }) => level === 'village');
  return withHousehold(props, (household) =>
    villages.some(({ id }) => id !== household.place) ? (
      <MovePage screen={screen} household={household} />
    ) : (
      <Page title={actWords.value.move.title} note={noteOf(household)} onBack={screen.back}>
        <p>{actWords.value.move.askOfficer}</p>
      </Page>
    ),
  );
}

const controls: { readonly [code in ActProblem['code']]?: string } = {
  date_missing: 'date',
  date_after_today: 'date',
  nobody_then: 'date',
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
    from: householdPath(household.id),
    leadsTo: ({ records }) => householdPath(records.find(({ kind }) => kind === 'household')?.id ?? household.id),
    done: words.done,
  });
  return (
    <ActPage screen={screen} title={words.title} note={noteOf(household)} act={act}>
      <p>{words.note}</p>
      {screen.who.role === 'collaborator' && <p>{words.askOfficer}</p>}
      <ChoiceRows
        id="village"
        label={words.village}
        choices={villages.map(({ id, name }) => ({ key: id, label: name }))}
        {...act.at('village')}
        chosen={village}
        onChoose={setVillage}
      />
      <ActDate act={act} label={words.date} date={date} onDate={setDate} />
      <TextField
        id="number"
        label={words.number}
        hint={actWords.value.split.newNumberHint}
        {...act.at('number')}
        isOptional
        inputMode="numeric"
        value={number}
        onValue={setNumber}
      />
    </ActPage>
  );
}
