import type { VNode } from 'preact';
import type { ReportFigure } from '../../domain/report.ts';
import { say } from '../../domain/words.ts';
import { language, words } from '../../ui/language.ts';
import { StateMark } from '../../ui/state-word.tsx';
import { spellNumber } from '../../ui/words/spell-number.ts';

interface FigureTableProps {
  readonly figures: readonly ReportFigure[];
  readonly month: string;
  /** Flows add up since 1 January; states at the end of a month do not. */
  readonly hasCumulative: boolean;
}

/** Rows as on the form. Every number of the month opens the cases behind it. */
export function FigureTable({ figures, month, hasCumulative }: FigureTableProps): VNode | null {
  if (figures.length === 0) return null;
  const copy = words.value.report;
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{copy.indicator}</th>
          <th scope="col" class="number">
            {hasCumulative ? copy.inMonth : copy.atEnd}
          </th>
          {hasCumulative && (
            <th scope="col" class="number">
              {copy.cumulative}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <FigureRow key={figure.key} figure={figure} month={month} hasCumulative={hasCumulative} />
        ))}
      </tbody>
    </table>
  );
}

interface FigureRowProps extends Omit<FigureTableProps, 'figures'> {
  readonly figure: ReportFigure;
}

function FigureRow({ figure, month, hasCumulative }: FigureRowProps): VNode {
  const copy = words.value.report;
  const label = say(figure.label, language.value);
  const value = spellNumber(figure.value, language.value);
  return (
    <tr>
      <th scope="row" class={`indent-${Math.min(figure.indent, 2)}`}>
        {label} <span class="soft small">({say(figure.unit, language.value)})</span>
        {!figure.isLegal && <span class="soft small"> · {copy.ours}</span>}
        {figure.waiting > 0 && (
          <div>
            <StateMark word={{ tone: 'waiting', icon: 'clock', text: copy.waiting(figure.waiting) }} />
          </div>
        )}
      </th>
      <td class="number">
        <a
          class="button button-quiet"
          href={`/report/${month}/${encodeURIComponent(figure.row)}`}
          aria-label={copy.openCases(label, value)}
        >
          {value}
        </a>
      </td>
      {hasCumulative && <td class="number">{spellNumber(figure.cumulative, language.value)}</td>}
    </tr>
  );
}
