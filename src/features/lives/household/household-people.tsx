import type { VNode } from 'preact';
import { language, words } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { personPath } from '../../../ui/lives/paths.ts';
import { livesWords } from '../../../ui/words/lives-words.ts';
import type { PhoneApi } from '../../../workers/api/phone-api.ts';
import { describePerson, isGone, isTakenOff } from '../part/describe-person.ts';
import { StandingMark } from '../part/standing-mark.tsx';

type PersonLine = NonNullable<Awaited<ReturnType<PhoneApi['household']>>>['people'][number];

/** In the paper's order; who left or died stands apart and ruled through. */
export function HouseholdPeople({ people }: { readonly people: readonly PersonLine[] }): VNode {
  const copy = livesWords.value.household;
  const here = people.filter((person) => !isGone(person));
  const gone = people.filter(isGone);
  return (
    <>
      <section class="section">
        <h2>{words.value.household.people}</h2>
        {here.length === 0 && <p class="soft">{wordEmpty(gone)}</p>}
        <People people={here} />
        <Couples people={here} />
      </section>
      {gone.length > 0 && (
        <section class="section gone">
          <h2>{gone.some(isTakenOff) ? copy.goneOrTakenOff : copy.gone}</h2>
          <People people={gone} />
        </section>
      )}
    </>
  );
}

/** Why nobody stands here. */
function wordEmpty(gone: readonly PersonLine[]): string {
  const copy = livesWords.value.household;
  if (gone.length === 0) return copy.empty;
  return gone.every((one) => one.status === 'left' && !isTakenOff(one)) ? copy.allLeft : copy.allGone;
}

/** Who is married to whom, where the relations to the head do not say it already. */
function Couples({ people }: { readonly people: readonly PersonLine[] }): VNode | null {
  const copy = livesWords.value.household;
  const nameOf = ({ name }: PersonLine): string => name || livesWords.value.person.forgotten;
  const couples = people.flatMap((one, place) => {
    const other = people.slice(place + 1).find(({ id }) => id === one.spouse);
    return other === undefined ? [] : [copy.couple(nameOf(one), nameOf(other))];
  });
  if (couples.length === 0) return null;
  return (
    <p class="small">
      <span class="soft">{copy.couples}:</span> {couples.join('; ')}
    </p>
  );
}

function People({ people }: { readonly people: readonly PersonLine[] }): VNode | null {
  if (people.length === 0) return null;
  return (
    <Ledger>
      {people.map((person) => (
        <LedgerRow
          key={person.id}
          title={person.name || livesWords.value.person.forgotten}
          note={describePerson(person, words.value, language.value)}
          href={personPath(person.id)}
          end={<StandingMark standing={person.standing} />}
        />
      ))}
    </Ledger>
  );
}
