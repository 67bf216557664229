import type { ComponentChildren, VNode } from 'preact';

/** A product through one channel, across the columns. */
interface StoresLine {
  readonly key: string;
  /** What it is called: as it opens, or plain. */
  readonly title: ComponentChildren;
  readonly unit: string;
  readonly cells: readonly ComponentChildren[];
}

interface StoresGridProps {
  /** What the columns of the line and of its unit are called. */
  readonly heads: readonly [line: string, unit: string];
  readonly columns: readonly string[];
  readonly lines: readonly StoresLine[];
}

/** The month's report of stores: on paper and wide screens as one table, else a small one for each line. */
export function StoresGrid({ heads, columns, lines }: StoresGridProps): VNode {
  return (
    <>
      <table class="sheet-table only-wide report-table">
        <thead>
          <tr>
            {[...heads, ...columns].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, title, unit, cells }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              <td class="whole">{unit}</td>
              {cells.map((cell, at) => (
                <td key={columns[at]} class="number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div class="only-narrow shelf-tables">
        {lines.map(({ key, title, cells }) => (
          <table key={key} class="sheet-table">
            <caption>{title}</caption>
            <tbody>
              {cells.map((cell, at) => (
                <tr key={columns[at]}>
                  <th scope="row">{columns[at]}</th>
                  <td class="number">{cell}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  );
}
