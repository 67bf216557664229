import type { VNode } from 'preact';
import { targetLines } from '../../../catalogue/meeting/targets.ts';
import { textLastYear } from '../../../domain/calendar/written-period.ts';
import { cumulativeWithPaper, type ReportFigure } from '../../../domain/figure/report.ts';
import { say } from '../../../domain/words.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language } from '../../../ui/language.ts';
import type { PhoneApi } from '../../../workers/api/phone-api.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { type ReportedPeriod, reportPath } from '../reported-period.ts';
import { FigurePage } from './figure-page.tsx';
import { figurePath, reportedOf, targetsPath } from './reported.ts';
import { figuresWords, periodWord, spell, spellChange } from './words.ts';

type Target = Awaited<ReturnType<PhoneApi['targets']>>[number];
type Typed = Awaited<ReturnType<PhoneApi['typedBeside']>>[number];

/** Each number of the form beside the same days of last year, since January, and what the commune was given to reach. */
export function Compare({ screen, params }: ScreenProps): VNode | null {
  const reported = reportedOf(params.period);
  const answer = useAnswer(() => readBoth(screen, reported), reported.period.text, screen.revision.value);
  if (answer === undefined) return null;
  const copy = figuresWords.value;
  const { now, before, targets, typed } = answer.value;
  const year = reported.period.last.slice(0, 4);
  return (
    <FigurePage
      screen={screen}
      view="compare"
      reported={reported}
      title={copy.compareOf(periodWord(reported.period.text))}
    >
      <p class="row-of-buttons not-printed">
        <a class="button" href={targetsPath(year)}>
          <span>{copy.targetsOf(year)}</span>
        </a>
        {reported.period.is !== 'span' && (
          <a class="button" href={figurePath('paper', textLastYear(reported.period))}>
            <span>{copy.paperLastYear}</span>
          </a>
        )}
      </p>
      {targets.every(({ value }) => value === null) && <p class="soft">{copy.noTargets}</p>}
      <div class="report-part">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{copy.indicator}</th>
              <th scope="col" class="number">
                {copy.now}
              </th>
              <th scope="col" class="number">
                {copy.lastYear}
              </th>
            </tr>
          </thead>
          <tbody>
            {now.map((figure, index) => (
              <ComparedRow
                key={figure.key}
                figure={figure}
                before={before[index]}
                typed={typed.find(({ key }) => key === figure.key)}
                target={targets.find(({ indicator }) => indicator === figure.key)}
                period={reported.period.text}
              />
            ))}
          </tbody>
        </table>
      </div>
    </FigurePage>
  );
}

/** The law's rows, and ours where a target is given for them; both years have the same rows. */
async function readBoth({ phone, who }: Screen, { form, period }: ReportedPeriod) {
  const [now, before, targets, typed] = await Promise.all([
    phone.report(form.code, period.text, who.commune),
    phone.report(form.code, textLastYear(period), who.commune),
    phone.targets(Number(period.last.slice(0, 4))),
    phone.typedBeside(form.code, period.text),
  ]);
  const aimed = new Set(targets.filter(({ value }) => value !== null).map(({ indicator }) => indicator));
  const isShown = ({ isLegal, key, cell }: ReportFigure) => cell === undefined && (isLegal || aimed.has(key));
  const rowsOf = (table: typeof now) => [...table.above, ...table.rows].filter(isShown);
  return { now: rowsOf(now), before: rowsOf(before), targets, typed };
}

interface ComparedRowProps {
  readonly figure: ReportFigure;
  readonly before: ReportFigure | undefined;
  readonly target: Target | undefined;
  /** Numbers from before the book, which stand where it counts nothing. */
  readonly typed: Typed | undefined;
  readonly period: string;
}

function ComparedRow({ figure, before, target, typed, period }: ComparedRowProps): VNode {
  const copy = figuresWords.value;
  const { decimals } = figure;
  const value = spell(figure.value, decimals);
  const beforeValue = typed?.lastYear ?? before?.value ?? null;
  const cumulative = cumulativeWithPaper(figure);
  const beforeCumulative = before === undefined ? null : cumulativeWithPaper(before);
  const change = changeOf(figure.value, beforeValue, decimals);
  const isState = figure.value === cumulative && beforeValue === beforeCumulative;
  return (
    <tr>
      <th scope="row" class={`indent-${Math.min(figure.indent, 2)}`}>
        {say(figure.short ?? figure.label, language.value)}
        {change !== '' && <div class="soft small">{copy.than(change)}</div>}
        {!isState && (
          <div class="soft small">
            {copy.cumulative(
              spell(cumulative, decimals),
              spell(beforeCumulative, decimals),
              changeOf(cumulative, beforeCumulative, decimals),
            )}
            {figure.withPaper && ` · ${copy.typedCumulative}`}
            {before?.withPaper && ` · ${copy.typedBefore}`}
          </div>
        )}
        {target?.value != null && <div class="small">{targetWord({ ...figure, cumulative }, target.value)}</div>}
      </th>
      <td class="number">
        <a
          class="button button-quiet"
          href={reportPath(period, figure.row)}
          aria-label={copy.open(say(figure.label, language.value), value)}
        >
          {value}
        </a>
      </td>
      <td class="number">
        {spell(beforeValue, decimals)}
        {typed && (
          <a class="line-link small" href={figurePath('paper', typed.source)}>
            {copy.typed}
          </a>
        )}
      </td>
    </tr>
  );
}

/** The count before the per cent; of a share the difference alone. */
function changeOf(now: number | null, before: number | null, decimals: number): string {
  if (now === null || before === null) return '';
  const count = spellChange(now - before, decimals);
  const percent = decimals > 0 || before === 0 ? '' : spellChange(((now - before) / before) * 100, 1);
  return figuresWords.value.change(count, percent);
}

/** "12 / 20 · còn 8 · đạt 60 %"; of what is only to be come near to, the two numbers alone. */
function targetWord({ key, cumulative, decimals }: ReportFigure, aim: number): string {
  const copy = figuresWords.value;
  const isRise = targetLines.find(({ indicator }) => indicator === key)?.aim === 'rise';
  const places = Math.max(decimals, Number.isInteger(aim) ? 0 : 1);
  const [done, wanted] = [spell(cumulative, places), spell(aim, places)];
  if (!isRise || cumulative === null) return copy.target(done, wanted, '');
  if (cumulative >= aim) return copy.target(done, wanted, copy.targetReached);
  const percent = decimals === 0 && aim > 0 ? copy.targetPercent(spell((cumulative / aim) * 100, 0)) : '';
  return copy.target(done, wanted, `${copy.targetLeft(spell(aim - cumulative, places))}${percent}`);
}
