import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { frozenDoubts } from '../../../catalogue/records/closing/report-frozen.ts';
import { stockForm } from '../../../catalogue/stock/month-form.ts';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import type { Period } from '../../../domain/calendar/period.ts';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { CarriedRows } from '../../../ui/report/changed-rows.tsx';
import { closingPath } from '../../../ui/report/closing-path.ts';
import { ClosingState } from '../../../ui/report/closing-state.tsx';
import { doubtLines, sayDoubt } from '../../../ui/report/frozen-doubts.ts';
import { closingWords } from '../../../ui/words/closing-words.ts';
import { namePeriod } from '../../../ui/words/period-steps.ts';
import { reportWords } from '../../../ui/words/report-words.ts';
import { spellFigure, spellNumber } from '../../../ui/words/spell-number.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { LeftNote } from '../left-note.tsx';
import { type HandedReport, readHanded } from './handed-report.ts';

type Freezing = Awaited<ReturnType<Screen['phone']['freezing']>>;

/** "Chốt số liệu": what is doubtful first, then the act; under it the versions that were frozen. */
export function ClosingScreen({ screen, params }: ScreenProps): VNode | null {
  const reported = readHanded(params);
  const answer = useAnswer(
    async () => reported && screen.phone.freezing(reported.form, reported.period.text),
    `${params.form} ${params.period}`,
    screen.revision.value,
  );
  if (reported === undefined) return <MissingScreen title={closingWords.value.link} />;
  if (answer?.value === undefined) return null;
  return <Freeze screen={screen} reported={reported} freezing={answer.value} />;
}

interface FreezeProps {
  readonly screen: Screen;
  readonly reported: HandedReport;
  readonly freezing: Freezing;
}

function Freeze({ screen, reported, freezing }: FreezeProps): VNode {
  const copy = closingWords.value;
  const { form, period } = reported;
  const { table, deadline, isSure, problem, versions, carried } = freezing;
  const [isAsking, setAsking] = useState(false);
  const name = namePeriod(period, reportWords.value.period);
  const action = problem === undefined && !isAsking && (
    <Button label={copy.freeze} isMain onPress={() => setAsking(true)} />
  );
  return (
    <Page title={copy.heading(form, name)} note={table.placeName} onBack={screen.back} action={action}>
      <p>
        {copy.deadline(formatDate(deadline))} {!isSure && copy.unsure} {form === stockForm.code && copy.assumed}
      </p>
      {form !== stockForm.code && <LeftNote who={screen.who} period={period} />}
      {problem !== undefined && <p role="status">{copy.problem[problem]}</p>}
      {isAsking && problem === undefined && (
        <Ask screen={screen} reported={reported} freezing={freezing} name={name} onCancel={() => setAsking(false)} />
      )}
      {!isAsking && <Doubts screen={screen} reported={reported} freezing={freezing} />}
      {problem === undefined && !isAsking && <p class="soft">{copy.how}</p>}
      <CarriedRows rows={carried} rounding={table.rounding} />
      {versions.length > 0 && <Versions reported={reported} versions={versions} />}
    </Page>
  );
}

/** Where each doubt is worked off: what is of a month, in the last one of the period. */
function whereTo(key: string, { commune }: Screen['who'], { last }: Period): string {
  const month = last.slice(0, 7);
  const places: { readonly [key: string]: string } = {
    slips: `/meeting/${month}`,
    waiting: '/more/device',
    incomplete: '/tasks',
    disagreements: '/review',
    failed: '/review',
    odd: `/meeting/${month}`,
    goods: `/stock/${encodeURIComponent(commune)}/compare?month=${month}`,
  };
  return places[key] ?? '/';
}

function Doubts({ screen, reported, freezing }: FreezeProps): VNode {
  const copy = closingWords.value;
  const found = doubtLines(frozenDoubts, freezing.doubts);
  return (
    <section class="section">
      <h2>{copy.doubts}</h2>
      {found.length === 0 && <p>{copy.noDoubts}</p>}
      <Ledger>
        {found.map(({ key, label, count }) => (
          <LedgerRow
            key={key}
            title={label}
            href={whereTo(key, screen.who, reported.period)}
            end={<span class="count">{spellNumber(count, language.value)}</span>}
          />
        ))}
      </Ledger>
    </section>
  );
}

interface AskProps extends FreezeProps {
  readonly name: string;
  readonly onCancel: () => void;
}

/** Asked before it is done: what is frozen, in numbers, and what is left open; the verb on the button. */
function Ask({ screen, reported, freezing, name, onCancel }: AskProps): VNode {
  const copy = closingWords.value;
  const { form, period } = reported;
  const { table } = freezing;
  const doubts = doubtLines(frozenDoubts, freezing.doubts);
  const total = doubts.reduce((sum, { count }) => sum + count, 0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [refused, setRefused] = useState<keyof typeof copy.problem>();
  const act = useOnce(async () => {
    // Submitting syncs first where there is a network: the report rests on what the hub has, too.
    await screen.phone.sync();
    const saved = await screen.phone.freezeReport(form, period.text, freezing.doubts);
    if (!saved.ok) return setRefused(saved.error);
    screen.say({ text: copy.done, path: closingPath(form, period.text) });
    onCancel();
    void screen.phone.sync();
  });
  const told = [...table.above, ...table.rows.filter(({ indent, isLegal }) => isLegal && indent === 0)].slice(0, 5);
  return (
    <section class="box box-ask">
      <h2 ref={heading} tabIndex={-1}>
        {total === 0 ? copy.sure : copy.anyway(spellNumber(total, language.value))}
      </h2>
      <ul>
        {told.map((figure) => (
          <li key={figure.key}>
            {copy.says(
              say(figure.label, language.value),
              spellFigure(figure.value, { decimals: figure.decimals, rounding: table.rounding }, language.value),
            )}
          </li>
        ))}
        {doubts.map((doubt) => (
          <li key={doubt.key}>{sayDoubt(doubt)}</li>
        ))}
      </ul>
      {refused !== undefined && <p role="alert">{copy.problem[refused]}</p>}
      <Button label={copy.freezeNow(form, name)} isMain isBusy={act.isBusy} onPress={act.run} />
      <Button label={copy.cancel} isQuiet onPress={onCancel} />
    </section>
  );
}

function Versions({ reported, versions }: Pick<FreezeProps, 'reported'> & Pick<Freezing, 'versions'>): VNode {
  const copy = closingWords.value;
  const { form, period } = reported;
  return (
    <section class="section">
      <h2>{copy.versions}</h2>
      <Ledger>
        {[...versions].reverse().map((one) => (
          <LedgerRow
            key={one.id}
            title={copy.version(one.version)}
            note={copy.frozenOn(formatDate(one.date), one.author)}
            href={closingPath(form, period.text, one.id)}
            end={<ClosingState closing={one} />}
          />
        ))}
      </Ledger>
    </section>
  );
}
