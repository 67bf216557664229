import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { formatDate } from '../domain/calendar/partial-date.ts';
import { bad, good } from '../domain/outcome.ts';
import type { ReportFigure, ReportTable } from '../domain/report.ts';
import { say } from '../domain/words.ts';
import { consoleWords } from '../i18n/console-words.ts';
import { groundCharacters } from '../sync/console-api.ts';
import { Button } from '../ui/button.tsx';
import { language } from '../ui/language.ts';
import { civilDay, clockTime } from '../ui/words/civil-time.ts';
import { address, goTo } from './address.ts';
import type { ConsoleApi, ConsoleCommune } from './api.ts';
import { CaseList } from './features/cases/case-list.tsx';
import { ReportChoice } from './features/report/report-choice.tsx';
import { figureId, ReportForm, rowOf } from './features/report/report-table.tsx';
import { Loaded } from './loaded.tsx';
import { type Answer, useReply } from './use-reply.ts';

/** The monthly report of a commune (Circular 01/2022/TT-BYT). */
const form = '01-DSX';

interface DeskProps {
  readonly api: ConsoleApi;
  readonly communes: readonly ConsoleCommune[];
  readonly onEnded: () => void;
}

/** The desk of a signed-in person: which commune, which month, its report, and the cases behind one number. */
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
  return <ReportDesk {...props} commune={chosen} />;
}

function ReportDesk(props: DeskProps & { readonly commune: ConsoleCommune }): VNode {
  const words = consoleWords(language.value);
  const { api, commune } = props;
  const thisMonth = civilDay(Date.now()).slice(0, 7);
  const period = address.value.period ?? thisMonth;
  const answer = useReply(`${commune.book} ${period}`, () => api.report(commune.book, form, period), props.onEnded);
  const title = words.report.heading(form, formatDate(period));
  useEffect(() => {
    document.title = `${title} – ${words.app.name}`;
  }, [title, words]);
  return (
    <>
      <div class="page-head">
        <h1 tabIndex={-1}>{title}</h1>
        <p class="soft">{commune.name}</p>
      </div>
      <ReportChoice
        communes={props.communes}
        book={commune.book}
        period={period}
        thisMonth={thisMonth}
        onBook={(book) => goTo({ book, row: null })}
        onPeriod={(next) => goTo({ book: commune.book, period: next, row: null })}
      />
      <Loaded answer={answer} loading={words.report.loading}>
        {(ready) => <ReportBeside {...props} period={period} ready={ready} />}
      </Loaded>
    </>
  );
}

interface ReportBesideProps extends DeskProps {
  readonly commune: ConsoleCommune;
  readonly period: string;
  readonly ready: Extract<Answer<ReportTable>, { readonly is: 'ready' }>;
}

/** The table and, beside it on a PC or below it on a phone, the cases of the open number. */
function ReportBeside(props: ReportBesideProps): VNode {
  const words = consoleWords(language.value);
  const { ready, commune, period } = props;
  const table = ready.value;
  const { row } = address.value;
  const figure = [...table.above, ...table.rows].find((one) => rowOf(one) === row);
  return (
    <div class={figure ? 'desk desk-beside' : 'desk'}>
      <div class="desk-report">
        <p class="form-title">{say(table.title, language.value)}</p>
        <ReportForm
          table={table}
          openRow={figure ? row : null}
          onOpen={(next) => goTo({ book: commune.book, period, row: next })}
        />
        <div class="loaded-at not-printed">
          <span class="soft">{words.report.loaded(clockTime(ready.at))}</span>
          <Button label={words.report.refresh} isQuiet onPress={ready.again} />
        </div>
      </div>
      {figure && <CasePanel key={`${commune.book} ${period} ${row}`} {...props} figure={figure} />}
    </div>
  );
}

function CasePanel(props: ReportBesideProps & { readonly figure: ReportFigure }): VNode {
  const words = consoleWords(language.value);
  const { api, commune, period, figure } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const row = rowOf(figure);
  const asked = { book: commune.book, form, row, period };
  // A report that was loaded again may have other cases: they are asked for again, too.
  const answer = useReply(`${Object.values(asked).join(' ')} ${props.ready.at}`, () => api.cases(asked), props.onEnded);
  const title = words.cases.of(say(figure.label, language.value));
  const close = (): void => {
    goTo({ row: null });
    document.getElementById(figureId(row))?.focus();
  };
  const askNames = async (ground: string) => {
    const reply = await api.names(asked, ground);
    if (!reply.ok) {
      if (reply.error === 'ended') props.onEnded();
      return bad(reply.error);
    }
    return reply.value.is === 'named' ? good(reply.value.cases) : bad(reply.value.why);
  };
  return (
    <section class="desk-cases" aria-labelledby="cases-title">
      <div class="cases-head">
        <h2 id="cases-title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Button label={words.cases.close} isQuiet onPress={close} />
      </div>
      <Loaded answer={answer} loading={words.cases.loading}>
        {(ready) => (
          <CaseList
            title={title}
            cases={ready.value.cases}
            fewestInGround={groundCharacters.fewest}
            onNames={askNames}
          />
        )}
      </Loaded>
    </section>
  );
}
