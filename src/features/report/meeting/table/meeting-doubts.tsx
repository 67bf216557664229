import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../../ui/button.tsx';
import { useOnce } from '../../../../ui/hook/use-once.ts';
import type { Screen } from '../../../screen.ts';
import { type Doubt, DoubtRows } from '../doubt-rows.tsx';
import { meetingWords } from '../words.ts';

interface MeetingDoubtsProps {
  readonly screen: Screen;
  readonly month: string;
}

/** What to ask face to face, village by village: looked for by a press, for it goes through the whole book. */
export function MeetingDoubts({ screen, month }: MeetingDoubtsProps): VNode {
  const [doubts, setDoubts] = useState<readonly Doubt[]>();
  const find = useOnce(async () => setDoubts(await screen.phone.slipDoubts(month, '')));
  const copy = meetingWords.value;
  return (
    <section class="section">
      <h2>{copy.doubts}</h2>
      {doubts === undefined && (
        <div class="not-printed">
          <Button
            label={find.isBusy ? copy.seeking : copy.findDoubts}
            icon="search"
            isBusy={find.isBusy}
            onPress={find.run}
          />
        </div>
      )}
      {doubts?.length === 0 && <p role="status">{copy.noDoubts}</p>}
      {byVillage(doubts ?? []).map(([village, found]) => (
        <div key={village}>
          <p>
            <strong>{`${village} · ${found.length}`}</strong>
          </p>
          <DoubtRows doubts={found} month={month} keeper="" />
        </div>
      ))}
    </section>
  );
}

/** In the order in which they come: that of the units. */
function byVillage(doubts: readonly Doubt[]): readonly (readonly [village: string, found: readonly Doubt[]])[] {
  const found = new Map<string, Doubt[]>();
  for (const doubt of doubts) {
    const known = found.get(doubt.villageName);
    if (known === undefined) found.set(doubt.villageName, [doubt]);
    else known.push(doubt);
  }
  return [...found];
}
