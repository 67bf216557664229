import type { VNode } from 'preact';
import { formatDate, isPartialDate } from '../../../domain/calendar/partial-date.ts';
import type { StoreLine } from '../../../register/stock/answers.ts';
import { useLatest } from '../../../ui/hook/use-latest.ts';
import { Icon } from '../../../ui/icon.tsx';
import { words } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { hasHandedOver, type ScreenProps } from '../../screen.ts';
import { jobPath, storePath } from '../part/paths.ts';
import { stockWords } from '../part/words.ts';
import { Store } from './store.tsx';

/** The stores that this phone keeps; whoever keeps one is there at once. */
export function Stores(props: ScreenProps): VNode | null {
  const { screen } = props;
  const stores = useLatest(() => screen.phone.stores(), '', screen.revision.value);
  const copy = stockWords.value;
  if (stores === undefined) return null;
  const [only, ...others] = stores;
  if (only !== undefined && others.length === 0) return <Store {...props} params={{ store: only.id }} />;
  return (
    <Page title={copy.title} note={screen.who.communeName}>
      {hasHandedOver(screen.who) && <p>{words.value.book.handedOver}</p>}
      <Ledger>
        {stores.map((store) => (
          <LedgerRow
            key={store.id}
            title={storeName(store)}
            note={noteOf(store)}
            href={storePath(store.id)}
            end={<Icon name="right" />}
          />
        ))}
        {screen.who.role !== 'collaborator' && <OfficeRows />}
        {screen.who.role === 'officer' && (
          <LedgerRow title={copy.pointNew} href={jobPath('new', 'point')} end={<Icon name="right" />} />
        )}
      </Ledger>
    </Page>
  );
}

/** What is asked of all stores: its pages are the office's. */
function OfficeRows(): VNode {
  const copy = stockWords.value;
  return (
    <>
      <LedgerRow
        title={copy.jobReport}
        note={copy.reportAll}
        href={jobPath('all', 'report')}
        end={<Icon name="right" />}
      />
      <LedgerRow title={copy.jobCompare} href={jobPath('all', 'compare')} end={<Icon name="right" />} />
    </>
  );
}

export function storeName({ name, level }: Pick<StoreLine, 'name' | 'level'>): string {
  return stockWords.value[level](name);
}

function noteOf({ closed, wanting, coming, granted }: StoreLine): string {
  const copy = stockWords.value;
  const notes = [
    ...(isPartialDate(closed) ? [copy.closedOn(formatDate(closed))] : []),
    ...(wanting > 0 ? [copy.wanting(wanting)] : []),
    ...(coming > 0 ? [copy.comingCount(coming)] : []),
    ...(granted > 0 ? [copy.grantedCount(granted)] : []),
  ];
  return notes.length === 0 ? copy.enough : notes.join(' · ');
}
