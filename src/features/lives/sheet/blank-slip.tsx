import type { VNode } from 'preact';
import { type SlipTable, slipTables } from '../../../catalogue/paper/slip.ts';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { language } from '../../../ui/language.ts';
import { Page } from '../../../ui/page.tsx';
import type { ScreenProps } from '../../screen.ts';
import { paperWords } from './paper-words.ts';

/** Room to write by hand, as many lines as fill half a page. */
const blankLines = [1, 2, 3, 4, 5, 6];

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
        {slipTables.map((table) => (
          <BlankTable key={table.number} table={table} />
        ))}
        <div class="sheet-signed">
          <p>{copy.appraised}</p>
          <p>{copy.made}</p>
        </div>
      </Page>
    </div>
  );
}

function BlankTable({ table }: { readonly table: SlipTable }): VNode {
  return (
    <section class="sheet-part sheet-slip">
      <h2>
        {table.number}. {say(table.title, language.value)}
      </h2>
      <table class="sheet-table">
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.vi} scope="col">
                {say(column, language.value)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {blankLines.map((line) => (
            <tr key={line} class="sheet-blank">
              {table.columns.map((column) => (
                <td key={column.vi} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
