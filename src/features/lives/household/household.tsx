import type { VNode } from 'preact';
import { Button } from '../../../ui/button.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useLatest } from '../../../ui/hook/use-latest.ts';
import { words } from '../../../ui/language.ts';
import { eventPath, householdPath } from '../../../ui/lives/paths.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { firstQuestions } from '../../first-questions.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { ChangeList } from '../part/change-list.tsx';
import { Disagreements } from '../part/disagreements.tsx';
import { HouseholdFacts } from './household-facts.tsx';
import { HouseholdJobs } from './household-jobs.tsx';
import { HouseholdPeople } from './household-people.tsx';

/** A household as on its sheet of the book: the people in their order, and one thing to do. */
export function HouseholdScreen({ screen, params }: ScreenProps): VNode | null {
  const id = params.id ?? '';
  const question = firstQuestions.household;
  const early = screen.takePressed('household');
  const answer = useAnswer(() => question.ask(screen.phone, params), id, screen.revision.value, early);
  if (answer === undefined) return null;
  const copy = words.value.household;
  const household = answer.value;
  if (household === undefined) return <MissingScreen title={copy.missing} />;
  return (
    <Page
      title={copy.title(household.number)}
      note={household.villageName}
      onBack={screen.back}
      action={<Button label={copy.record} icon="plus" isMain onPress={() => screen.go(eventPath(id))} />}
    >
      <HouseholdFacts household={household} />
      <Disagreements
        screen={screen}
        records={[{ id, name: '' }, ...household.people]}
        household={id}
        path={householdPath(id)}
      />
      <HouseholdPeople people={household.people} />
      <HouseholdJobs household={id} />
      <Changes screen={screen} household={id} />
    </Page>
  );
}

/** Asked for apart: the people stand on the page before their past does. */
function Changes({ screen, household }: { readonly screen: Screen; readonly household: string }): VNode | null {
  const changes = useLatest(() => screen.phone.changes(household), household, screen.revision.value);
  if (changes === undefined) return null;
  return <ChangeList screen={screen} changes={changes} path={householdPath(household)} />;
}
