import type { ReportFigure, ReportTable } from '../../domain/figure/report.ts';

/**
 * The law's rows of a filled form in the order of the Ministry's entry screens. Nobody of us has seen those screens: until
 * somebody has, it is the order of the printed rows.
 */
export function inEntryOrder({ rows }: ReportTable): readonly ReportFigure[] {
  return rows.filter(({ isLegal }) => isLegal);
}
