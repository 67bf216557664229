import type { VNode } from 'preact';
import type { ReportFigure } from '../../domain/figure/report.ts';
import { say } from '../../domain/words.ts';
import { StateMark } from '../../ui/bar/state-word.tsx';
import { language } from '../../ui/language.ts';
import { sinceJanuary } from '../../ui/words/period-steps.ts';
import { reportWords } from '../../ui/words/report-words.ts';
import { spellFigure } from '../../ui/words/spell-number.ts';
import type { Filled } from './figure-table.tsx';
import { figurePath } from './figures/reported.ts';
import { reportPath } from './reported-period.ts';

interface FigureProps extends Filled {
  readonly figure: ReportFigure;
}

interface FigureRowProps extends FigureProps {
  readonly hasCumulative: boolean;
  readonly saysUnit: boolean;
}

/** Words, unit, what is to be known of the number, and the number; both parts of a ratio before its per cent. */
export function FigureRow(props: FigureRowProps): VNode {
  const { figure, hasCumulative, saysUnit } = props;
  const { isSmall, parts, remark, waiting } = figure;
  const copy = reportWords.value;
  return (
    <tr>
      <th scope="row" id={rowId(figure)} class={`indent-${Math.min(figure.indent, 2)}`}>
        {props.isFrozen && figure.row !== figure.key && <span class="printed-only">{`${figure.row}. `}</span>}
        {say(figure.short ?? figure.label, language.value)}
        {saysUnit && <span class="soft small"> ({say(figure.unit, language.value)})</span>}
        {!figure.isLegal && <span class="soft small"> · {copy.ours}</span>}
        {parts && (
          <div class="soft small">
            {spellPart(parts.numerator, props)} / {spellPart(parts.denominator, props)}
          </div>
        )}
        {isSmall?.value && <div class="soft small">{copy.small}</div>}
        {remark && <div class="soft small">{say(remark, language.value)}</div>}
        {waiting > 0 && (
          <div>
            <StateMark word={{ tone: 'waiting', icon: 'clock', text: copy.waiting(waiting) }} />
          </div>
        )}
      </th>
      <td class={isSmall?.value ? 'number number-small' : 'number'}>
        <FigureLink {...props} />
      </td>
      {hasCumulative && (
        <td class={isSmall?.cumulative ? 'number number-small' : 'number'}>
          <SinceNewYear {...props} />
        </td>
      )}
    </tr>
  );
}

/** Half a person is in an average only. */
function spellPart(value: number | null, { rounding }: Pick<Filled, 'rounding'>): string {
  const decimals = value !== null && !Number.isInteger(value) ? 1 : 0;
  return spellFigure(value, { decimals, rounding }, language.value);
}

/** A number that opens what is behind it. */
export function FigureLink({ figure, period, rounding, isFrozen }: FigureProps): VNode {
  const value = spellFigure(figure.value, { decimals: figure.decimals, rounding }, language.value);
  if (isFrozen) return <span>{value}</span>;
  return (
    <a
      class="button button-quiet"
      href={reportPath(period.text, figure.row)}
      aria-label={reportWords.value.openCases(say(figure.label, language.value), value)}
    >
      {value}
    </a>
  );
}

/** Words of a row, which say what its second number is of. */
function rowId({ key }: ReportFigure): string {
  return `of-${key}`;
}

/** With months of paper no list is behind the whole: what the book counts opens its list, what was typed its source. */
function SinceNewYear(props: FigureProps): VNode {
  const { figure, rounding, isFrozen } = props;
  const { withPaper, decimals } = figure;
  if (withPaper === undefined) return <CumulativeLink {...props} />;
  const copy = reportWords.value.withPaper;
  return (
    <>
      <span>{spellFigure(withPaper.cumulative, { decimals, rounding }, language.value)}</span>
      <div class="soft small not-printed">
        {copy.book} <CumulativeLink {...props} />
      </div>
      <div class="soft small">
        {isFrozen ? (
          copy.typed
        ) : (
          <a class="line-link" href={figurePath('paper', withPaper.source)}>
            {copy.typed}
          </a>
        )}
      </div>
    </>
  );
}

/** What is since January opens as the span that it is of: by its indicator, for another form may stand behind a span. */
function CumulativeLink({ figure, period, rounding, isFrozen }: FigureProps): VNode {
  const { cumulative, decimals, key } = figure;
  const value = spellFigure(cumulative, { decimals, rounding }, language.value);
  if (isFrozen || cumulative === null) return <span>{value}</span>;
  const copy = reportWords.value;
  return (
    <a
      class="button button-quiet"
      href={reportPath(sinceJanuary(period), key)}
      aria-label={copy.openCases(copy.cumulative, value)}
      aria-describedby={rowId(figure)}
    >
      {value}
    </a>
  );
}
