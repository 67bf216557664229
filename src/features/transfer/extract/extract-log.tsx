import type { VNode } from 'preact';
import { say } from '../../../domain/words.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import type { ExtractEntry, ExtractPurpose } from '../../../workers/api/transfer-api.ts';
import type { Screen } from '../../screen.ts';
import { spellMoment } from '../spell-moment.ts';
import { transferWords } from '../words.ts';

interface ExtractLogProps {
  readonly screen: Screen;
  readonly step: number;
  readonly purposes: readonly ExtractPurpose[];
}

/** Every list that left this device: of whom and where, what for, to whom, and on what ground. */
export function ExtractLog({ screen, step, purposes }: ExtractLogProps): VNode | null {
  const words = transferWords.value.extract;
  const log = useAnswer(() => screen.phone.extractLog(), 'log', step);
  if (log === undefined) return null;
  const forWhat = ({ purpose, other }: ExtractEntry): string => {
    const listed = purposes.find(({ key }) => key === purpose)?.words;
    return other !== undefined || listed === undefined ? '' : say(listed, language.value);
  };
  const placeOf = ({ place }: ExtractEntry): string => screen.who.places.find(({ id }) => id === place)?.name ?? '';
  return (
    <section>
      <h2>{words.log}</h2>
      {log.value.length === 0 && <p class="soft">{words.none}</p>}
      <Ledger>
        {log.value.map((entry) => (
          <LedgerRow
            key={entry.number}
            title={words.entry(entry.number, entry.people)}
            note={noteOf(entry, forWhat(entry), placeOf(entry))}
          />
        ))}
      </Ledger>
    </section>
  );
}

function noteOf({ recipient, ground, at, other }: ExtractEntry, purpose: string, place: string): string {
  const { approved } = transferWords.value.extract;
  const said = other === undefined ? [] : [other.words, approved(other.approvedBy, other.document)];
  return [purpose, place, recipient, ground, ...said, spellMoment(at)].filter((part) => part !== '').join(' · ');
}
