import type { VNode } from 'preact';

interface BarChartProps {
  /** What the picture shows, for whoever does not see it; the numbers stand in the table beneath. */
  readonly label: string;
  readonly bars: readonly BarPair[];
}

interface BarPair {
  readonly label: string;
  /** Filled. */
  readonly now: number;
  /** Outlined, behind it. */
  readonly before: number;
}

const height = 180;
const step = 44;
const bar = 16;
const floor = height - 22;

/** Two bars side by side for each label, e.g. months of two years. */
export function BarChart({ label, bars }: BarChartProps): VNode {
  const most = Math.max(1, ...bars.flatMap(({ now, before }) => [now, before]));
  const tall = (value: number): number => (value / most) * (floor - 20);
  return (
    <svg class="chart" viewBox={`0 0 ${bars.length * step} ${height}`} role="img" aria-label={label}>
      <line class="chart-line" x1={0} x2={bars.length * step} y1={floor} y2={floor} />
      {bars.map(({ label: name, now, before }, index) => {
        const left = index * step + 4;
        return (
          <g key={name}>
            <rect class="chart-before" x={left + bar} y={floor - tall(before)} width={bar} height={tall(before)} />
            <rect class="chart-now" x={left} y={floor - tall(now)} width={bar} height={tall(now)} />
            {now > 0 && (
              <text x={left + bar / 2} y={floor - tall(now) - 4} text-anchor="middle">
                {now}
              </text>
            )}
            <text x={left + bar} y={height - 6} text-anchor="middle">
              {name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
