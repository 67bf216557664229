import type { VNode } from 'preact';
import { Button } from '../../../ui/button.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language, words } from '../../../ui/language.ts';
import { eventPath, formPath, householdPath, personPath } from '../../../ui/lives/paths.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { livesWords } from '../../../ui/words/lives-words.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { CallButton } from '../part/call-button.tsx';
import { ChangeList } from '../part/change-list.tsx';
import { describePerson } from '../part/describe-person.ts';
import { Disagreements } from '../part/disagreements.tsx';
import { FieldFacts } from '../part/field-facts.tsx';
import { StandingMark } from '../part/standing-mark.tsx';
import { Family } from './family.tsx';
import { PersonJobs } from './person-jobs.tsx';

type PersonPage = NonNullable<Awaited<ReturnType<Screen['phone']['person']>>>;

/** One line of a sheet, opened: who it is, whom with, what came about. Nothing of her own panel. */
export function PersonScreen({ screen, params }: ScreenProps): VNode | null {
  const id = params.id ?? '';
  const answer = useAnswer(() => screen.phone.person(id), id, screen.revision.value);
  if (answer === undefined) return null;
  const person = answer.value;
  if (person === undefined) return <MissingScreen title={livesWords.value.person.missing} />;
  const isHomeless = person.householdId === '';
  const record = (): void => screen.go(eventPath(person.householdId, id));
  const rehome = (): void => screen.go(formPath(person.place, 'rehome', id));
  return (
    <Page
      title={person.line.name || livesWords.value.person.forgotten}
      note={describePerson(person.line, words.value, language.value)}
      onBack={screen.back}
      action={
        isHomeless ? (
          <Button label={livesWords.value.person.rehome} isMain onPress={rehome} />
        ) : (
          <Button label={words.value.household.record} icon="plus" isMain onPress={record} />
        )
      }
    >
      <Head person={person} />
      <Disagreements
        screen={screen}
        records={[{ id, name: '' }]}
        household={person.householdId}
        path={personPath(id)}
      />
      <section class="section">
        <h2>{livesWords.value.person.details}</h2>
        <FieldFacts fields={person.fields} />
      </section>
      <Family person={person} />
      {!isHomeless && <PersonJobs screen={screen} person={person} />}
      <ChangeList screen={screen} changes={person.changes} path={personPath(id)} />
    </Page>
  );
}

function Head({ person }: { readonly person: PersonPage }): VNode {
  const { householdId, householdNumber, villageName } = person;
  return (
    <div class="section">
      <p>
        {householdId === '' ? (
          <span>{`${words.value.household.none} · ${villageName}`}</span>
        ) : (
          <a class="line-link" href={householdPath(householdId)}>
            {`${words.value.household.household(householdNumber)} · ${villageName}`}
          </a>
        )}{' '}
        <StandingMark standing={person.line.standing} />
      </p>
      <CallButton phone={person.phone} />
    </div>
  );
}
