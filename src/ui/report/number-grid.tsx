import type { VNode } from 'preact';
import type { ReportFigure } from '../../domain/figure/report.ts';
import { say } from '../../domain/words.ts';
import { language } from '../language.ts';
import type { GridBlock } from '../words/report-blocks.ts';
import { spellNumber } from '../words/spell-number.ts';

interface NumberGridProps {
  readonly block: GridBlock;
  readonly words: { readonly age: string; readonly together: string };
  readonly look: string;
  /** A number as it opens. */
  readonly cell: (figure: ReportFigure) => VNode;
}

/** Numbers in two directions, e.g. ages down and sexes across, each line with its sum. */
export function NumberGrid({ block, words, look, cell }: NumberGridProps): VNode {
  return (
    <table class={look}>
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
                {cell(figure)}
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
