import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { slipTables } from '../../../catalogue/paper/slip.ts';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language, words } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { householdPath, personPath } from '../../../ui/lives/paths.ts';
import { Page } from '../../../ui/page/page.tsx';
import type { PhoneApi } from '../../../workers/api/phone-api.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { monthOf } from './months.ts';
import { listTitle } from './slip.tsx';
import { meetingWords, monthWord } from './words.ts';

type Opened = NonNullable<Awaited<ReturnType<PhoneApi['slipList']>>>;

/** One of the eleven lists: who stands on it, each with what the paper says. A private one opens by a press. */
export function SlipList({ screen, params }: ScreenProps): VNode | null {
  const [month, keeper, list] = [monthOf(params.month), params.keeper ?? '', Number(params.list)];
  const about = `${month} ${keeper} ${list}`;
  const [opened, setOpened] = useState('');
  const sizes = useAnswer(() => screen.phone.slipSizes(month, keeper), about, screen.revision.value);
  if (sizes === undefined) return null;
  const copy = meetingWords.value;
  const size = sizes.value.find(({ number }) => number === list);
  const isClosed = size?.isPrivate === true && opened !== about;
  return (
    <Page title={listTitle(list)} note={monthWord(month)} onBack={screen.back}>
      {isClosed ? (
        <>
          <p>{copy.private}</p>
          <Button label={copy.open} icon="lock" onPress={() => setOpened(about)} />
        </>
      ) : (
        <Rows
          key={about}
          screen={screen}
          month={month}
          keeper={keeper}
          list={list}
          isPrivate={size?.isPrivate === true}
        />
      )}
    </Page>
  );
}

interface RowsProps {
  readonly screen: Screen;
  readonly month: string;
  readonly keeper: string;
  readonly list: number;
  readonly isPrivate: boolean;
}

function Rows({ screen, month, keeper, list, isPrivate }: RowsProps): VNode | null {
  const answer = useAnswer(() => screen.phone.slipList(month, keeper, list), '', screen.revision.value);
  if (answer === undefined) return null;
  const copy = meetingWords.value;
  if (answer.value === undefined) return <p role="status">{copy.notForRole}</p>;
  const table = answer.value;
  if (table.rows.length === 0) return <p role="status">{copy.none}</p>;
  return (
    <>
      <p class="soft">{copy.counted(table.rows.length)}</p>
      <Ledger>
        {table.opens.map((one, index) => (
          <LedgerRow
            key={`${one.record} ${one.person}`}
            title={one.name}
            note={noteOf(table, index)}
            {...leadsTo(one, isPrivate)}
          />
        ))}
      </Ledger>
    </>
  );
}

function leadsTo({ person, household }: Opened['opens'][number], isPrivate: boolean): { readonly href?: string } {
  if (isPrivate) return person === '' ? {} : { href: personPath(person) };
  return household === '' ? {} : { href: householdPath(household) };
}

/** What the paper says of it, each cell under its heading; household, village and name stand once. */
function noteOf(table: Opened, index: number): string {
  const one = table.opens[index];
  const columns = slipTables.find(({ number }) => number === table.number)?.columns ?? [];
  const cells = (table.rows[index] ?? []).flatMap((cell, place) => {
    const text = say(cell, language.value);
    const heading = columns[place];
    if (place === 0 || text === '' || text === one?.name || heading === undefined) return [];
    return [`${say(heading, language.value)}: ${text}`];
  });
  const home =
    one === undefined || one.householdNumber === '' ? '' : words.value.household.household(one.householdNumber);
  return [home, one?.villageName ?? '', ...cells].filter(Boolean).join(' · ');
}
