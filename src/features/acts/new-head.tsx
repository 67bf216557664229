import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Relations } from '../../register/acts/act.ts';
import type { HouseholdPage } from '../../register/answers.ts';
import { householdPath } from '../../ui/lives/paths.ts';
import type { Screen, ScreenProps } from '../screen.ts';
import { ActPage } from './act-page.tsx';
import { livingOf, noteOf, withHousehold } from './household-of.tsx';
import { HeadFields, relationControl, relationsWith } from './relation-fields.tsx';
import { useAct } from './use-act.ts';
import { actWords } from './words.ts';

/** Another head, and everybody's relation to the new one. */
export function NewHead(props: ScreenProps): VNode | null {
  return withHousehold(props, (household) => <NewHeadPage screen={props.screen} household={household} />);
}

function NewHeadPage({ screen, household }: { readonly screen: Screen; readonly household: HouseholdPage }): VNode {
  const words = actWords.value.head;
  const [head, setHead] = useState<string>();
  const [relations, setRelations] = useState<Relations>({});
  const people = livingOf(household);
  const act = useAct({
    screen,
    read: () => ({ is: 'newHead', household: household.id, relations: relationsWith(relations, [head]) }),
    controlOf: ({ code, about }) =>
      code === 'relation_missing' && head !== undefined ? relationControl(about ?? '') : 'head',
    from: householdPath(household.id),
    done: words.done,
  });
  return (
    <ActPage screen={screen} title={words.title} note={noteOf(household)} act={act}>
      <HeadFields
        id="head"
        label={words.who}
        {...{ act, people, head, relations }}
        onHead={setHead}
        onRelations={setRelations}
      />
    </ActPage>
  );
}
