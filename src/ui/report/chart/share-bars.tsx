import type { VNode } from 'preact';

interface Share {
  readonly label: string;
  /** Per cent; `null` where there is none. */
  readonly percent: number | null;
}

interface ShareBarsProps {
  readonly label: string;
  readonly shares: readonly Share[];
  /** Where an upright line stands, per cent. */
  readonly aim?: number;
}

const row = 34;
const width = 400;

/** Lying bars up to 100 %, each under its words, with a line where all are to come to. */
export function ShareBars({ label, shares, aim }: ShareBarsProps): VNode {
  const x = (percent: number): number => (Math.min(percent, 100) / 100) * width;
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${shares.length * row + 4}`} role="img" aria-label={label}>
      {shares.map(({ label: name, percent }, index) => (
        <g key={name}>
          <text x={0} y={index * row + 13}>
            {name}
          </text>
          <rect class="chart-before" x={0.5} y={index * row + 18} width={width - 1} height={10} />
          <rect class="chart-now" x={0} y={index * row + 18} width={x(percent ?? 0)} height={10} />
          {aim !== undefined && (
            <line
              class="chart-line"
              stroke-width={3}
              x1={x(aim)}
              x2={x(aim)}
              y1={index * row + 15}
              y2={index * row + 31}
            />
          )}
        </g>
      ))}
    </svg>
  );
}
