import type { VNode } from 'preact';
import { dateAfter } from '../../../domain/calendar/civil-date.ts';
import type { ReportRow, StockReport } from '../../../register/stock/answers.ts';
import { Button } from '../../../ui/button.tsx';
import { saveFile } from '../../../ui/form/files/save-file.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { Page } from '../../../ui/page.tsx';
import { civilToday } from '../../../ui/words/today.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { cardPath, reportPath } from '../part/paths.ts';
import { expiryWord, shelfWord, spell, spellTenth, stockWords, unitWord } from '../part/words.ts';
import { HeadField, headName, Signed } from './signed.tsx';

const everywhere = 'all';

/** Báo cáo nhập – xuất – tồn of a month: of one store, or of station and collaborators together. */
export function Report({ screen, params, query }: ScreenProps): VNode | null {
  const store = params.store === everywhere ? '' : (params.store ?? '');
  const thisMonth = civilToday().slice(0, 7);
  const month = /^\d{4}-\d{2}$/.test(query.month ?? '') ? String(query.month) : thisMonth;
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
        <Steps screen={screen} store={params.store ?? everywhere} month={month} last={thisMonth} />
        <p class="small soft not-printed">{copy.reportNote}</p>
        {report.rows.length === 0 ? (
          <p>{copy.reportEmpty}</p>
        ) : (
          <ReportRows report={report} store={store || everywhere} />
        )}
        <Signed keeper={screen.who.userName} />
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
        <Protection report={report} />
      </Page>
    </div>
  );
}

function Steps(props: {
  readonly screen: Screen;
  readonly store: string;
  readonly month: string;
  readonly last: string;
}): VNode {
  const { screen, store, month, last } = props;
  const copy = stockWords.value;
  const step = (by: number): string => dateAfter(`${month}-01`, by, 0).slice(0, 7);
  const label = (to: string): string => copy.reportOf(to.slice(5), to.slice(0, 4));
  const [before, after] = [step(-1), step(1)];
  return (
    <div class="row-of-buttons not-printed">
      <Button label={label(before)} icon="left" onPress={() => screen.go(reportPath(store, before))} />
      {after <= last && (
        <Button label={label(after)} icon="right" onPress={() => screen.go(reportPath(store, after))} />
      )}
    </div>
  );
}

/** Column by column, as paper and file have it. */
function columnsOf(row: ReportRow): readonly (readonly [string, number | string | null])[] {
  const { reportColumns: heads } = stockWords.value;
  const tenth = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);
  return [
    [heads.opening, row.opening],
    [heads.received, row.received],
    [heads.returned, row.returned_in - row.returned_out],
    [heads.dispensed, row.dispensed],
    [heads.sold, row.sold],
    [heads.issued, row.issued],
    [heads.lost, row.lost],
    [heads.adjusted, row.adjusted],
    [heads.closing, row.closing],
    [heads.counted, row.counted],
    [heads.difference, row.difference],
    [heads.soonest, row.soonest === '' ? '—' : expiryWord(row.soonest)],
    [heads.use, tenth(row.use)],
    [heads.months, tenth(row.months)],
    [heads.order, row.order],
  ];
}

function cellsOf(row: ReportRow): readonly (readonly [string, string])[] {
  return columnsOf(row).map(([head, value]) => [head, typeof value === 'string' ? value : spell(value)]);
}

function ReportRows({ report, store }: { readonly report: StockReport; readonly store: string }): VNode {
  const copy = stockWords.value;
  const heads = Object.values(copy.reportColumns);
  return (
    <>
      <table class="sheet-table only-wide report-table">
        <thead>
          <tr>
            <th scope="col">{copy.product}</th>
            <th scope="col">{copy.unit}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <tr key={shelfWord(row)}>
              <th scope="row">
                <a href={cardPath(store, row.product, row.channel)}>{shelfWord(row)}</a>
              </th>
              <td>{unitWord(row.product)}</td>
              {cellsOf(row).map(([head, cell]) => (
                <td key={head} class="number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div class="only-narrow shelf-tables">
        {report.rows.map((row) => (
          <table key={shelfWord(row)} class="sheet-table">
            <caption>
              <a class="shelf-title" href={cardPath(store, row.product, row.channel)}>
                {shelfWord(row)}
              </a>
            </caption>
            <tbody>
              {cellsOf(row).map(([head, cell]) => (
                <tr key={head}>
                  <th scope="row">{head}</th>
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
  const copy = stockWords.value;
  const heads = [copy.product, copy.unit, ...Object.values(copy.reportColumns)];
  const rows = report.rows.map((row) => [
    shelfWord(row),
    unitWord(row.product),
    ...columnsOf(row).map(([, cell]) => cell ?? '—'),
  ]);
  const apart = Array.from({ length: 8 }, () => '');
  const top = [[`${copy.report} · ${title}`], [`${who.communeName} · ${place}`], []];
  const hands = [[], [copy.signKeeper, ...apart, copy.signHead], [], [], [who.userName, ...apart, headName()]];
  return {
    rows: [...top, heads, ...rows, ...hands],
    headRows: top.length + 1,
    widths: [36, 8, ...Object.values(copy.reportColumns).map((head) => Math.max(9, head.length + 1))],
  };
}

/** A figure of analysis beside the form, never on it. */
function Protection({ report }: { readonly report: StockReport }): VNode | null {
  const copy = stockWords.value;
  const rows = report.rows.filter(({ cyp }) => (cyp ?? 0) > 0);
  if (rows.length === 0) return null;
  return (
    <section class="section not-printed">
      <h2>{copy.cyp}</h2>
      <ul class="ledger">
        {rows.map((row) => (
          <li key={shelfWord(row)} class="shelf">
            <span>
              {shelfWord(row)}: <strong>{spellTenth(row.cyp)}</strong>
            </span>
          </li>
        ))}
      </ul>
      <p class="small soft">{copy.cypNote}</p>
    </section>
  );
}
