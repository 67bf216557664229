import type { VNode } from 'preact';
import { say } from '../../../domain/words.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { villagePath } from '../../../ui/lives/paths.ts';
import { Page } from '../../../ui/page/page.tsx';
import { livesWords } from '../../../ui/words/lives-words.ts';
import type { ScreenProps } from '../../screen.ts';
import { everywhere, placeName } from './place-name.ts';

/** Lists by what only own panels say: here their names alone, for a list is looked at once it is opened. */
export function PrivateLists({ screen, params }: ScreenProps): VNode | null {
  const place = params.place ?? everywhere;
  const filters = useAnswer(() => screen.phone.privateFilters(), place);
  if (filters === undefined) return null;
  const copy = livesWords.value.book;
  return (
    <Page title={copy.privateTitle} note={placeName(screen.who, place)} onBack={screen.back}>
      <p>{copy.privateHow}</p>
      <Ledger>
        {filters.value.map(({ key, label }) => (
          <LedgerRow
            key={key}
            title={say(label, language.value)}
            href={`${villagePath(place)}/private/${encodeURIComponent(key)}`}
          />
        ))}
      </Ledger>
    </Page>
  );
}
