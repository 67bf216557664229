import type { VNode } from 'preact';

interface FigureTableProps {
  readonly caption: string;
  readonly heads: readonly string[];
  /** The first cell of each is what it is about. */
  readonly rows: readonly (readonly string[])[];
  /** Rows in which chance rules: shown grey. */
  readonly smallRows?: ReadonlySet<string>;
}

/** The numbers of a picture. */
export function FigureTable({ caption, heads, rows, smallRows }: FigureTableProps): VNode {
  return (
    <table class="table chart-table">
      <caption class="seen-by-ear">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head, place) => (
            <th key={head} scope="col" class={place === 0 ? undefined : 'number'}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name} class={smallRows?.has(name ?? '') ? 'soft' : undefined}>
            <th scope="row">{name}</th>
            {cells.map((cell, place) => (
              <td key={heads[place + 1]} class="number">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
