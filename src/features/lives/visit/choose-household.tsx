import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useLatest } from '../../../ui/hook/use-latest.ts';
import { words } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { describeRow } from '../../../ui/lives/describe-row.ts';
import { householdPath } from '../../../ui/lives/paths.ts';
import { Page } from '../../../ui/page/page.tsx';
import { livesWords } from '../../../ui/words/lives-words.ts';
import type { Screen, ScreenProps } from '../../screen.ts';

const mostRows = 20;

/** Which household was visited, found as on the home screen. */
export function ChooseHousehold({ screen }: ScreenProps): VNode {
  const [sought, setSought] = useState('');
  const copy = livesWords.value.visit;
  return (
    <Page title={copy.choose} onBack={screen.back} takesFocus={false}>
      <TextField id="visit-search" label={copy.find} look="search" value={sought} isFocused onValue={setSought} />
      <FoundHouseholds screen={screen} sought={sought} />
    </Page>
  );
}

function FoundHouseholds({ screen, sought }: { readonly screen: Screen; readonly sought: string }): VNode | null {
  const answer = useLatest(() => screen.phone.search(sought, mostRows), sought, screen.revision.value);
  if (answer === undefined || sought.trim() === '') return null;
  const { home } = words.value;
  return (
    <section class="section">
      <p class="soft small" role="status">
        {answer.total === 0 ? home.foundNone : home.found(answer.total)}
      </p>
      <Ledger>
        {answer.rows
          .filter((row) => row.household !== '')
          .map((row) => (
            <LedgerRow
              key={row.id}
              title={row.name}
              note={describeRow(row, words.value)}
              href={`${householdPath(row.household)}/visit`}
            />
          ))}
      </Ledger>
    </section>
  );
}
