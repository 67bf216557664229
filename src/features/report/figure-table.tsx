import type { VNode } from 'preact';
import type { Period } from '../../domain/calendar/period.ts';
import type { Rounding } from '../../domain/figure/rounding.ts';
import { say } from '../../domain/words.ts';
import { language } from '../../ui/language.ts';
import { NumberGrid } from '../../ui/report/number-grid.tsx';
import { hasOwnUnit, type ReportPart } from '../../ui/words/report-blocks.ts';
import { reportWords } from '../../ui/words/report-words.ts';
import { FigureLink, FigureRow } from './figure-row.tsx';

/** What all numbers of a filled form have in common. */
export interface Filled {
  readonly period: Period;
  readonly rounding: Rounding;
  /** As it was frozen: its numbers open nothing, for the lists behind them are those of now. */
  readonly isFrozen?: boolean;
}

interface FigureTableProps extends Filled {
  readonly parts: readonly ReportPart[];
  /** Flows add up since 1 January; states at the end of a period do not. */
  readonly hasCumulative: boolean;
}

/** Part by part as on the form. Every number of the period opens the cases behind it. */
export function FigureTable(props: FigureTableProps): VNode {
  return (
    <>
      {props.parts.map((part) => (
        <section key={part.title?.vi ?? ''} class="report-part">
          {part.title && <h2>{say(part.title, language.value)}</h2>}
          {part.blocks.map((block) =>
            block.is === 'grid' ? (
              <NumberGrid
                key={block.lines[0]?.cells[0]?.key}
                block={block}
                words={reportWords.value}
                look="table"
                cell={(figure) => <FigureLink {...props} figure={figure} />}
              />
            ) : (
              <table key={block.figures[0]?.key} class="table">
                <FigureHead {...props} />
                <tbody>
                  {block.figures.map((figure) => (
                    <FigureRow
                      key={figure.key}
                      {...props}
                      figure={figure}
                      saysUnit={hasOwnUnit(block.figures, figure)}
                    />
                  ))}
                </tbody>
              </table>
            ),
          )}
        </section>
      ))}
    </>
  );
}

function FigureHead({ period, hasCumulative }: FigureTableProps): VNode {
  const copy = reportWords.value;
  return (
    <thead>
      <tr>
        <th scope="col">{copy.indicator}</th>
        <th scope="col" class="number">
          {hasCumulative ? copy.within[period.is] : copy.atEnd[period.is]}
        </th>
        {hasCumulative && (
          <th scope="col" class="number">
            {copy.cumulative}
          </th>
        )}
      </tr>
    </thead>
  );
}
