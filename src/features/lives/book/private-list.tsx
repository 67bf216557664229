import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language, words } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { describeRow } from '../../../ui/lives/describe-row.ts';
import { personPath } from '../../../ui/lives/paths.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { livesWords } from '../../../ui/words/lives-words.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { everywhere, placeName } from './place-name.ts';

const portion = 40;

/** Who stands on a private list. Asking for it is the look at each of them: once an opening, not with each change of the book. */
export function PrivateList({ screen, params }: ScreenProps): VNode | null {
  const place = params.place ?? everywhere;
  const key = params.key ?? '';
  const [shown, setShown] = useState(portion);
  const answer = useAnswer((goesOn) => readList(screen, key, place, shown, goesOn), `${key} ${place}`, shown);
  if (answer === undefined) return null;
  const copy = livesWords.value;
  const { label, list } = answer.value;
  if (list === undefined) return <MissingScreen title={copy.book.filterMissing} />;
  const { rows, total } = list;
  const left = total - rows.length;
  const count = copy.book.counted(spellNumber(total, language.value));
  return (
    <Page title={say(label, language.value)} note={`${placeName(screen.who, place)} · ${count}`} onBack={screen.back}>
      <p class="soft">{copy.book.privateLogged}</p>
      {total === 0 && <p>{copy.book.filterNone}</p>}
      <Ledger>
        {rows.map((row) => (
          <LedgerRow
            key={row.id}
            title={row.name}
            note={describeRow(row, words.value)}
            href={`${personPath(row.id)}/private`}
          />
        ))}
      </Ledger>
      {left > 0 && <Button label={copy.book.more(left)} onPress={() => setShown(shown + portion)} />}
    </Page>
  );
}

async function readList(screen: Screen, key: string, at: string, limit: number, goesOn: boolean) {
  const filter = (await screen.phone.privateFilters()).find((one) => one.key === key);
  if (filter === undefined) return { label: { vi: '' }, list: undefined };
  const place = at === everywhere ? '' : at;
  return { label: filter.label, list: await screen.phone.privatePeople(key, place, limit, goesOn) };
}
