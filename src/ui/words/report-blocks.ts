import type { ReportFigure } from '../../domain/figure/report.ts';
import type { Words } from '../../domain/words.ts';

/* A filled form as it is drawn: part by part, rows under each other, and tables of two directions. */

interface RowBlock {
  readonly is: 'rows';
  readonly figures: readonly ReportFigure[];
}

/** Lines and columns in the order in which they come, e.g. ages and sexes. */
export interface GridBlock {
  readonly is: 'grid';
  readonly columns: readonly Words[];
  readonly lines: readonly { readonly label: Words; readonly cells: readonly ReportFigure[] }[];
}

export interface ReportPart {
  readonly title: Words | undefined;
  readonly blocks: readonly (RowBlock | GridBlock)[];
}

/** @param showsOwn whether what is not on the law's form stands between its rows */
export function reportParts(figures: readonly ReportFigure[], showsOwn: boolean): readonly ReportPart[] {
  const shown = figures.filter(({ isLegal }) => isLegal || showsOwn);
  return runs(shown, ({ part }) => part?.vi).map((some) => ({
    title: some[0]?.part,
    blocks: runs(some, ({ cell }) => cell?.table).map(blockOf),
  }));
}

/** What stands beneath a row is counted in its unit, unless it says another. */
export function hasOwnUnit(figures: readonly ReportFigure[], figure: ReportFigure): boolean {
  if (figure.indent === 0) return true;
  const root = figures.slice(0, figures.indexOf(figure)).findLast(({ indent }) => indent === 0);
  return root?.unit.vi !== figure.unit.vi;
}

function blockOf(figures: readonly ReportFigure[]): RowBlock | GridBlock {
  if (figures[0]?.cell === undefined) return { is: 'rows', figures };
  const lines = runs(figures, ({ cell }) => cell?.line.vi).map((cells) => {
    return { label: cells[0]?.cell?.line ?? { vi: '' }, cells };
  });
  const columns = lines[0]?.cells.map(({ cell }) => cell?.column ?? { vi: '' }) ?? [];
  return { is: 'grid', columns, lines };
}

/** Neighbours that are alike stay together. */
function runs(
  figures: readonly ReportFigure[],
  alike: (figure: ReportFigure) => string | undefined,
): readonly (readonly ReportFigure[])[] {
  const found: ReportFigure[][] = [];
  for (const figure of figures) {
    const last = found.at(-1);
    if (last?.[0] !== undefined && alike(last[0]) === alike(figure)) last.push(figure);
    else found.push([figure]);
  }
  return found;
}
