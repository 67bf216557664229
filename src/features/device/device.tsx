import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { spellMoment } from '../../ui/bar/sync-words.ts';
import { Button } from '../../ui/button.tsx';
import { useLatest } from '../../ui/hook/use-latest.ts';
import { language, words } from '../../ui/language.ts';
import { Ledger, LedgerRow } from '../../ui/ledger.tsx';
import { Page } from '../../ui/page/page.tsx';
import { spellNumber } from '../../ui/words/spell-number.ts';
import type { ScreenProps } from '../screen.ts';
import { HandOver } from './hand-over.tsx';
import { DamagedLine, ReceiptLine, receiptRows } from './receipt-line.tsx';
import { UserLabel } from './user-label.tsx';
import { wordClock } from './word-clock.ts';
import { roadWords } from './words.ts';

/** Everything one may be asked about this phone over the telephone. */
export function Device({ screen }: ScreenProps): VNode {
  const [asked, setAsked] = useState(0);
  const storage = useLatest(readStorage, 'storage', asked);
  const sync = screen.sync.value;
  const stand = `${sync.is} ${sync.waiting} ${sync.mending} ${sync.agreedAt}`;
  const proof = useLatest(() => screen.phone.proof(), stand, asked);
  const { device, form } = words.value;
  const moment = (at: number | null): string => (at === null ? device.never : spellMoment(at, Date.now(), words.value));
  const count = (number: number): string => spellNumber(number, language.value);
  const kept = storage === undefined ? '' : storage.isKept ? device.kept : device.notKept;
  const closed = screen.sendsClosed.value;
  const rows: readonly (readonly [string, string])[] = [
    [device.user, screen.who.userName],
    [device.waiting, count(sync.waiting)],
    [device.mending, count(sync.mending)],
    [device.sent, moment(sync.sentAt)],
    [device.agreed, moment(sync.agreedAt ?? proof?.receipt?.at ?? null)],
    ...(proof === undefined ? [] : receiptRows(proof, count)),
    [device.sendsClosed, closed === undefined ? device.sendsClosedUnknown : closed ? form.yes : form.no],
    [device.storage, kept],
    [device.free, storage?.freeMegabytes === undefined ? '' : device.megabytes(count(storage.freeMegabytes))],
    [device.clock, wordClock(sync.clockOffset, words.value)],
    [device.language, language.value === 'vi' ? 'Tiếng Việt' : 'English'],
    [device.version, screen.version],
  ];
  const askToKeep = async (): Promise<void> => {
    await navigator.storage.persist();
    setAsked(asked + 1);
  };
  return (
    <Page title={device.title} onBack={screen.back}>
      {proof && <ReceiptLine receipt={proof.receipt} />}
      {proof && <DamagedLine proof={proof} />}
      <dl class="facts">
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {storage?.isKept === false && (
        <div>
          <Button label={device.askKeep} onPress={() => void askToKeep()} />
        </div>
      )}
      <Ledger>
        <LedgerRow title={words.value.pages.sentBack} href="/sent-back" />
        <LedgerRow title={roadWords.value.title} href="/more/by-file" />
        <LedgerRow title={roadWords.value.byLoop} href="/more/by-loop" />
      </Ledger>
      <UserLabel phone={screen.phone} />
      {proof && (
        <HandOver phone={screen.phone} proof={proof} onAsked={() => setAsked(asked + 1)} onLeft={screen.goToUsers} />
      )}
    </Page>
  );
}

interface StorageState {
  readonly isKept: boolean;
  readonly freeMegabytes: number | undefined;
}

async function readStorage(): Promise<StorageState> {
  const { quota, usage } = await navigator.storage.estimate();
  const free = quota === undefined ? undefined : Math.floor((quota - (usage ?? 0)) / (1024 * 1024));
  return { isKept: await navigator.storage.persisted(), freeMegabytes: free };
}
