import type { VNode } from 'preact';
import { Ledger, LedgerRow } from '../../ui/ledger.tsx';
import { Page } from '../../ui/page/page.tsx';
import type { ScreenProps } from '../screen.ts';
import { transferWords } from './words.ts';

/** What may be done with files. */
export function TransferHome({ screen }: ScreenProps): VNode {
  const words = transferWords.value.home;
  return (
    <Page title={words.title} onBack={screen.back}>
      <Ledger>
        <LedgerRow title={words.import} note={words.importNote} href="/transfer/import" />
        <LedgerRow title={words.compare} note={words.compareNote} href="/transfer/compare" />
        <LedgerRow title={words.export} note={words.exportNote} href="/transfer/export" />
        <LedgerRow title={words.extract} note={words.extractNote} href="/transfer/extract" />
      </Ledger>
    </Page>
  );
}
