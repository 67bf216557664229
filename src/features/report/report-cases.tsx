import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { catalogue } from '../../catalogue/index.ts';
import { formatDate } from '../../domain/calendar/partial-date.ts';
import { indicatorOfRow, type ReportCase } from '../../domain/report.ts';
import { say } from '../../domain/words.ts';
import type { InterfaceWords } from '../../i18n/vi.ts';
import { Button } from '../../ui/button.tsx';
import { useAnswer } from '../../ui/hook/use-answer.ts';
import { language, words } from '../../ui/language.ts';
import { Ledger, LedgerRow } from '../../ui/ledger.tsx';
import { Page } from '../../ui/page.tsx';
import { spellNumber } from '../../ui/words/spell-number.ts';
import type { ScreenProps } from '../screen.ts';
import { nameMonth, readMonth } from './month.ts';

/** Drawn in portions: the population of a commune is thousands of rows. */
const portion = 60;

/** Who is behind a number: as many rows as the number says. */
export function ReportCases({ screen, params }: ScreenProps): VNode | null {
  const [shown, setShown] = useState(portion);
  const month = readMonth(params.month) ?? '';
  const row = params.row ?? '';
  const report = catalogue.reports.find((form) => form.period === 'month');
  const indicator = report && indicatorOfRow(report, row, catalogue.indicators);
  const answer = useAnswer(
    () => screen.phone.cases(report?.code ?? '', row, month, screen.who.commune),
    `${month} ${row}`,
    screen.revision.value,
  );
  if (answer === undefined) return null;
  const copy = words.value.report;
  const cases = answer.value;
  const left = cases.length - shown;
  const counted = copy.counted(spellNumber(cases.length, language.value));
  return (
    <Page
      title={indicator ? say(indicator.label, language.value) : copy.cases}
      note={`${nameMonth(month, words.value)} · ${counted}`}
      onBack={screen.back}
    >
      {cases.length === 0 && <p>{copy.noCases}</p>}
      <Ledger>
        {cases.slice(0, shown).map((one) => (
          <LedgerRow
            key={`${one.record} ${one.person}`}
            title={one.name}
            note={describeCase(one, words.value, indicator?.rule.is === 'flow')}
            href={`/household/${encodeURIComponent(one.household)}`}
          />
        ))}
      </Ledger>
      {left > 0 && <Button label={copy.moreCases(left)} onPress={() => setShown(shown + portion)} />}
    </Page>
  );
}

/** The day is the fact's own; who is only counted at the end of the month has none. */
function describeCase(one: ReportCase, { household }: InterfaceWords, hasDay: boolean): string {
  const sex = one.sex === 'male' ? household.male : one.sex === 'female' ? household.female : '';
  const date = hasDay && one.date !== '' ? formatDate(one.date) : '';
  return [sex, date, household.household(one.householdNumber), one.villageName]
    .filter((part) => part !== '')
    .join(' · ');
}
