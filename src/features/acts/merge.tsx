import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ActProblem } from '../../register/acts/act.ts';
import type { HouseholdPage } from '../../register/answers.ts';
import { type Choice, ChoiceRows } from '../../ui/field/choice-rows.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { textIn, textsIn } from '../../ui/hook/kept-answers.ts';
import { useAnswer } from '../../ui/hook/use-answer.ts';
import { useLatest } from '../../ui/hook/use-latest.ts';
import { words as ui } from '../../ui/language.ts';
import { householdPath } from '../../ui/lives/paths.ts';
import type { Screen, ScreenProps } from '../screen.ts';
import { ActDate } from './act-date.tsx';
import { ActPage } from './act-page.tsx';
import { type HouseholdActProps, livingOf, noteOf, withKept } from './household-of.tsx';
import { HeadFields, headOf, relationControl, relationsTo, relationsWith } from './relation-fields.tsx';
import { useAct } from './use-act.ts';
import { actWords } from './words.ts';

/** Everybody of this household goes to live with another. */
export function Merge(props: ScreenProps): VNode | null {
  return withKept(props, 'merge', MergePage);
}

const controls: { readonly [code in ActProblem['code']]?: string } = {
  date_missing: 'date',
  date_after_today: 'date',
  nobody_then: 'date',
};

function MergePage({ screen, household, kept: { answers, put, end } }: HouseholdActProps): VNode {
  const words = actWords.value.merge;
  const [into, told] = [textIn(answers, 'into'), textIn(answers, 'head')];
  const date = answers.date ?? undefined;
  const relations = textsIn(answers, 'relations');
  const there = useAnswer(async () => (into === '' ? undefined : screen.phone.household(into)), into)?.value;
  const [hosts, comers] = [there === undefined ? [] : livingOf(there), livingOf(household)];
  const people = there === undefined ? [] : [...hosts, ...comers];
  // Who lived there stays what she is while the head does.
  const head = people.find(({ id }) => id === told)?.id ?? headOf(hosts);
  const known = { ...relationsTo(head, hosts, hosts, relations), ...relationsTo(head, comers, comers, relations) };
  const act = useAct({
    screen,
    read: () => ({
      is: 'merge',
      household: household.id,
      into,
      date: String(date ?? ''),
      relations: relationsWith(known, [head]),
    }),
    controlOf: ({ code, about = '' }) => {
      if (code === 'relation_missing') return into === '' ? 'sought' : relationControl(about);
      if (code === 'no_head' || code === 'two_heads') return 'head';
      return controls[code] ?? 'sought';
    },
    from: householdPath(household.id),
    leadsTo: () => householdPath(into),
    done: words.done,
    onDone: end,
  });
  return (
    <ActPage screen={screen} title={words.title} note={noteOf(household)} act={act}>
      <HouseholdSearch
        screen={screen}
        act={act}
        except={household.id}
        chosen={into}
        there={there}
        onChoose={(id) => put({ into: id })}
      />
      <ActDate act={act} label={words.date} date={date} onDate={(day) => put({ date: day ?? null })} />
      {people.length > 0 && (
        <HeadFields
          id="head"
          label={actWords.value.head.of}
          {...{ act, people, head, relations: known }}
          onHead={(id) => put({ head: id })}
          onRelations={(next) => put({ relations: { ...relations, ...next } })}
        />
      )}
    </ActPage>
  );
}

interface HouseholdSearchProps {
  readonly screen: Screen;
  readonly act: Pick<ReturnType<typeof useAct>, 'at'>;
  readonly except: string;
  readonly chosen: string;
  /** The chosen one, once the worker told it. */
  readonly there: HouseholdPage | undefined;
  readonly onChoose: (household: string) => void;
}

const mostFound = 20;

function choiceOf(key: string, number: string, name: string, villageName: string): Choice {
  const label = actWords.value.merge.chosen(ui.value.household.household(number), name);
  return { key, label, note: villageName };
}

/** A household by its number, its village or somebody who lives there. The chosen one stays in sight whatever is sought. */
function HouseholdSearch({ screen, act, except, chosen, there, onChoose }: HouseholdSearchProps): VNode {
  const words = actWords.value.merge;
  const [sought, setSought] = useState('');
  const found = useLatest(
    async () => (sought === '' ? [] : (await screen.phone.search(sought, mostFound)).rows),
    sought,
  );
  const rows = (found ?? []).filter(({ household }) => household !== '' && household !== except);
  const first = rows.filter((row, index) => rows.findIndex(({ household }) => household === row.household) === index);
  const isKept = there !== undefined && first.every(({ household }) => household !== there.id);
  const kept = isKept ? [choiceOf(there.id, there.number, there.people[0]?.name ?? '', there.villageName)] : [];
  const choices = [
    ...kept,
    ...first.map((row) => choiceOf(row.household, row.householdNumber, row.name, row.villageName)),
  ];
  return (
    <>
      <TextField
        id="sought"
        label={words.find}
        {...act.at('sought')}
        look="search"
        value={sought}
        onValue={setSought}
      />
      {choices.length > 0 && (
        <ChoiceRows id="into" label={words.into} choices={choices} chosen={chosen} onChoose={onChoose} />
      )}
    </>
  );
}
