import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { reports } from '../../catalogue/reports/index.ts';
import { upperForms } from '../../catalogue/reports/upper-forms.ts';
import { stockForm } from '../../catalogue/stock/month-form.ts';
import { civilDay, clockTime } from '../../domain/calendar/civil-date.ts';
import { type Period, readPeriod } from '../../domain/calendar/period.ts';
import { type ReportForm as Form, formFor, type ReportFigure, type ReportTable } from '../../domain/figure/report.ts';
import { bad, good } from '../../domain/outcome.ts';
import { say } from '../../domain/words.ts';
import { consoleWords } from '../../i18n/console-words.ts';
import { groundCharacters } from '../../sync/console-api.ts';
import { Button } from '../../ui/button.tsx';
import { language } from '../../ui/language.ts';
import { namePeriod, periodOn, sinceJanuary } from '../../ui/words/period-steps.ts';
import { address, goTo } from '../address.ts';
import type { ConsoleApi, ConsoleCommune } from '../api.ts';
import { KeptAside } from '../features/aside/kept-aside.tsx';
import { CaseList } from '../features/cases/case-list.tsx';
import { MadeOf } from '../features/report/made-of.tsx';
import { figureId, rowOf } from '../features/report/open-number.tsx';
import { ReportChoice } from '../features/report/report-choice.tsx';
import { ReportForm } from '../features/report/report-table.tsx';
import { TakeFile } from '../features/road/take-file.tsx';
import { Loaded } from '../loaded.tsx';
import { type Answer, useReply } from '../use-reply.ts';
import { ClosingDesk, ViewChoice } from './closing-desk.tsx';
import { Jobs, StockDesk } from './stock-desk.tsx';
import { UpperDesk } from './upper-desk.tsx';

interface DeskProps {
  readonly api: ConsoleApi;
  readonly communes: readonly ConsoleCommune[];
  readonly onEnded: () => void;
}

/** The desk of a signed-in person: which commune, which period, its report, and the cases behind one number. */
export function Desk(props: DeskProps): VNode {
  const words = consoleWords(language.value);
  const [first] = props.communes;
  if (first === undefined) {
    return (
      <div class="page-head">
        <h1>{words.report.noCommunes}</h1>
        <p>{words.report.noCommunesHow}</p>
      </div>
    );
  }
  const chosen = props.communes.find((commune) => commune.book === address.value.book) ?? first;
  return address.value.job === 'stock' ? (
    <StockDesk {...props} commune={chosen} />
  ) : (
    <ReportDesk {...props} commune={chosen} />
  );
}

interface Reported {
  readonly period: Period;
  readonly form: Form;
}

/** The form of the period in the address; this month's where that names none (Circular 01/2022/TT-BYT). */
function readReported(text: string | null, today: string): Reported | undefined {
  const period = readPeriod(text ?? '');
  const form = period.ok ? formFor(reports, period.value) : undefined;
  if (period.ok && form !== undefined) return { period: period.value, form };
  const month = periodOn('month', today);
  return text === month ? undefined : readReported(month, today);
}

function ReportDesk(props: DeskProps & { readonly commune: ConsoleCommune }): VNode | null {
  const today = civilDay(Date.now());
  const reported = readReported(address.value.period, today);
  return reported === undefined ? null : <PeriodDesk {...props} {...reported} today={today} />;
}

interface PeriodDeskProps extends DeskProps, Reported {
  readonly commune: ConsoleCommune;
  readonly today: string;
}

function PeriodDesk(props: PeriodDeskProps): VNode {
  const words = consoleWords(language.value);
  const { api, commune, period, today } = props;
  const { view, closing } = address.value;
  const aside = useReply(commune.book, () => api.aside(commune.book), props.onEnded);
  const isUpper = view === 'upper' && closing === null;
  const form = (isUpper ? formFor(upperForms, period) : undefined) ?? props.form;
  const code = closing !== null && address.value.form === stockForm.code ? stockForm.code : form.code;
  const title = words.report.heading(code, namePeriod(period, words.report.period));
  useEffect(() => {
    document.title = `${title} – ${words.app.name}`;
  }, [title, words]);
  return (
    <>
      <div class="page-head">
        <h1 tabIndex={-1}>{title}</h1>
        <p class="soft">{isUpper ? words.upper.title : commune.name}</p>
      </div>
      <Jobs />
      <ReportChoice
        communes={isUpper ? [] : props.communes}
        book={commune.book}
        period={period}
        today={today}
        onBook={(book) => goTo({ book, row: null, closing: null })}
        onPeriod={(next) => goTo({ book: commune.book, period: next, row: null, closing: null })}
      />
      <ViewChoice />
      <ViewedDesk {...props} />
      {aside.is !== 'loading' && <KeptAside devices={aside.is === 'ready' ? aside.value.devices : undefined} />}
      <TakeFile api={api} onEnded={props.onEnded} />
    </>
  );
}

function ViewedDesk(props: PeriodDeskProps): VNode {
  const { view, closing } = address.value;
  if (view === null) return <FiguresDesk {...props} />;
  return view === 'upper' && closing === null ? <UpperDesk {...props} /> : <ClosingDesk {...props} />;
}

function FiguresDesk(props: PeriodDeskProps): VNode {
  const words = consoleWords(language.value);
  const { api, commune, form, period } = props;
  const asked = `${commune.book} ${period.text}`;
  const answer = useReply(asked, () => api.report(commune.book, form.code, period.text), props.onEnded);
  return (
    <Loaded answer={answer} loading={words.report.loading}>
      {(ready) => <ReportBeside {...props} ready={ready} />}
    </Loaded>
  );
}

interface ReportBesideProps extends PeriodDeskProps {
  readonly ready: Extract<Answer<ReportTable>, { readonly is: 'ready' }>;
}

/** The table and, beside it on a PC or below it on a phone, the cases of the open number. */
function ReportBeside(props: ReportBesideProps): VNode {
  const words = consoleWords(language.value);
  const { ready, commune, period } = props;
  const table = ready.value;
  const { row } = address.value;
  // A part of a ratio opens by its key, wherever it stands.
  const figures = [...table.above, ...table.rows];
  const figure = figures.find((one) => rowOf(one) === row) ?? figures.find((one) => one.key === row);
  return (
    <div class={figure ? 'desk desk-beside' : 'desk'}>
      <div class="desk-report">
        <p class="form-title">{say(table.title, language.value)}</p>
        <ReportForm
          table={table}
          openRow={figure ? rowOf(figure) : null}
          onOpen={(next) => goTo({ book: commune.book, period: period.text, row: next })}
          onOpenSince={(key) => goTo({ book: commune.book, period: sinceJanuary(period), row: key })}
        />
        <div class="loaded-at not-printed">
          <span class="soft">{words.report.loaded(clockTime(ready.at))}</span>
          <Button label={words.report.refresh} isQuiet onPress={ready.again} />
        </div>
      </div>
      {figure && <CasePanel key={`${commune.book} ${period.text} ${row}`} {...props} figure={figure} />}
    </div>
  );
}

function CasePanel(props: ReportBesideProps & { readonly figure: ReportFigure }): VNode {
  const words = consoleWords(language.value);
  const { commune, period, figure } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const close = (): void => {
    goTo({ row: null });
    document.getElementById(figureId(rowOf(figure)))?.focus();
  };
  const openPart = (row: string, isSinceNewYear: boolean) =>
    goTo({ book: commune.book, period: isSinceNewYear ? sinceJanuary(period) : period.text, row });
  return (
    <section class="desk-cases" aria-labelledby="cases-title">
      <div class="cases-head">
        <h2 id="cases-title" ref={heading} tabIndex={-1}>
          {words.cases.of(say(figure.label, language.value))}
        </h2>
        <Button label={words.cases.close} isQuiet onPress={close} />
      </div>
      {figure.madeOf === undefined ? <Cases {...props} /> : <MadeOf parts={figure.madeOf} onOpen={openPart} />}
    </section>
  );
}

function Cases(props: ReportBesideProps & { readonly figure: ReportFigure }): VNode {
  const words = consoleWords(language.value);
  const { api, commune, form, period, figure } = props;
  const asked = { book: commune.book, form: form.code, row: rowOf(figure), period: period.text };
  // A report that was loaded again may have other cases: they are asked for again, too.
  const answer = useReply(`${Object.values(asked).join(' ')} ${props.ready.at}`, () => api.cases(asked), props.onEnded);
  const askNames = async (ground: string) => {
    const reply = await api.names(asked, ground);
    if (!reply.ok) {
      if (reply.error === 'ended') props.onEnded();
      return bad(reply.error);
    }
    return reply.value.is === 'named' ? good(reply.value.cases) : bad(reply.value.why);
  };
  return (
    <Loaded answer={answer} loading={words.cases.loading}>
      {(ready) => (
        <CaseList
          title={words.cases.of(say(figure.label, language.value))}
          cases={ready.value.cases}
          isPrivate={figure.isSensitive === true}
          fewestInGround={groundCharacters.fewest}
          onNames={askNames}
        />
      )}
    </Loaded>
  );
}
