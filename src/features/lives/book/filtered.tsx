import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { useLatest } from '../../../ui/hook/use-latest.ts';
import { language, words } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { describeRow } from '../../../ui/lives/describe-row.ts';
import { householdPath, personPath } from '../../../ui/lives/paths.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { livesWords } from '../../../ui/words/lives-words.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { StandingMark } from '../part/standing-mark.tsx';
import { everywhere, placeName } from './place-name.ts';

const portion = 60;

/** Who stands on one list, in one village or in all that this device holds. */
export function Filtered({ screen, params }: ScreenProps): VNode | null {
  const place = params.place ?? everywhere;
  const key = params.key ?? '';
  const [shown, setShown] = useState(portion);
  const answer = useLatest(
    () => readList(screen, key, place, shown),
    `${key} ${place} ${shown}`,
    screen.revision.value,
  );
  if (answer === undefined) return null;
  const copy = livesWords.value.book;
  if (answer.list === undefined) return <MissingScreen title={copy.filterMissing} />;
  const { rows, total } = answer.list;
  const left = total - rows.length;
  const count = copy.counted(spellNumber(total, language.value));
  return (
    <Page
      title={say(answer.label, language.value)}
      note={`${placeName(screen.who, place)} · ${count}`}
      onBack={screen.back}
    >
      {total === 0 && <p>{copy.filterNone}</p>}
      <Ledger>
        {rows.map((row) => (
          <LedgerRow
            key={row.id}
            title={row.name}
            note={describeRow(row, words.value)}
            href={row.kind === 'person' ? personPath(row.id) : householdPath(row.household)}
            end={<StandingMark standing={row.isWaiting ? 'waiting' : 'confirmed'} />}
          />
        ))}
      </Ledger>
      {left > 0 && <Button label={copy.more(left)} onPress={() => setShown(shown + portion)} />}
    </Page>
  );
}

async function readList(screen: Screen, key: string, place: string, limit: number) {
  const filter = (await screen.phone.filters()).find((one) => one.key === key);
  if (filter === undefined) return { label: { vi: '' }, list: undefined };
  return { label: filter.label, list: await screen.phone.people(key, place === everywhere ? '' : place, limit) };
}
