import type { VNode } from 'preact';
import type { ReportFigure, ReportTable } from '../../../domain/figure/report.ts';
import { say, type Words } from '../../../domain/words.ts';
import { language } from '../../language.ts';
import { reportParts } from '../../words/report-blocks.ts';
import { StoresGrid } from './stores-grid.tsx';

interface FrozenStoresProps {
  readonly table: ReportTable;
  readonly heads: readonly [line: Words, unit: Words];
  /** A number as it opens. */
  readonly cell: (figure: ReportFigure) => VNode;
}

/** The report of stores as it was frozen. */
export function FrozenStores({ table, heads, cell }: FrozenStoresProps): VNode {
  const spoken = language.value;
  const blocks = reportParts(table.rows, true).flatMap((part) => part.blocks);
  return (
    <>
      {blocks.map((block) =>
        block.is === 'grid' ? (
          <StoresGrid
            key="stores"
            heads={[say(heads[0], spoken), say(heads[1], spoken)]}
            columns={block.columns.map((column) => say(column, spoken))}
            lines={block.lines.map(({ label, cells }) => ({
              key: label.vi,
              title: say(label, spoken),
              unit: say(cells[0]?.unit ?? { vi: '' }, spoken),
              cells: cells.map(cell),
            }))}
          />
        ) : null,
      )}
    </>
  );
}
