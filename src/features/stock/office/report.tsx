import type { VNode } from 'preact';
import { stockForm } from '../../../catalogue/stock/month-form.ts';
import { readPeriod } from '../../../domain/calendar/period.ts';
import { cellOf, type StockColumn, type StockRow } from '../../../domain/stock/month-form.ts';
import { say, type Words } from '../../../domain/words.ts';
import type { ProtectionLine, StockReport } from '../../../register/stock/answers.ts';
import { Button } from '../../../ui/button.tsx';
import { saveFile } from '../../../ui/form/files/save-file.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language } from '../../../ui/language.ts';
import { Page } from '../../../ui/page/page.tsx';
import { ClosingLine } from '../../../ui/report/closing-line.tsx';
import { HeadField, headName, Signed } from '../../../ui/report/signed.tsx';
import { StoresGrid } from '../../../ui/report/stores/stores-grid.tsx';
import { spellCell } from '../../../ui/words/spell-cell.ts';
import { civilToday } from '../../../ui/words/today.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { opensCard } from '../part/card-part.ts';
import { cardPartPath, cardPath, reportPath } from '../part/paths.ts';
import { methodWord, shelfWord, spellTenth, stockWords, unitWord } from '../part/words.ts';
import { handsOf } from './hands.ts';
import { MonthSteps, monthAsked } from './month-steps.tsx';

const everywhere = 'all';

/** Báo cáo nhập – xuất – tồn of a month: of one store, or of station and collaborators together. */
export function Report({ screen, params, query }: ScreenProps): VNode | null {
  const store = params.store === everywhere ? '' : (params.store ?? '');
  const month = monthAsked(query);
  const about = `${store} ${month}`;
  const answer = useAnswer(() => screen.phone.stockReport(store, month), about, screen.revision.value);
  if (answer === undefined) return null;
  const copy = stockWords.value;
  const report = answer.value;
  const [year = '', number = ''] = month.split('-');
  const title = copy.reportOf(number, year);
  return (
    <div class="sheet">
      <Page title={`${copy.report} · ${title}`} note={store === '' ? copy.reportAll : report.name} onBack={screen.back}>
        <MonthSteps screen={screen} month={month} path={(to) => reportPath(params.store ?? everywhere, to)} />
        <p class="small soft not-printed">{copy.reportNote}</p>
        {report.rows.length === 0 ? (
          <p>{copy.reportEmpty}</p>
        ) : (
          <ReportRows report={report} store={store || everywhere} />
        )}
        <Signed hands={handsOf(screen.who.userName)} />
        <HeadField />
        <div class="not-printed row-of-buttons">
          <Button label={copy.print} icon="print" onPress={() => window.print()} />
          <SaveReport
            report={report}
            title={title}
            place={store === '' ? copy.reportAll : report.name}
            who={screen.who}
          />
        </div>
        {store === '' && report.rows.length > 0 && <Closing screen={screen} month={month} />}
        <Protection report={report} />
      </Page>
    </div>
  );
}

/** The commune's report is frozen and sent as one: its stores together. */
function Closing({ screen, month }: { readonly screen: Screen; readonly month: string }): VNode | null {
  const period = readPeriod(month);
  if (!period.ok || screen.who.role !== 'officer') return null;
  return (
    <ClosingLine
      form={stockForm.code}
      period={period.value}
      rounding="half_up"
      today={civilToday()}
      load={(form, text) => screen.phone.closings(form, text)}
      revision={screen.revision.value}
    />
  );
}

function ReportRows({ report, store }: { readonly report: StockReport; readonly store: string }): VNode {
  return (
    <StoresGrid
      heads={[wordOf(stockForm.heads[0]), wordOf(stockForm.heads[1])]}
      columns={stockForm.columns.map(({ label }) => wordOf(label))}
      lines={report.rows.map((row) => ({
        key: shelfWord(row),
        title: (
          <a class="shelf-title" href={cardPath(store, row.product, row.channel)}>
            {shelfWord(row)}
          </a>
        ),
        unit: unitWord(row.product),
        cells: stockForm.columns.map((column) => openCell(row, column, { store, month: report.month })),
      }))}
    />
  );
}

/** A number opens to the lines that it was added up from. */
function openCell(
  row: StockRow,
  column: StockColumn,
  { store, month }: { readonly store: string; readonly month: string },
): VNode | string {
  const said = sayCell(row, column);
  const cell = cellOf(row, column);
  if (cell === null || cell === 0 || cell === '' || !opensCard(column)) return said;
  const path = cardPartPath(cardPath(store, row.product, row.channel), month, column.key);
  return (
    <a class="shelf-title" href={path} aria-label={`${wordOf(column.label)} ${said}`}>
      {said}
    </a>
  );
}

const wordOf = (words: Words): string => say(words, language.value);

function sayCell(row: StockRow, column: StockColumn): string {
  const cell = cellOf(row, column);
  const said = typeof cell === 'string' ? { value: null, text: cell } : { value: cell };
  return spellCell(said, { decimals: column.decimals, rounding: 'half_up' });
}

interface SaveReportProps {
  readonly report: StockReport;
  readonly title: string;
  readonly place: string;
  readonly who: Screen['who'];
}

function SaveReport({ report, title, place, who }: SaveReportProps): VNode {
  const copy = stockWords.value;
  const save = useOnce(async () => {
    const { writeXlsx } = await import('../../../formats/sheet/write-xlsx.ts');
    const sheet = { name: report.month, ...reportSheet(report, { title, place, who }) };
    saveFile({ name: `nhap-xuat-ton-${report.month}.xlsx`, bytes: await writeXlsx([sheet]) });
  });
  return <Button label={copy.save} icon="install" isBusy={save.isBusy} onPress={save.run} />;
}

/** Laid out like the paper: what it is and of where, the table, both hands over their names. Numbers stay numbers. */
function reportSheet(report: StockReport, { title, place, who }: Omit<SaveReportProps, 'report'>) {
  const columns = stockForm.columns.map(({ label }) => wordOf(label));
  const heads = [...stockForm.heads.map(wordOf), ...columns];
  const rows = report.rows.map((row) => [
    shelfWord(row),
    unitWord(row.product),
    ...stockForm.columns.map((column) => fileCell(row, column)),
  ]);
  const apart = Array.from({ length: 8 }, () => '');
  const [keeper, head] = stockForm.hands.map(wordOf);
  const top = [[`${stockWords.value.report} · ${title}`], [`${who.communeName} · ${place}`], []];
  const hands = [[], [keeper ?? '', ...apart, head ?? ''], [], [], [who.userName, ...apart, headName()]];
  return {
    rows: [...top, heads, ...rows, ...hands],
    headRows: top.length + 1,
    widths: [36, 8, ...columns.map((column) => Math.max(9, column.length + 1))],
  };
}

/** A number to be reckoned with, shortened as it is shown. */
function fileCell(row: StockRow, column: StockColumn): number | string {
  const cell = cellOf(row, column);
  if (cell === null || typeof cell === 'string') return sayCell(row, column);
  return Math.round(cell * 10 ** column.decimals) / 10 ** column.decimals;
}

/** A figure of analysis beside the form, never on it: each method, and where. */
function Protection({ report }: { readonly report: StockReport }): VNode | null {
  const copy = stockWords.value;
  const { protection } = report;
  if (protection.length === 0) return null;
  const sum = (lines: typeof protection): string => spellTenth(lines.reduce((years, line) => years + line.years, 0));
  const methods = [...new Set(protection.map(({ method }) => method))].map(
    (method) => [method, protection.filter((line) => line.method === method)] as const,
  );
  const whereOf = ({ placeName, isAct, years }: ProtectionLine): string =>
    `${isAct ? copy.cypAct(placeName) : placeName} ${spellTenth(years)}`;
  return (
    <section class="section not-printed">
      <h2>
        {copy.cyp}: {sum(protection)}
      </h2>
      <ul class="ledger">
        {methods.map(([method, lines]) => (
          <li key={method} class="shelf">
            <span>
              {methodWord(method)}: <strong>{sum(lines)}</strong>
            </span>
            <p class="small soft">{lines.map(whereOf).join(' · ')}</p>
          </li>
        ))}
      </ul>
      <p class="small soft">{copy.cypNote}</p>
    </section>
  );
}
