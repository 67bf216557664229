import type { VNode } from 'preact';
import { textIn, textsIn } from '../../ui/hook/kept-answers.ts';
import { householdPath } from '../../ui/lives/paths.ts';
import type { ScreenProps } from '../screen.ts';
import { ActPage } from './act-page.tsx';
import { type HouseholdActProps, livingOf, noteOf, withKept } from './household-of.tsx';
import { HeadFields, relationControl, relationsWith } from './relation-fields.tsx';
import { useAct } from './use-act.ts';
import { actWords } from './words.ts';

/** Another head, and everybody's relation to the new one. */
export function NewHead(props: ScreenProps): VNode | null {
  return withKept(props, 'head', NewHeadPage);
}

function NewHeadPage({ screen, household, kept: { answers, put, end } }: HouseholdActProps): VNode {
  const words = actWords.value.head;
  const people = livingOf(household);
  const head = people.find(({ id }) => id === textIn(answers, 'head'))?.id;
  // Who is gone since she was asked about is told of no more.
  const asked = new Set(people.map(({ id }) => id));
  const relations = Object.fromEntries(Object.entries(textsIn(answers, 'relations')).filter(([id]) => asked.has(id)));
  const act = useAct({
    screen,
    read: () => ({ is: 'newHead', household: household.id, relations: relationsWith(relations, [head]) }),
    controlOf: ({ code, about }) =>
      code === 'relation_missing' && head !== undefined ? relationControl(about ?? '') : 'head',
    from: householdPath(household.id),
    done: words.done,
    onDone: end,
  });
  return (
    <ActPage screen={screen} title={words.title} note={noteOf(household)} act={act}>
      <HeadFields
        id="head"
        label={words.who}
        {...{ act, people, head, relations }}
        onHead={(id) => put({ head: id })}
        onRelations={(next) => put({ relations: next })}
      />
    </ActPage>
  );
}
