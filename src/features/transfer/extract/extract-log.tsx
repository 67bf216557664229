import type { VNode } from 'preact';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import type { ExtractEntry } from '../../../workers/api/transfer-api.ts';
import type { Screen } from '../../screen.ts';
import { spellMoment } from '../spell-moment.ts';
import { transferWords } from '../words.ts';

/** Every list that left this device. */
export function ExtractLog({ screen, step }: { readonly screen: Screen; readonly step: number }): VNode | null {
  const words = transferWords.value.extract;
  const log = useAnswer(() => screen.phone.extractLog(), 'log', step);
  if (log === undefined) return null;
  return (
    <section>
      <h2>{words.log}</h2>
      {log.value.length === 0 && <p class="soft">{words.none}</p>}
      <Ledger>
        {log.value.map((entry) => (
          <LedgerRow key={entry.number} title={words.entry(entry.number, entry.people)} note={noteOf(entry)} />
        ))}
      </Ledger>
    </section>
  );
}

function noteOf({ recipient, ground, at, other }: ExtractEntry): string {
  const { approved } = transferWords.value.extract;
  const said = other === undefined ? [] : [other.words, approved(other.approvedBy, other.document)];
  return [recipient, ground, ...said, spellMoment(at)].join(' · ');
}
