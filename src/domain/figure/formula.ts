/**
 * What numbers are put together to. `sum` adds others up, each so many times; `ratio` divides, with `isSinceNewYear`
 * both its parts from 1 January to the last day of the period, whatever the period is; `change` is against the same
 * period of last year, as a difference, or with `isRelative` in per cent of what it was.
 */
export type Formula =
  | {
      readonly is: 'sum';
      readonly of: readonly { readonly indicator: string; readonly times: number }[];
      readonly isNet?: true;
    }
  | {
      readonly is: 'ratio';
      readonly numerator: string;
      readonly denominator: string;
      readonly times: number;
      readonly isSinceNewYear?: true;
    }
  | { readonly is: 'change'; readonly of: string; readonly isRelative?: true };

/**
 * The value, at full precision; `null` where a part does not exist or a denominator is 0: shown "—", never 0.
 * @param read the value of a part, by its indicator and its place: of a ratio numerator and denominator, of a change
 * now and last year
 */
export function formulaValue(
  formula: Formula,
  read: (indicator: string, index: number) => number | null,
): number | null {
  if (formula.is === 'ratio') return quotient(read(formula.numerator, 0), read(formula.denominator, 1), formula.times);
  if (formula.is === 'change') {
    const [now, before] = [read(formula.of, 0), read(formula.of, 1)];
    if (now === null || before === null) return null;
    return formula.isRelative ? quotient(now - before, before, 100) : now - before;
  }
  let sum = 0;
  for (const [index, { indicator, times }] of formula.of.entries()) {
    const value = read(indicator, index);
    if (value === null) return null;
    sum += value * times;
  }
  return sum;
}

function quotient(numerator: number | null, denominator: number | null, times: number): number | null {
  if (numerator === null || denominator === null || denominator === 0) return null;
  return (numerator / denominator) * times;
}
