import type { VNode } from 'preact';
import type { ActProblem } from '../../register/acts/act.ts';
import type { HouseholdPage } from '../../register/answers.ts';
import { TextField } from '../../ui/field/text-field.tsx';
import { TickRows } from '../../ui/field/tick-rows.tsx';
import { idsIn, textIn, textsIn } from '../../ui/hook/kept-answers.ts';
import { householdPath } from '../../ui/lives/paths.ts';
import type { ScreenProps } from '../screen.ts';
import { ActDate } from './act-date.tsx';
import { ActPage } from './act-page.tsx';
import { type HouseholdActProps, livingOf, noteOf, personChoices, withKept } from './household-of.tsx';
import { readNumber } from './read-number.ts';
import { HeadFields, headOf, relationControl, relationsTo, relationsWith } from './relation-fields.tsx';
import { useAct } from './use-act.ts';
import { actWords } from './words.ts';

/** Some of a household's people begin a sheet of their own; there one goes on, for its relations are to be told. */
export function Split(props: ScreenProps): VNode | null {
  return withKept(props, 'split', SplitPage);
}

const controls: { readonly [code in ActProblem['code']]?: string } = {
  nobody: 'people',
  date_missing: 'date',
  date_after_today: 'date',
  nobody_then: 'date',
  malformed_number: 'number',
};

function SplitPage({ screen, household, kept: { answers, put, end } }: HouseholdActProps): VNode {
  const words = actWords.value.split;
  const people = idsIn(answers, 'people');
  const [number, address] = [textIn(answers, 'number'), textIn(answers, 'address')];
  const date = answers.date ?? undefined;
  const told = textsIn(answers, 'heads');
  const relations = textsIn(answers, 'relations');
  const living = livingOf(household);
  const going = living.filter(({ id }) => people.includes(id));
  const staying = living.filter(({ id }) => !people.includes(id));
  const heads = { new: amongst(going, told.new), staying: amongst(staying, told.staying ?? headOf(living)) };
  const ofGoing = relationsTo(heads.new, going, living, relations);
  const ofStaying = relationsTo(heads.staying, staying, living, relations);
  const act = useAct({
    screen,
    read: () => ({
      is: 'split',
      household: household.id,
      people,
      number: readNumber(number),
      address,
      date: String(date ?? ''),
      relations: relationsWith({ ...ofGoing, ...ofStaying }, [heads.new, heads.staying]),
    }),
    controlOf: ({ code, about = '' }) => {
      if (code === 'relation_missing') return relationControl(about);
      if (code === 'no_head' || code === 'two_heads') return people.includes(about) ? 'new-head' : 'staying-head';
      return controls[code] ?? 'people';
    },
    from: householdPath(household.id),
    leadsTo: ({ records }) => householdPath(records.find(({ kind }) => kind === 'household')?.id ?? household.id),
    done: words.done,
    onDone: end,
  });
  return (
    <ActPage screen={screen} title={words.title} note={noteOf(household)} act={act}>
      <TickRows
        id="people"
        label={words.who}
        {...act.at('people')}
        choices={personChoices(living)}
        ticked={people}
        onTick={(ticked) => put({ people: ticked })}
      />
      <ActDate act={act} label={words.date} date={date} onDate={(day) => put({ date: day ?? null })} />
      <TextField
        id="number"
        label={words.newNumber}
        hint={words.newNumberHint}
        {...act.at('number')}
        isOptional
        inputMode="numeric"
        value={number}
        onValue={(text) => put({ number: text })}
      />
      <TextField
        id="address"
        label={words.newAddress}
        isOptional
        value={address}
        onValue={(text) => put({ address: text })}
      />
      {going.length > 0 && (
        <HeadFields
          id="new-head"
          label={words.newHead}
          {...{ act, people: going, head: heads.new, relations: ofGoing }}
          onHead={(id) => put({ heads: { ...told, new: id } })}
          onRelations={(next) => put({ relations: { ...relations, ...next } })}
        />
      )}
      {going.length > 0 && staying.length > 0 && (
        <HeadFields
          id="staying-head"
          label={words.stayingHead}
          {...{ act, people: staying, head: heads.staying, relations: ofStaying }}
          onHead={(id) => put({ heads: { ...told, staying: id } })}
          onRelations={(next) => put({ relations: { ...relations, ...next } })}
        />
      )}
    </ActPage>
  );
}

/** Whoever is not among them any more is not their head. */
function amongst(people: HouseholdPage['people'], id: string | undefined): string | undefined {
  return people.some((one) => one.id === id) ? id : undefined;
}
