import type { VNode } from 'preact';
import { slipTables } from '../../../../catalogue/paper/slip.ts';
import { Button } from '../../../../ui/button.tsx';
import { Page } from '../../../../ui/page/page.tsx';
import type { ScreenProps } from '../../../screen.ts';
import { paperWords } from '../paper-words.ts';
import { SlipTableView } from './slip-table.tsx';

/** Room to write by hand, as many lines as fill half a page; of the births, which stand under the heading, the whole first one. */
const blankLines = 6;
const firstLines = 12;

/** The monthly slip P0 with nothing in it, for who goes out with paper. */
export function BlankSlip({ screen, params }: ScreenProps): VNode {
  const copy = paperWords.value;
  const village = screen.who.places.find(({ id }) => id === params.place)?.name ?? '';
  return (
    <div class="sheet">
      <Page title={copy.slip} note={[screen.who.communeName, village].filter(Boolean).join(' · ')} onBack={screen.back}>
        <p>{copy.slipHow}</p>
        <div class="not-printed">
          <Button label={copy.print} icon="print" onPress={() => window.print()} />
        </div>
        {slipTables.map(({ number }) => (
          <SlipTableView key={number} number={number} rows={[]} blank={number === 1 ? firstLines : blankLines} />
        ))}
        <SlipSigned />
      </Page>
    </div>
  );
}

/** Who appraised it and who made it, with room for both hands. */
export function SlipSigned(): VNode {
  const copy = paperWords.value;
  return (
    <div class="sheet-signed">
      <p>
        <strong>{copy.appraised}</strong>
        <br />
        {copy.signHere}
      </p>
      <p>
        <strong>{copy.made}</strong>
        <br />
        {copy.signHere}
      </p>
    </div>
  );
}
