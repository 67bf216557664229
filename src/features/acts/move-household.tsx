import type { VNode } from 'preact';
import type { ActProblem } from '../../register/acts/act.ts';
import { ChoiceRows } from '../../ui/field/choice-rows.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { textIn } from '../../ui/hook/kept-answers.ts';
import { householdPath } from '../../ui/lives/paths.ts';
import { Page } from '../../ui/page/page.tsx';
import type { ScreenProps } from '../screen.ts';
import { ActDate } from './act-date.tsx';
import { ActPage } from './act-page.tsx';
import { type HouseholdActProps, noteOf, withKept } from './household-of.tsx';
import { readNumber } from './read-number.ts';
import { useAct } from './use-act.ts';
import { actWords } from './words.ts';

/** The whole household begins a sheet in another village of the commune; one that this phone does not hold is the officer's to write. */
export function MoveHousehold(props: ScreenProps): VNode | null {
  return withKept(props, 'move', MoveOrAsk);
}

function MoveOrAsk(props: HouseholdActProps): VNode {
  const { screen, household } = props;
  const isElsewhere = screen.who.places.some(({ level, id }) => level === 'village' && id !== household.place);
  if (isElsewhere) return <MovePage {...props} />;
  return (
    <Page title={actWords.value.move.title} note={noteOf(household)} onBack={screen.back}>
      <p>{actWords.value.move.askOfficer}</p>
    </Page>
  );
}

const controls: { readonly [code in ActProblem['code']]?: string } = {
  date_missing: 'date',
  date_after_today: 'date',
  nobody_then: 'date',
  malformed_number: 'number',
};

function MovePage({ screen, household, kept: { answers, put, end } }: HouseholdActProps): VNode {
  const words = actWords.value.move;
  const [village, number] = [textIn(answers, 'village'), textIn(answers, 'number')];
  const date = answers.date ?? undefined;
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
    onDone: end,
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
        onChoose={(id) => put({ village: id })}
      />
      <ActDate act={act} label={words.date} date={date} onDate={(day) => put({ date: day ?? null })} />
      <TextField
        id="number"
        label={words.number}
        hint={actWords.value.split.newNumberHint}
        {...act.at('number')}
        isOptional
        inputMode="numeric"
        value={number}
        onValue={(text) => put({ number: text })}
      />
    </ActPage>
  );
}
