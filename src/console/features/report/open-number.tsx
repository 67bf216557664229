import type { VNode } from 'preact';
import type { ReportFigure } from '../../../domain/figure/report.ts';
import type { Rounding } from '../../../domain/figure/rounding.ts';
import { say } from '../../../domain/words.ts';
import { consoleWords } from '../../../i18n/console-words.ts';
import { language } from '../../../ui/language.ts';
import { spellCell } from '../../../ui/words/spell-cell.ts';
import { spellFigure } from '../../../ui/words/spell-number.ts';

/** Which row is open beside the table, and how one opens. */
export interface Opening {
  readonly openRow: string | null;
  /** Left out where numbers open nothing: those of a report as it was frozen. */
  readonly onOpen?: (row: string) => void;
  /** What is since January opens as the span that it is of, by its indicator. */
  readonly onOpenSince?: (key: string) => void;
}

/** What the address and the hub call a figure: its row on the form; above the form there are no rows, only indicators. */
export function rowOf(figure: ReportFigure): string {
  return figure.row === '' ? figure.key : figure.row;
}

/** Id of the button that opens a figure, so that the focus comes back to it. */
export function figureId(row: string): string {
  return `figure-${row}`;
}

interface OpenNumberProps extends Opening {
  readonly figure: ReportFigure;
  readonly rounding: Rounding;
}

/** Every number opens; where there is none ("—"), there is nothing to open. */
export function OpenNumber({ figure, rounding, openRow, onOpen }: OpenNumberProps): VNode {
  const words = consoleWords(language.value).report;
  const value = spellCell(figure, { decimals: figure.decimals, rounding });
  if ((figure.value === null && !figure.text) || onOpen === undefined) return <span>{value}</span>;
  const row = rowOf(figure);
  return (
    <button
      type="button"
      id={figureId(row)}
      class="open-number"
      aria-label={words.open(say(figure.label, language.value), value)}
      aria-expanded={row === openRow}
      onClick={() => onOpen(row)}
    >
      {value}
    </button>
  );
}

/** Id of a row's words, which say what its second number is of. */
export function wordsId({ key }: ReportFigure): string {
  return `of-${key}`;
}

/** The number since January; with months of paper no list is behind the whole. */
export function SinceNewYear(props: OpenNumberProps): VNode {
  const { withPaper, decimals } = props.figure;
  if (withPaper === undefined) return <OpenSince {...props} />;
  const words = consoleWords(language.value).report.withPaper;
  return (
    <>
      <span>{spellFigure(withPaper.cumulative, { decimals, rounding: props.rounding }, language.value)}</span>
      <div class="soft small">
        {words.book} <OpenSince {...props} />
      </div>
      <div class="soft small">{words.typed}</div>
    </>
  );
}

/** The same cases, of more days. */
function OpenSince({ figure, rounding, onOpenSince }: OpenNumberProps): VNode {
  const words = consoleWords(language.value).report;
  const { cumulative, decimals, key } = figure;
  const value = spellFigure(cumulative, { decimals, rounding }, language.value);
  if (cumulative === null || onOpenSince === undefined) return <span>{value}</span>;
  return (
    <button
      type="button"
      class="open-number"
      aria-label={words.open(words.cumulative, value)}
      aria-describedby={wordsId(figure)}
      onClick={() => onOpenSince(key)}
    >
      {value}
    </button>
  );
}
