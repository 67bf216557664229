import type { VNode } from 'preact';
import { words } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { villagePath } from '../../../ui/lives/paths.ts';
import { Page } from '../../../ui/page.tsx';
import { livesWords } from '../../../ui/words/lives-words.ts';
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
  return <Villages villages={villages} />;
}

function Villages({ villages }: { readonly villages: Screen['who']['places'] }): VNode {
  const { book } = words.value;
  return (
    <Page title={book.title} note={book.choose}>
      <div class="row-of-buttons">
        <a class="button" href={`${villagePath(everywhere)}/filter`}>
          <span>{livesWords.value.book.filter}</span>
        </a>
      </div>
      <Ledger>
        {villages.map((village) => (
          <LedgerRow key={village.id} title={village.name} href={villagePath(village.id)} />
        ))}
      </Ledger>
    </Page>
  );
}
