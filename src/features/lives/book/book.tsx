import type { VNode } from 'preact';
import { useLatest } from '../../../ui/hook/use-latest.ts';
import { language, words } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { villagePath } from '../../../ui/lives/paths.ts';
import { Page } from '../../../ui/page/page.tsx';
import { livesWords } from '../../../ui/words/lives-words.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { everywhere } from './place-name.ts';
import { VillagePage } from './village-page.tsx';

/** The A0 book: villages first, for who keeps several; the one village at once for who keeps one. */
export function Book({ screen, params }: ScreenProps): VNode {
  const villages = screen.who.places.filter((place) => place.level === 'village');
  const [only] = villages;
  if (params.place !== undefined) {
    const isOnly = villages.length === 1;
    return <VillagePage key={params.place} screen={screen} place={params.place} isFromList={!isOnly} />;
  }
  if (villages.length === 1 && only) return <VillagePage screen={screen} place={only.id} isFromList={false} />;
  return <Villages screen={screen} villages={villages} />;
}

interface VillagesProps {
  readonly screen: Screen;
  readonly villages: Screen['who']['places'];
}

/** The names stand at once; how many live there is told when the whole book is read. */
function Villages({ screen, villages }: VillagesProps): VNode {
  const { book } = words.value;
  const sizes = useLatest(() => screen.phone.villages(), 'villages', screen.revision.value) ?? [];
  const sizeOf = (place: string): string | undefined => {
    const size = sizes.find((one) => one.place === place);
    const count = (number: number): string => spellNumber(number, language.value);
    return size && book.size(count(size.households), count(size.people));
  };
  return (
    <Page title={book.title} note={villages.length === 0 ? book.handedOver : book.choose}>
      <Ledger>
        {villages.map((village) => (
          <LedgerRow key={village.id} title={village.name} note={sizeOf(village.id)} href={villagePath(village.id)} />
        ))}
      </Ledger>
      <div class="row-of-buttons">
        <a class="button" href={`${villagePath(everywhere)}/filter`}>
          <span>{livesWords.value.book.filter}</span>
        </a>
        {villages.length > 0 && (
          <a class="button wide-only" href={`${villagePath(everywhere)}/visits`}>
            <span>{livesWords.value.book.printVisits}</span>
          </a>
        )}
        {screen.who.role === 'officer' && (
          <a class="button wide-only" href={`${villagePath(everywhere)}/numbers`}>
            <span>{livesWords.value.book.allNumbers}</span>
          </a>
        )}
      </div>
    </Page>
  );
}
