import type { VNode } from 'preact';
import type { ReportFigure } from '../../../domain/figure/report.ts';
import { say } from '../../../domain/words.ts';
import { consoleWords } from '../../../i18n/console-words.ts';
import { language } from '../../../ui/language.ts';
import { ClosingState } from '../../../ui/report/closing-state.tsx';
import { reportParts } from '../../../ui/words/report-blocks.ts';
import { spellFigure } from '../../../ui/words/spell-number.ts';
import type { UpperAnswer, UpperColumn } from '../../api.ts';

interface UpperTableProps {
  readonly upper: UpperAnswer;
  readonly nameOf: (column: UpperColumn) => string;
  readonly showsOwn: boolean;
  readonly onOpen: (book: string, closing: string, row: string) => void;
}

/** Rows of the form, the communes together, then each as it handed in; in the communes' own order, nobody ranked. */
export function UpperTable(props: UpperTableProps): VNode {
  const { upper, nameOf, showsOwn } = props;
  const words = consoleWords(language.value);
  const { together, columns } = upper;
  const figures = [...together.above, ...together.rows];
  return (
    <section class="upper" aria-label={say(together.title, language.value)}>
      <table class="table upper-table">
        <thead>
          <tr>
            <th scope="col">{words.report.number}</th>
            <th scope="col">{words.report.indicator}</th>
            <th scope="col">{words.report.unit}</th>
            <th scope="col" class="number">
              {words.upper.together}
            </th>
            {columns.map((column) => (
              <th key={keyOf(column)} scope="col" class="number">
                {nameOf(column)} <ClosingState closing={column.closing} />
              </th>
            ))}
          </tr>
        </thead>
        {reportParts(figures, showsOwn).map(({ title, blocks }) => (
          <tbody key={title?.vi ?? ''}>
            {title && (
              <tr>
                <th scope="rowgroup" colSpan={columns.length + 4}>
                  {say(title, language.value)}
                </th>
              </tr>
            )}
            {blocks
              .flatMap((block) => (block.is === 'rows' ? block.figures : block.lines.flatMap(({ cells }) => cells)))
              .map((figure) => (
                <Row key={figure.key} {...props} figure={figure} at={figures.indexOf(figure)} />
              ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

interface RowProps extends UpperTableProps {
  readonly figure: ReportFigure;
  /** Which of the form's figures it is. */
  readonly at: number;
}

function Row({ upper, nameOf, onOpen, figure, at }: RowProps): VNode {
  const words = consoleWords(language.value);
  const label = labelOf(figure);
  const spell = (value: number | null): string =>
    spellFigure(value, { decimals: figure.decimals, rounding: upper.together.rounding }, language.value);
  return (
    <tr>
      <td>{figure.isLegal && figure.row !== figure.key ? figure.row : ''}</td>
      <th scope="row" class={figure.indent > 0 ? 'indent-1' : undefined}>
        {label}
        {!figure.isLegal && <span class="soft"> ({words.report.ours})</span>}
      </th>
      <td>{say(figure.unit, language.value)}</td>
      <td class={figure.isSmall?.value ? 'number number-small' : 'number'}>{spell(figure.value)}</td>
      {upper.columns.map((column) => {
        const { book, closing, values } = column;
        const value = values[at] ?? null;
        return (
          <td key={keyOf(column)} class="number">
            {closing === undefined || value === null ? (
              '—'
            ) : (
              <button
                type="button"
                class="open-number"
                aria-label={words.upper.open(label, nameOf(column), spell(value))}
                onClick={() => onOpen(book, closing.id, figure.row)}
              >
                {spell(value)}
              </button>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** Communes that became one are columns of one book. */
function keyOf({ book, name = '' }: UpperColumn): string {
  return `${book} ${name}`;
}

function labelOf({ cell, short, label }: ReportFigure): string {
  if (cell === undefined) return say(short ?? label, language.value);
  return `${say(cell.line, language.value)}, ${say(cell.column, language.value).toLowerCase()}`;
}
