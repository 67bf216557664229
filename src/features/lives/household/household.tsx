import type { VNode } from 'preact';
import { Button } from '../../../ui/button.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { Icon } from '../../../ui/icon.tsx';
import { words } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { Page } from '../../../ui/page.tsx';
import type { PhoneApi } from '../../../workers/api/phone-api.ts';
import { MissingScreen } from '../../missing-screen.tsx';
import type { ScreenProps } from '../../screen.ts';
import { describePerson } from '../describe-person.ts';
import { StandingMark } from '../standing-mark.tsx';

type HouseholdPage = NonNullable<Awaited<ReturnType<PhoneApi['household']>>>;

/** A household as on its sheet of the book: the people in their order, and one thing to do. */
export function HouseholdScreen({ screen, params }: ScreenProps): VNode | null {
  const id = params.id ?? '';
  const answer = useAnswer(() => screen.phone.household(id), id, screen.revision.value);
  if (answer === undefined) return null;
  const copy = words.value.household;
  const household = answer.value;
  if (household === undefined) return <MissingScreen title={copy.missing} />;
  const record = (): void => screen.go(`/household/${encodeURIComponent(id)}/event`);
  return (
    <Page
      title={copy.title(household.number)}
      note={household.villageName}
      onBack={screen.back}
      action={<Button label={copy.record} icon="plus" isMain onPress={record} />}
    >
      <Facts household={household} />
      <section class="section">
        <h2>{copy.people}</h2>
        <Ledger>
          {household.people.map((person) => (
            <LedgerRow
              key={person.id}
              title={person.name}
              note={describePerson(person, words.value)}
              end={<StandingMark standing={person.standing} />}
            />
          ))}
        </Ledger>
      </section>
    </Page>
  );
}

/** What the sheet says above its lines; a telephone number is a call. */
function Facts({ household }: { readonly household: HouseholdPage }): VNode | null {
  const copy = words.value.household;
  if (household.address === '' && household.phone === '' && household.standing === 'confirmed') return null;
  return (
    <div class="section">
      <StandingMark standing={household.standing} />
      {household.address !== '' && (
        <p>
          <span class="soft">{copy.address}:</span> {household.address}
        </p>
      )}
      {household.phone !== '' && (
        <div>
          <a class="button" href={`tel:${household.phone.replace(/[^\d+]/g, '')}`}>
            <Icon name="call" />
            <span>
              {copy.phone} {household.phone}
            </span>
          </a>
        </div>
      )}
    </div>
  );
}
