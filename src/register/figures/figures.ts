import { type Days, type Period, sinceNewYear } from '../../domain/calendar/period.ts';
import {
  type Case,
  type CountRule,
  countsBehind,
  type Evaluation,
  evaluateBy,
  type Indicator,
  indicatorOf,
  indicatorsOn,
} from '../../domain/figure/indicator.ts';
import {
  indicatorOfRow,
  indicatorsOf,
  makeReport,
  type NamedReport,
  type ReportCase,
  type ReportForm,
  type ReportTable,
  reportNamed,
  withEveryNumber,
  withPaper,
} from '../../domain/figure/report.ts';
import type { Folk } from '../folk.ts';
import { type Held, textOf } from '../held.ts';
import type { Counts, Foreseeing, KeptCounts } from './counts.ts';
import type { FigureOf } from './figure-reviews.ts';
import { sinceJanuaryWithPaper } from './meeting/typed-figures.ts';

/** Reports of a register. Place is the unit id of a village, or of a commune: then its villages together. */
export interface Figures {
  report(code: string, period: string, place: string): ReportTable;
  /** The same, and behind its rows every other number of the programme. */
  wholeReport(code: string, period: string, place: string): ReportTable;
  cases(code: string, row: string, period: string, place: string): readonly ReportCase[];
  /** Whether a row's cases say of people what stands in their own panels only. */
  isPrivate(code: string, row: string, period: string): boolean;
}

/** Beside the reports, any number of the catalogue alone. */
export interface FigureKeeper extends Figures {
  readonly figureOf: FigureOf;
  /** Numbers of these indicators over some days at a place, worked out together; in their order. */
  readonly valuesOf: (keys: readonly string[], days: Days, place: string) => readonly (number | null)[];
  /** Works out what these reports rest on before anybody asks for them: see `Counts.foresee`. */
  readonly foresee: (reports: readonly NamedReport[]) => Foreseeing;
  /** What is kept for these, as data. */
  readonly keptCounts: (reports: readonly NamedReport[]) => KeptCounts;
  /** Cases of any count, as the slip lists them. */
  readonly casesOf: (rule: CountRule, days: Days, place: string) => readonly Case[];
}

export function createFigures(folk: Folk, counts: Counts): FigureKeeper {
  const { catalogue } = folk.book;
  const inForce = ({ last }: Pick<Days, 'last'>) => indicatorsOn(catalogue.indicators, last);
  const evaluate = (indicator: Indicator, days: Days, places: ReadonlySet<string>): Evaluation =>
    evaluateBy(indicator, inForce(days), days, (rule, within) => counts.counted(rule, within, places));

  /** What a form asks for together is worked out together. */
  const countsOf = (form: ReportForm, period: Period) =>
    [period, sinceNewYear(period)].flatMap((days) => countsBehind(indicatorsOf(form), inForce(days), days));
  const fill = (form: ReportForm, period: Period, place: string): ReportTable => {
    const covered = folk.places.covered(place);
    const source = {
      indicator: (key: string) => indicatorOf(inForce(period), key),
      evaluate: (indicator: Indicator, days: Days) => evaluate(indicator, days, covered),
      countWaiting: (found: Evaluation) => countWaiting(folk.book.waiting, found),
    };
    counts.prepare(countsOf(form, period));
    const table = makeReport(form, period, { id: place, name: folk.places.name(place) }, source);
    return withPaper(table, sinceJanuaryWithPaper({ folk, figureOf, valuesOf }, form, period, place));
  };
  const figureOf: FigureOf = (key, days, place) =>
    evaluate(indicatorOf(inForce(days), key), days, folk.places.covered(place));
  const valuesOf = (keys: readonly string[], days: Days, place: string): readonly (number | null)[] => {
    counts.prepare(countsBehind(keys, inForce(days), days));
    const covered = folk.places.covered(place);
    return keys.map((key) => evaluate(indicatorOf(inForce(days), key), days, covered).value);
  };

  return {
    figureOf,
    valuesOf,
    foresee: (reports) => counts.foresee(reports.flatMap(({ form, period }) => countsOf(form, period))),
    keptCounts: (reports) => counts.kept(reports.flatMap(({ form, period }) => countsOf(form, period))),
    casesOf: (rule, days, place) => counts.counted(rule, days, folk.places.covered(place)).cases(),
    report: (code, text, place) => {
      const { form, period } = findForm(catalogue.reports, code, text);
      return fill(form, period, place);
    },
    wholeReport: (code, text, place) => {
      const { form, period } = findForm(catalogue.reports, code, text);
      return fill(withEveryNumber(form, inForce(period)), period, place);
    },
    isPrivate: (code, row, text) => {
      const { form, period } = findForm(catalogue.reports, code, text);
      return indicatorOfRow(form, row, inForce(period))?.isSensitive === true;
    },
    cases: (code, row, text, place) => {
      const { form, period } = findForm(catalogue.reports, code, text);
      const indicator = indicatorOfRow(form, row, inForce(period));
      if (indicator === undefined) return [];
      const { cases } = evaluate(indicator, period, folk.places.covered(place));
      return inPaperOrder(cases, folk).map((one) => reportCase(folk, one));
    },
  };
}

/** Callers at the edge ask `readPeriod` and the catalogue first; here an unknown form or period is a bug. */
function findForm(forms: readonly ReportForm[], code: string, text: string): NamedReport {
  const found = reportNamed(forms, code, text);
  if (found === undefined) throw new RangeError(`no report ${code} for ${text}`);
  return found;
}

function countWaiting(waiting: ReadonlySet<string>, found: Evaluation): number {
  return waiting.size === 0 ? 0 : found.restingOn(waiting);
}

/** Village code, household number, the sheet's order, then date and id. */
function inPaperOrder(cases: readonly Case[], folk: Folk): readonly Case[] {
  const keyed = cases.map((one) => {
    const holder = one.holder === undefined ? undefined : folk.book.get(one.holder);
    return [`${folk.paperKey(holder)} ${one.holder ?? ''} ${one.date} ${one.record}`, one] as const;
  });
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** Who is behind a case, as lists tell it. */
export function reportCase(folk: Folk, one: Case): ReportCase {
  const read = (held: Held | undefined, field: string) => (held === undefined ? '' : textOf(held.fields, field));
  const person = folk.book.get(one.subject);
  const household = one.holder === undefined ? undefined : folk.book.get(one.holder);
  return {
    record: one.record,
    person: one.subject,
    household: one.holder ?? '',
    householdNumber: read(household, 'number'),
    villageName: folk.places.name(one.place),
    date: one.date,
    sex: read(person, 'sex'),
    name: read(person, 'fullName'),
  };
}
