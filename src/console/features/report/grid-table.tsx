import type { VNode } from 'preact';
import type { Rounding } from '../../../domain/figure/rounding.ts';
import { say } from '../../../domain/words.ts';
import { consoleWords } from '../../../i18n/console-words.ts';
import { language } from '../../../ui/language.ts';
import type { GridBlock } from '../../../ui/words/report-blocks.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import { type Opening, OpenNumber } from './open-number.tsx';

interface GridTableProps extends Opening {
  readonly block: GridBlock;
  readonly rounding: Rounding;
}

/** Numbers in two directions, e.g. ages down and sexes across, each line with its sum. */
export function GridTable({ block, ...opening }: GridTableProps): VNode {
  const words = consoleWords(language.value).report;
  return (
    <table class="table report-table grid-table">
      <thead>
        <tr>
          <th scope="col">{words.age}</th>
          {block.columns.map((column) => (
            <th key={column.vi} scope="col" class="number">
              {say(column, language.value)}
            </th>
          ))}
          <th scope="col" class="number">
            {words.together}
          </th>
        </tr>
      </thead>
      <tbody>
        {block.lines.map(({ label, cells }) => (
          <tr key={label.vi}>
            <th scope="row">{say(label, language.value)}</th>
            {cells.map((figure) => (
              <td key={figure.key} class="number">
                <OpenNumber {...opening} figure={figure} />
              </td>
            ))}
            <td class="number">
              {spellNumber(
                cells.reduce((sum, { value }) => sum + (value ?? 0), 0),
                language.value,
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
