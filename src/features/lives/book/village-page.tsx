import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { foldText } from '../../../domain/search-key.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language, words } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { formPath, householdPath, villagePath } from '../../../ui/lives/paths.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { livesWords } from '../../../ui/words/lives-words.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { PhoneApi } from '../../../workers/api/phone-api.ts';
import type { Screen } from '../../screen.ts';
import { isLivedIn } from '../part/is-lived-in.ts';
import { StandingMark } from '../part/standing-mark.tsx';

type Row = Awaited<ReturnType<PhoneApi['village']>>['households'][number];

interface VillagePageProps {
  readonly screen: Screen;
  readonly place: string;
  /** There is a list of villages to go back to. */
  readonly isFromList: boolean;
}

export function VillagePage({ screen, place, isFromList }: VillagePageProps): VNode | null {
  const answer = useAnswer(() => screen.phone.village(place), place, screen.revision.value);
  if (answer === undefined) return null;
  const { book } = words.value;
  const village = answer.value;
  // The worker answers with an empty name for a village that is none of this book's.
  if (village.name === '') return <MissingScreen title={book.missing} />;
  const size = book.size(
    spellNumber(village.households.filter(isLivedIn).length, language.value),
    spellNumber(village.people, language.value),
  );
  return (
    <Page title={village.name} note={size} {...(isFromList && { onBack: screen.back })}>
      <VillageJobs place={place} isOfficer={screen.who.role === 'officer'} />
      {village.households.length === 0 && <p>{book.empty}</p>}
      <Households households={village.households} />
    </Page>
  );
}

function VillageJobs({ place, isOfficer }: { readonly place: string; readonly isOfficer: boolean }): VNode {
  const copy = livesWords.value.book;
  return (
    <nav class="row-of-buttons not-printed" aria-label={copy.jobs}>
      <a class="button" href={`${villagePath(place)}/filter`}>
        <span>{copy.filter}</span>
      </a>
      <a class="button" href={formPath(place, 'household_new')}>
        <span>{copy.add}</span>
      </a>
      <a class="button" href={formPath(place, 'move_in_household')}>
        <span>{copy.arrive}</span>
      </a>
      <a class="button wide-only" href={`${villagePath(place)}/cover`}>
        <span>{copy.printCover}</span>
      </a>
      <a class="button wide-only" href={`${villagePath(place)}/print`}>
        <span>{copy.printList}</span>
      </a>
      <a class="button wide-only" href={`${villagePath(place)}/visits`}>
        <span>{copy.printVisits}</span>
      </a>
      <a class="button wide-only" href={`${villagePath(place)}/slip`}>
        <span>{copy.printSlip}</span>
      </a>
      <a class="button wide-only" href={`${villagePath(place)}/p0`}>
        <span>{copy.printFilled}</span>
      </a>
      {isOfficer && (
        <a class="button wide-only" href={`${villagePath(place)}/numbers`}>
          <span>{copy.numbers}</span>
        </a>
      )}
      {isOfficer && (
        <a class="button wide-only" href={`${villagePath(place)}/range`}>
          <span>{copy.range}</span>
        </a>
      )}
    </nav>
  );
}

/** Drawn in portions: a few hundred rows at once would freeze a cheap phone. */
const portion = 60;

/** The households by number; what is typed keeps those whose number begins so, or whose head is called so. */
function Households({ households }: { readonly households: readonly Row[] }): VNode | null {
  const [sought, setSought] = useState('');
  const [shown, setShown] = useState(portion);
  const copy = livesWords.value.book;
  if (households.length === 0) return null;
  const fitting = seek(households, sought);
  const left = fitting.length - shown;
  return (
    <>
      {households.length > fewHouseholds && (
        <TextField id="village-search" label={copy.find} look="search" value={sought} onValue={setSought} />
      )}
      {fitting.length === 0 && <p role="status">{copy.none}</p>}
      {fitting.length > 0 && (
        <Ledger>
          {fitting.slice(0, shown).map((row) => (
            <HouseholdRow key={row.id} row={row} />
          ))}
        </Ledger>
      )}
      {left > 0 && <Button label={words.value.book.more(left)} onPress={() => setShown(shown + portion)} />}
    </>
  );
}

/** So many are seen at a glance. */
const fewHouseholds = 12;

function seek(households: readonly Row[], sought: string): readonly Row[] {
  const folded = foldText(sought);
  if (folded === '') return households;
  if (/^\d+$/.test(folded)) return households.filter((row) => row.householdNumber.startsWith(folded));
  return households.filter((row) => foldText(row.name).includes(folded));
}

function HouseholdRow({ row }: { readonly row: Row }): VNode {
  const sheet = words.value.household.household(row.householdNumber);
  const members = livesWords.value.book.members(row.people);
  return (
    <LedgerRow
      title={row.name === '' ? sheet : row.name}
      note={row.name === '' ? members : `${sheet} · ${members}`}
      href={householdPath(row.household)}
      end={<StandingMark standing={row.isWaiting ? 'waiting' : 'confirmed'} />}
    />
  );
}
