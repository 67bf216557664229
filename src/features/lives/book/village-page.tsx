import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language, words } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { Page } from '../../../ui/page.tsx';
import { StateMark } from '../../../ui/state-word.tsx';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import { MissingScreen } from '../../missing-screen.tsx';
import type { Screen } from '../../screen.ts';

interface VillagePageProps {
  readonly screen: Screen;
  readonly place: string;
  /** There is a list of villages to go back to. */
  readonly isFromList: boolean;
}

/** Drawn in portions: a few hundred rows at once would freeze a cheap phone. */
const portion = 60;

export function VillagePage({ screen, place, isFromList }: VillagePageProps): VNode | null {
  const [shown, setShown] = useState(portion);
  const answer = useAnswer(() => screen.phone.village(place), place, screen.revision.value);
  if (answer === undefined) return null;
  const { book, household } = words.value;
  const village = answer.value;
  // The worker answers with an empty name for a village that is none of this book's.
  if (village.name === '') return <MissingScreen title={book.missing} />;
  const left = village.households.length - shown;
  const size = book.size(
    spellNumber(village.households.length, language.value),
    spellNumber(village.people, language.value),
  );
  return (
    <Page title={village.name} note={size} {...(isFromList && { onBack: screen.back })}>
      {village.households.length === 0 && <p>{book.empty}</p>}
      <Ledger>
        {village.households.slice(0, shown).map((row) => (
          <LedgerRow
            key={row.id}
            title={row.name}
            note={household.household(row.householdNumber)}
            href={`/household/${encodeURIComponent(row.household)}`}
            end={row.isWaiting && <StateMark word={{ tone: 'waiting', icon: 'clock', text: household.waiting }} />}
          />
        ))}
      </Ledger>
      {left > 0 && <Button label={book.more(left)} onPress={() => setShown(shown + portion)} />}
    </Page>
  );
}
