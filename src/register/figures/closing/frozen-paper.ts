import { type FrozenLine, readLines } from '../../../domain/figure/closing/frozen-figures.ts';
import type { ReportTable, WithPaper } from '../../../domain/figure/report.ts';
import type { Value } from '../../../domain/value.ts';

/*
 * What a frozen report says since New Year with months of paper: frozen as it was shown, and outside the hash, for no
 * case is behind it that two books could compare.
 */

export function paperLines({ above, rows }: ReportTable): readonly FrozenLine[] {
  return [...above, ...rows].flatMap(({ key, withPaper }) =>
    withPaper === undefined ? [] : [[key, withPaper.cumulative, withPaper.source]],
  );
}

export function readPaper(lines: Value | undefined): ReadonlyMap<string, WithPaper> {
  const read = readLines(lines).flatMap(([key, cumulative, source]): readonly (readonly [string, WithPaper])[] =>
    typeof cumulative === 'number' ? [[String(key), { cumulative, source: String(source) }]] : [],
  );
  return new Map(read);
}
