import type { VNode } from 'preact';

interface PyramidBand {
  readonly label: string;
  readonly men: number;
  readonly women: number;
  /** The same at the other date. */
  readonly menBefore: number;
  readonly womenBefore: number;
}

interface PyramidProps {
  readonly label: string;
  /** The youngest first. */
  readonly bands: readonly PyramidBand[];
  readonly words: { readonly men: string; readonly women: string };
}

const row = 18;
const half = 170;
const gap = 60;

/** Men to the left, women to the right, the oldest on top; the other date as an outline. */
export function Pyramid({ label, bands, words }: PyramidProps): VNode {
  const most = Math.max(
    1,
    ...bands.flatMap(({ men, women, menBefore, womenBefore }) => [men, women, menBefore, womenBefore]),
  );
  const wide = (value: number): number => (value / most) * half;
  const right = half + gap;
  const height = bands.length * row + 20;
  return (
    <svg class="chart" viewBox={`0 0 ${2 * half + gap} ${height}`} role="img" aria-label={label}>
      <text x={half - 4} y={12} text-anchor="end">
        {words.men}
      </text>
      <text x={right + 4} y={12}>
        {words.women}
      </text>
      {[...bands].reverse().map(({ label: age, men, women, menBefore, womenBefore }, index) => {
        const top = index * row + 20;
        const inner = { y: top + 4, height: row - 8 };
        const outer = { y: top + 1, height: row - 2 };
        return (
          <g key={age}>
            <rect class="chart-before" x={half - wide(menBefore)} width={wide(menBefore)} {...outer} />
            <rect class="chart-before" x={right} width={wide(womenBefore)} {...outer} />
            <rect class="chart-now" x={half - wide(men)} width={wide(men)} {...inner} />
            <rect class="chart-now" x={right} width={wide(women)} {...inner} />
            <text x={half + gap / 2} y={top + 14} text-anchor="middle">
              {age}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
