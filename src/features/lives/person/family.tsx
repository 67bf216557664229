import type { VNode } from 'preact';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import { language, words } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { personPath } from '../../../ui/lives/paths.ts';
import { livesWords } from '../../../ui/words/lives-words.ts';
import type { Screen } from '../../screen.ts';
import { wordEnd, wordRelation } from '../part/describe-person.ts';

type PersonPage = NonNullable<Awaited<ReturnType<Screen['phone']['person']>>>;
type Relative = NonNullable<PersonPage['spouse']>;

/** Spouse, parents and children, wherever in the book they stand. */
export function Family({ person }: { readonly person: PersonPage }): VNode | null {
  const copy = livesWords.value.person;
  const relatives = [
    ...called(wordSpouse(person.spouse), person.spouse),
    ...called(copy.mother, person.mother),
    ...called(copy.father, person.father),
    ...person.children.flatMap((child) => called(copy.child, child)),
  ];
  if (relatives.length === 0) return null;
  return (
    <section class="section">
      <h2>{copy.family}</h2>
      <Ledger>
        {relatives.map(({ as, one }) => (
          <LedgerRow
            key={one.id}
            title={one.name || livesWords.value.person.forgotten}
            note={note(as, one)}
            href={personPath(one.id)}
          />
        ))}
      </Ledger>
    </section>
  );
}

function called(as: string, one: Relative | undefined): readonly { readonly as: string; readonly one: Relative }[] {
  return one === undefined ? [] : [{ as, one }];
}

/** "Chồng": as her own sheet says it. */
function wordSpouse(spouse: Relative | undefined): string {
  return wordRelation({ relation: 'spouse', sex: spouse?.sex ?? '' }, language.value);
}

/** "Chồng · sinh 10/09/1984 · đã mất". */
function note(as: string, { birthDate, ...one }: Relative): string {
  const { household } = words.value;
  const born = birthDate === '' ? household.bornUnknown : household.born(formatDate(birthDate));
  return [as, born, wordEnd(one, words.value)].filter((part) => part !== '').join(' · ');
}
