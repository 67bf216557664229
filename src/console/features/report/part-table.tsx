import type { VNode } from 'preact';
import { type Period, readPeriod } from '../../../domain/calendar/period.ts';
import type { ReportFigure, ReportTable } from '../../../domain/figure/report.ts';
import { say } from '../../../domain/words.ts';
import { consoleWords } from '../../../i18n/console-words.ts';
import { language } from '../../../ui/language.ts';
import { NumberGrid } from '../../../ui/report/number-grid.tsx';
import type { ReportPart } from '../../../ui/words/report-blocks.ts';
import { spellFigure } from '../../../ui/words/spell-number.ts';
import { type Opening, OpenNumber, rowOf, SinceNewYear, wordsId } from './open-number.tsx';

interface PartTableProps extends Opening {
  readonly table: ReportTable;
  readonly part: ReportPart;
}

/** A part of the form: its rows, and what stands in it in two directions. */
export function PartTable(props: PartTableProps): VNode {
  const { part, table, openRow, onOpen } = props;
  return (
    <section class="report-part">
      {part.title && <h2>{say(part.title, language.value)}</h2>}
      {part.blocks.map((block) =>
        block.is === 'grid' ? (
          <NumberGrid
            key={block.lines[0]?.cells[0]?.key}
            block={block}
            words={consoleWords(language.value).report}
            look="table report-table grid-table"
            cell={(figure) => (
              <OpenNumber {...{ openRow, figure }} {...(onOpen && { onOpen })} rounding={table.rounding} />
            )}
          />
        ) : (
          <table key={block.figures[0]?.key} class="table report-table">
            <caption class="seen-by-ear">{say(part.title ?? table.title, language.value)}</caption>
            <Head period={table.period} />
            <tbody>
              {block.figures.map((figure) => (
                <Row key={rowOf(figure)} {...props} figure={figure} />
              ))}
            </tbody>
          </table>
        ),
      )}
    </section>
  );
}

function Head({ period }: Pick<ReportTable, 'period'>): VNode {
  const words = consoleWords(language.value).report;
  const read = readPeriod(period);
  const is: Period['is'] = read.ok ? read.value.is : 'span';
  return (
    <thead>
      <tr>
        <th scope="col" class="wide-only">
          {words.number}
        </th>
        <th scope="col">{words.indicator}</th>
        <th scope="col" class="wide-only">
          {words.unit}
        </th>
        <th scope="col" class="number">
          {words.within[is]}
        </th>
        <th scope="col" class="number">
          {words.cumulative}
        </th>
      </tr>
    </thead>
  );
}

/** Ours has no number on the form. */
function Row(props: PartTableProps & { readonly figure: ReportFigure }): VNode {
  const { figure, table, openRow } = props;
  const words = consoleWords(language.value).report;
  const unit = say(figure.unit, language.value);
  const { isSmall } = figure;
  return (
    <tr class={rowOf(figure) === openRow ? 'row-open' : undefined}>
      <td class="wide-only">{figure.isLegal ? figure.row : ''}</td>
      <th
        scope="row"
        id={wordsId(figure)}
        class={figure.indent > 0 ? `indent-${Math.min(figure.indent, 2)}` : undefined}
      >
        {say(figure.short ?? figure.label, language.value)}
        {!figure.isLegal && <span class="soft"> ({words.ours})</span>}
        <span class="soft narrow-only"> ({unit})</span>
        <Notes figure={figure} table={table} />
      </th>
      <td class="wide-only">{unit}</td>
      <td class={isSmall?.value ? 'number number-small' : 'number'}>
        <OpenNumber {...props} rounding={table.rounding} />
      </td>
      <td class={isSmall?.cumulative ? 'number number-small' : 'number'}>
        <SinceNewYear {...props} rounding={table.rounding} />
      </td>
    </tr>
  );
}

/** Both parts of a ratio, how far it can be trusted, and why it is as it is. */
function Notes({ figure, table }: { readonly figure: ReportFigure; readonly table: ReportTable }): VNode | null {
  const { parts, isSmall, remark } = figure;
  const spell = (value: number | null) => {
    const decimals = value !== null && !Number.isInteger(value) ? 1 : 0;
    return spellFigure(value, { decimals, rounding: table.rounding }, language.value);
  };
  const notes = [
    ...(parts === undefined ? [] : [`${spell(parts.numerator)} / ${spell(parts.denominator)}`]),
    ...(isSmall?.value ? [consoleWords(language.value).report.small] : []),
    ...(remark === undefined ? [] : [say(remark, language.value)]),
  ];
  return notes.length === 0 ? null : <span class="soft small"> · {notes.join(' · ')}</span>;
}
