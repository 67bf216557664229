import type { VNode } from 'preact';
import type { ReportFigure } from '../../domain/figure/report.ts';
import { say } from '../../domain/words.ts';
import { language } from '../../ui/language.ts';
import type { GridBlock } from '../../ui/words/report-blocks.ts';
import { reportWords } from '../../ui/words/report-words.ts';
import { spellNumber } from '../../ui/words/spell-number.ts';
import { FigureLink } from './figure-row.tsx';
import type { Filled } from './figure-table.tsx';

interface FigureGridProps extends Filled {
  readonly block: GridBlock;
}

/** Numbers in two directions, e.g. ages down and sexes across, each line with its sum. */
export function FigureGrid({ block, ...filled }: FigureGridProps): VNode {
  const copy = reportWords.value;
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{copy.age}</th>
          {block.columns.map((column) => (
            <th key={column.vi} scope="col" class="number">
              {say(column, language.value)}
            </th>
          ))}
          <th scope="col" class="number">
            {copy.together}
          </th>
        </tr>
      </thead>
      <tbody>
        {block.lines.map(({ label, cells }) => (
          <tr key={label.vi}>
            <th scope="row">{say(label, language.value)}</th>
            {cells.map((figure) => (
              <td key={figure.key} class="number">
                <FigureLink {...filled} figure={figure} />
              </td>
            ))}
            <td class="number">{spellNumber(sumOf(cells), language.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sumOf(cells: readonly ReportFigure[]): number {
  return cells.reduce((sum, { value }) => sum + (value ?? 0), 0);
}
