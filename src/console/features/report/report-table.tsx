import type { VNode } from 'preact';
import type { ReportFigure, ReportTable } from '../../../domain/report.ts';
import { say } from '../../../domain/words.ts';
import { consoleWords } from '../../../i18n/console-words.ts';
import { language } from '../../../ui/language.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';

interface ReportTableProps {
  readonly table: ReportTable;
  /** Row whose cases are open beside the table. */
  readonly openRow: string | null;
  readonly onOpen: (row: string) => void;
}

/** What the address and the hub call a figure: its row on the form; above the form there are no rows, only indicators. */
export function rowOf(figure: ReportFigure): string {
  return figure.row === '' ? figure.key : figure.row;
}

/** Id of the button that opens a figure, so that the focus comes back to it. */
export function figureId(row: string): string {
  return `figure-${row}`;
}

export function ReportForm(props: ReportTableProps): VNode {
  const words = consoleWords(language.value);
  const { table } = props;
  const isQuiet = table.rows.length > 0 && table.rows.every((figure) => figure.value === 0);
  return (
    <>
      <AboveForm {...props} />
      {table.rows.length === 0 ? <p>{words.report.noRows}</p> : <Rows {...props} />}
      {isQuiet && <p class="soft">{words.report.allZero}</p>}
    </>
  );
}

function AboveForm(props: ReportTableProps): VNode | null {
  const words = consoleWords(language.value);
  if (props.table.above.length === 0) return null;
  return (
    <section aria-label={words.report.above}>
      <dl class="above">
        {props.table.above.map((figure) => (
          <div key={figure.key}>
            <dt>{say(figure.label, language.value)}</dt>
            <dd>
              <OpenNumber {...props} figure={figure} /> {say(figure.unit, language.value)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Rows(props: ReportTableProps): VNode {
  const words = consoleWords(language.value);
  return (
    <table class="table report-table">
      <caption class="seen-by-ear">{say(props.table.title, language.value)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.report.number}</th>
          <th scope="col">{words.report.indicator}</th>
          <th scope="col" class="wide-only">
            {words.report.unit}
          </th>
          <th scope="col" class="number">
            {words.report.inMonth}
          </th>
          <th scope="col" class="number">
            {words.report.cumulative}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.table.rows.map((figure) => (
          <Row key={rowOf(figure)} {...props} figure={figure} />
        ))}
      </tbody>
    </table>
  );
}

interface FigureProps extends ReportTableProps {
  readonly figure: ReportFigure;
}

function Row(props: FigureProps): VNode {
  const words = consoleWords(language.value);
  const { figure } = props;
  const unit = say(figure.unit, language.value);
  return (
    <tr class={rowOf(figure) === props.openRow ? 'row-open' : undefined}>
      <td>{figure.row}</td>
      <th scope="row" class={figure.indent > 0 ? `indent-${Math.min(figure.indent, 2)}` : undefined}>
        {say(figure.label, language.value)}
        {!figure.isLegal && <span class="soft"> ({words.report.ours})</span>}
        <span class="soft narrow-only"> ({unit})</span>
      </th>
      <td class="wide-only">{unit}</td>
      <td class="number">
        <OpenNumber {...props} />
      </td>
      <td class="number">{spellNumber(figure.cumulative, language.value)}</td>
    </tr>
  );
}

/** Every number opens; where there is none ("—"), there is nothing to open. */
function OpenNumber(props: FigureProps): VNode {
  const words = consoleWords(language.value);
  const { figure } = props;
  const value = spellNumber(figure.value, language.value);
  if (figure.value === null) return <span>{value}</span>;
  const row = rowOf(figure);
  return (
    <button
      type="button"
      id={figureId(row)}
      class="open-number"
      aria-label={words.report.open(say(figure.label, language.value), value)}
      aria-expanded={row === props.openRow}
      onClick={() => props.onOpen(row)}
    >
      {value}
    </button>
  );
}
