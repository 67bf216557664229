import type { VNode } from 'preact';
import { say } from '../../../domain/words.ts';
import { useLatest } from '../../../ui/hook/use-latest.ts';
import { language } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { livesWords } from '../../../ui/words/lives-words.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { ScreenProps } from '../../screen.ts';
import { VillageChoice } from '../part/village-choice.tsx';

/** The checks of the book over the commune: what each finds, as a count that opens. */
export function Review({ screen, query }: ScreenProps): VNode | null {
  const place = query.place ?? '';
  const groups = useLatest(() => screen.phone.review(place, 0), place, screen.revision.value);
  const disputed = useLatest(() => screen.phone.disputed(), 'disputed', screen.revision.value)?.length ?? 0;
  if (groups === undefined) return null;
  const copy = livesWords.value.review;
  const open = groups.filter(({ total }) => total > 0);
  return (
    <Page title={copy.title} note={copy.note} onBack={screen.back}>
      <VillageChoice screen={screen} place={place} path="/review" />
      {open.length + disputed === 0 && <p>{copy.clean}</p>}
      <Ledger>
        {disputed > 0 && (
          <LedgerRow
            title={livesWords.value.disagree.title}
            href="/sent-back"
            end={<span class="count">{spellNumber(disputed, language.value)}</span>}
          />
        )}
        {open.map((group) => (
          <LedgerRow
            key={group.check}
            title={say(group.title, language.value)}
            href={linesPath(group.check, place)}
            end={<span class="count">{spellNumber(group.total, language.value)}</span>}
          />
        ))}
      </Ledger>
    </Page>
  );
}

function linesPath(check: string, place: string): string {
  const path = `/review/${encodeURIComponent(check)}`;
  return place === '' ? path : `${path}?place=${encodeURIComponent(place)}`;
}
