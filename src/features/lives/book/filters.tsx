import type { VNode } from 'preact';
import { say } from '../../../domain/words.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { villagePath } from '../../../ui/lives/paths.ts';
import { Page } from '../../../ui/page/page.tsx';
import { livesWords } from '../../../ui/words/lives-words.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { everywhere, placeName } from './place-name.ts';

/** Lists by what matters, with how many stand on each; nothing sensitive is among them. */
export function Filters({ screen, params }: ScreenProps): VNode | null {
  const place = params.place ?? everywhere;
  const answer = useAnswer(() => countFilters(screen, place), place, screen.revision.value);
  if (answer === undefined) return null;
  const copy = livesWords.value.book;
  return (
    <Page title={copy.filterTitle} note={placeName(screen.who, place)} onBack={screen.back}>
      <Ledger>
        {answer.value.map(({ filter, total }) => (
          <LedgerRow
            key={filter.key}
            title={say(filter.label, language.value)}
            href={`${villagePath(place)}/filter/${encodeURIComponent(filter.key)}`}
            end={<span class="count">{spellNumber(total, language.value)}</span>}
          />
        ))}
      </Ledger>
      <p>
        <a class="line-link" href={`${villagePath(place)}/private`}>
          {copy.privateLists}
        </a>
      </p>
    </Page>
  );
}

async function countFilters(screen: Screen, place: string) {
  const filters = await screen.phone.filters();
  const unit = place === everywhere ? '' : place;
  const lists = await Promise.all(filters.map(({ key }) => screen.phone.people(key, unit, 0)));
  return filters.map((filter, index) => ({ filter, total: lists[index]?.total ?? 0 }));
}
