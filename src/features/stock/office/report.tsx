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
import { expiryWord, shelfWord, spell, spellTenth, stockWords } from '../part/words.ts';

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
        <div class="sheet-signed">
          <p>{copy.signKeeper}</p>
          <p>{copy.signHead}</p>
        </div>
        <div class="not-printed row-of-buttons">
          <Button label={copy.print} icon="print" onPress={() => window.print()} />
          <SaveReport report={report} title={title} />
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
function cellsOf(row: ReportRow): readonly (readonly [string, string])[] {
  const { reportColumns: heads } = stockWords.value;
  return [
    [heads.opening, spell(row.opening)],
    [heads.received, spell(row.received)],
    [heads.returned, spell(row.returned_in - row.returned_out)],
    [heads.dispensed, spell(row.dispensed)],
    [heads.sold, spell(row.sold)],
    [heads.issued, spell(row.issued)],
    [heads.lost, spell(row.lost)],
    [heads.adjusted, spell(row.adjusted)],
    [heads.closing, spell(row.closing)],
    [heads.counted, spell(row.counted)],
    [heads.difference, spell(row.difference)],
    [heads.soonest, row.soonest === '' ? '—' : expiryWord(row.soonest)],
    [heads.use, spellTenth(row.use)],
    [heads.months, spellTenth(row.months)],
    [heads.order, spell(row.order)],
  ];
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

function SaveReport({ report, title }: { readonly report: StockReport; readonly title: string }): VNode {
  const copy = stockWords.value;
  const save = useOnce(async () => {
    const { writeXlsx } = await import('../../../formats/sheet/write-xlsx.ts');
    const heads = [copy.product, ...Object.values(copy.reportColumns)];
    const rows = report.rows.map((row) => [shelfWord(row), ...cellsOf(row).map(([, cell]) => cell)]);
    const signed = [[], [copy.signKeeper, '', '', '', '', '', copy.signHead]];
    const name = report.month;
    const bytes = await writeXlsx([
      { name, rows: [heads, [`${copy.report} · ${title} · ${report.name}`], ...rows, ...signed] },
    ]);
    saveFile({ name: `nhap-xuat-ton-${report.month}.xlsx`, bytes });
  });
  return <Button label={copy.save} icon="install" isBusy={save.isBusy} onPress={save.run} />;
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
