import { frozenTable } from '../../../domain/figure/closing/frozen-figures.ts';
import { type CountRule, type Indicator, indicatorOf, indicatorsOn } from '../../../domain/figure/indicator.ts';
import type { ReportCase, ReportForm } from '../../../domain/figure/report.ts';
import { reportCase } from '../figures.ts';
import { createCaseFinder } from './case-finder.ts';
import { caseLists, partsOf } from './case-lists.ts';
import type { Basis, CaseList, CountedReport, ReportBench } from './counted-report.ts';
import { once } from './once.ts';
import type { Reported } from './reported.ts';

/** A form of indicators. */
export function formReport(register: ReportBench, { form, period, place }: Reported<ReportForm>): CountedReport {
  const { folk } = register;
  const indicators = indicatorsOn(folk.book.catalogue.indicators, period.last);
  const indicator = (key: string) => indicatorOf(indicators, key);
  const known = once(() => caseLists(register, form, period, place));
  const finder = once(() => createCaseFinder(register));
  const ruleOf = ({ key, span }: CaseList): CountRule => {
    const list = known().find((one) => one.key === key && one.span === span);
    if (list === undefined) throw new RangeError(`no list ${key}`);
    return list.rule;
  };
  return {
    table: once(() => register.report(form.code, period.text, place)),
    fill: (figures) => frozenTable(form, period, { id: place, name: folk.places.name(place) }, figures, indicator),
    lists: known,
    isSparse: false,
    words: indicator,
    basis: (key) => basisOf(indicator(key), indicators),
    find: (list, sketched) => finder().find(ruleOf(list), sketched, list.cases),
    behind: (one) => finder().behind(one),
    tell(list, one) {
      const isPrivate = indicator(list.key).isSensitive === true;
      // Who is only counted at the end of the period has no day of their own.
      const who = { ...reportCase(folk, one), ...(ruleOf(list).is === 'stock' && { date: '' }) };
      return { who: isPrivate ? villageOf(who) : who, isPrivate };
    },
  };
}

function basisOf(indicator: Indicator, indicators: readonly Indicator[]): Basis {
  const parts = partsOf(indicator);
  if (parts === undefined) return { lists: [indicator.key], hasChange: false };
  const found = parts.map((key) => basisOf(indicatorOf(indicators, key), indicators));
  return {
    lists: found.flatMap(({ lists }) => lists),
    hasChange: indicator.rule.is === 'change' || found.some(({ hasChange }) => hasChange),
  };
}

/** Of what stands in own panels a list tells the village alone. */
function villageOf({ villageName }: ReportCase): ReportCase {
  return { record: '', person: '', household: '', householdNumber: '', villageName, date: '', sex: '', name: '' };
}
