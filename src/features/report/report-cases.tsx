import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { catalogue } from '../../catalogue/index.ts';
import { type Indicator, indicatorOf, indicatorsOn } from '../../domain/figure/indicator.ts';
import { figureParts, indicatorOfRow } from '../../domain/figure/report.ts';
import { say } from '../../domain/words.ts';
import { Button } from '../../ui/button.tsx';
import { language } from '../../ui/language.ts';
import { Ledger, LedgerRow } from '../../ui/ledger.tsx';
import { Page } from '../../ui/page/page.tsx';
import { namePeriod, sinceJanuary } from '../../ui/words/period-steps.ts';
import { reportWords } from '../../ui/words/report-words.ts';
import { civilToday } from '../../ui/words/today.ts';
import type { Screen, ScreenProps } from '../screen.ts';
import { CaseRows } from './case-rows.tsx';
import { type ReportedPeriod, readReported, reportPath } from './reported-period.ts';

/** What is behind a number: the cases, as many as it says, or the numbers that it is put together from. */
export function ReportCases({ screen, params, query }: ScreenProps): VNode | null {
  const reported = readReported(params.period, civilToday());
  const row = params.row ?? '';
  const indicator = reported && indicatorOfRow(reported.form, row, indicatorsOf(reported));
  if (reported === undefined || indicator === undefined) return null;
  // A village that is no more, or an old commune, has its figures, too: its name stands at each case.
  const { place } = query;
  const village = screen.who.places.find(({ id }) => id === place);
  const parts = figureParts(indicator, (key) => indicatorOf(indicatorsOf(reported), key));
  return (
    <Page
      title={say(indicator.label, language.value)}
      note={[village?.name, namePeriod(reported.period, reportWords.value.period)].filter(Boolean).join(' · ')}
      onBack={screen.back}
    >
      {parts.length > 0 ? (
        <MadeOf reported={reported} indicator={indicator} place={place} />
      ) : (
        <Cases
          key={`${reported.period.text} ${row} ${place}`}
          screen={screen}
          place={place}
          reported={reported}
          row={row}
          indicator={indicator}
        />
      )}
    </Page>
  );
}

/** Definitions as they are in force then. */
function indicatorsOf({ period }: ReportedPeriod): readonly Indicator[] {
  return indicatorsOn(catalogue.indicators, period.last);
}

interface BehindProps {
  readonly reported: ReportedPeriod;
  readonly indicator: Indicator;
  /** A village by its unit id; the whole commune where none is named. */
  readonly place: string | undefined;
}

function MadeOf({ reported, indicator, place }: BehindProps): VNode {
  const copy = reportWords.value;
  const { period } = reported;
  const roles = indicator.rule.is === 'ratio' ? [copy.numerator, copy.denominator] : [];
  return (
    <>
      <p>{copy.madeOf}</p>
      <Ledger>
        {figureParts(indicator, (key) => indicatorOf(indicatorsOf(reported), key)).map((part, index) => (
          <LedgerRow
            key={part.key}
            title={say(part.label, language.value)}
            note={roles[index]}
            href={reportPath(part.isSinceNewYear ? sinceJanuary(period) : period.text, part.key, place)}
          />
        ))}
      </Ledger>
    </>
  );
}

interface CasesProps extends BehindProps {
  readonly screen: Screen;
  readonly row: string;
}

/** A list that says what is private opens to the officer alone, and only when she asks for it: the look is logged. */
function Cases(props: CasesProps): VNode {
  const [isAsked, setIsAsked] = useState(false);
  const copy = reportWords.value;
  const isPrivate = props.indicator.isSensitive === true;
  if (isPrivate && props.screen.who.role !== 'officer') return <p>{copy.officerOnly}</p>;
  if (!isPrivate || isAsked) return <CaseRows {...props} />;
  return (
    <>
      <p>{copy.private}</p>
      <Button label={copy.openPrivate} icon="right" onPress={() => setIsAsked(true)} />
    </>
  );
}
