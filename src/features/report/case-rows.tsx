import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { catalogue } from '../../catalogue/index.ts';
import { formatDate } from '../../domain/calendar/partial-date.ts';
import { type Indicator, indicatorOf } from '../../domain/figure/indicator.ts';
import type { ReportCase } from '../../domain/figure/report.ts';
import type { InterfaceWords } from '../../i18n/vi.ts';
import { Button } from '../../ui/button.tsx';
import { useAnswer } from '../../ui/hook/use-answer.ts';
import { language, words } from '../../ui/language.ts';
import { Ledger, LedgerRow } from '../../ui/ledger.tsx';
import { reportWords } from '../../ui/words/report-words.ts';
import { spellNumber } from '../../ui/words/spell-number.ts';
import type { Screen } from '../screen.ts';
import type { ReportedPeriod } from './reported-period.ts';

/** Drawn in portions: the population of a commune is thousands of rows. */
const portion = 60;

interface CaseRowsProps {
  readonly screen: Screen;
  readonly reported: ReportedPeriod;
  readonly row: string;
  readonly indicator: Indicator;
  /** A village by its unit id; the whole commune where none is named. */
  readonly place: string | undefined;
}

/** Who is behind a number: as many rows as the number says. */
export function CaseRows({ screen, reported, row, indicator, place }: CaseRowsProps): VNode | null {
  const [shown, setShown] = useState(portion);
  const { form, period } = reported;
  const answer = useAnswer(
    (goesOn) => screen.phone.cases(form.code, row, period.text, place ?? screen.who.commune, goesOn),
    `${period.text} ${row} ${place}`,
    screen.revision.value,
  );
  if (answer === undefined) return null;
  const copy = reportWords.value;
  const cases = answer.value;
  const left = cases.length - shown;
  const counted = copy.counted(spellNumber(cases.length, language.value));
  return (
    <>
      <p class="soft">{cases.length === 0 ? copy.noCases : counted}</p>
      <Ledger>
        {cases.slice(0, shown).map((one) => (
          <LedgerRow
            key={`${one.record} ${one.person}`}
            title={one.name === '' ? copy.unnamed : one.name}
            note={describeCase(one, words.value, hasDay(indicator))}
            {...leadsTo(one, indicator)}
          />
        ))}
      </Ledger>
      {left > 0 && <Button label={copy.moreCases(left)} onPress={() => setShown(shown + portion)} />}
    </>
  );
}

/** A household, or where what is private is meant the person; whoever is not named leads nowhere. */
function leadsTo({ person, household }: ReportCase, { isSensitive }: Indicator): { readonly href?: string } {
  if (isSensitive && household !== '') return { href: `/person/${encodeURIComponent(person)}` };
  return household === '' ? {} : { href: `/household/${encodeURIComponent(household)}` };
}

/** The day is the fact's own; who is only counted at the end of the period has none. */
function hasDay({ rule }: Indicator): boolean {
  return rule.is === 'part' ? hasDay(indicatorOf(catalogue.indicators, rule.of)) : rule.is === 'flow';
}

function describeCase(one: ReportCase, { household }: InterfaceWords, isDated: boolean): string {
  const sex = one.sex === 'male' ? household.male : one.sex === 'female' ? household.female : '';
  const date = isDated && one.date !== '' ? formatDate(one.date) : '';
  const home = one.householdNumber === '' ? '' : household.household(one.householdNumber);
  return [sex, date, home, one.villageName].filter((part) => part !== '').join(' · ');
}
