import { dayBefore } from '../../../domain/calendar/civil-date.ts';
import { readPeriod } from '../../../domain/calendar/period.ts';
import type { CarriedRow, Closing, FrozenReport } from '../../../domain/figure/closing/closing.ts';
import { type FrozenFigure, type FrozenLine, readLines } from '../../../domain/figure/closing/frozen-figures.ts';
import { type ReportTable, withPaper } from '../../../domain/figure/report.ts';
import type { Folk } from '../../folk.ts';
import type { Held } from '../../held.ts';
import { closingsOf } from './closings.ts';
import { type CauseOf, compareContents } from './compare-contents.ts';
import { type CountedReport, countedReport, type ReportBench } from './counted-report.ts';
import { contentNow, type FrozenContent, frozenKind, readFrozen } from './frozen-content.ts';
import { readPaper } from './frozen-paper.ts';
import { type Reported, reportedBy } from './reported.ts';

/** Where the book stood that a report was computed on. */
export interface FrozenBasis {
  readonly device: string;
  readonly cursor: number;
  readonly ownSeq: number;
}

/** A frozen report as it was frozen, and what is counted otherwise now. */
export function frozenReport(
  register: ReportBench,
  id: string,
  told: { readonly nameOf: (user: string) => string | undefined; readonly causeOf: CauseOf },
): FrozenReport | undefined {
  const { folk } = register;
  const all = closingsOf(folk, told.nameOf);
  const closing = all.find((one) => one.id === id);
  const fact = folk.book.find(frozenKind, id);
  const reported = closing && reportedBy(folk.book.catalogue, closing);
  if (closing === undefined || fact === undefined || reported === undefined) return undefined;
  const versions = all.filter((one) => isSameReport(one, closing));
  const report = countedReport(register, reported);
  const frozen = readFrozen(folk, fact);
  const compare = (before: FrozenContent, other: FrozenContent) =>
    compareContents(folk, report, { frozen: before, other, causeOf: told.causeOf });
  const earlier = versions[versions.indexOf(closing) - 1];
  const before = earlier && folk.book.find(frozenKind, earlier.id);
  return {
    closing,
    versions,
    table: tableOf(folk, report, fact),
    carried: readCarried(report, readLines(fact.fields.carried)),
    changes: compare(frozen, contentNow(report)),
    before: before === undefined ? [] : compare(readFrozen(folk, before), frozen),
  };
}

/** The version of a report that stands, with its numbers; `undefined` where it is not frozen, or with the commune again. */
export function standingReport(
  register: ReportBench,
  of: Pick<Closing, 'form' | 'period' | 'place'>,
): { readonly version: number; readonly table: ReportTable } | undefined {
  const { folk } = register;
  const closing = closingsOf(folk, () => undefined).find((one) => one.isLatest && isSameReport(one, of));
  const fact = closing && folk.book.find(frozenKind, closing.id);
  const reported = reportedBy(folk.book.catalogue, of);
  if (closing === undefined || closing.state === 'returned' || fact === undefined || reported === undefined)
    return undefined;
  return { version: closing.version, table: tableOf(folk, countedReport(register, reported), fact) };
}

/** The form with the numbers of its fact. */
function tableOf(folk: Folk, report: CountedReport, fact: Held): ReportTable {
  return withPaper(report.fill(readFrozen(folk, fact).figures), readPaper(fact.fields.paper));
}

export function isSameReport(
  a: Pick<Closing, 'form' | 'period' | 'place'>,
  b: Pick<Closing, 'form' | 'period' | 'place'>,
): boolean {
  return a.form === b.form && a.period === b.period && a.place === b.place;
}

export function basisOf({ id, fields }: Held): FrozenBasis {
  return {
    device: id.slice(0, id.lastIndexOf('.')),
    cursor: Number(fields.cursor ?? 0),
    ownSeq: Number(fields.ownSeq ?? 0),
  };
}

/** The version that stands of the period just before this one, in the same form. */
function closingBefore(folk: Folk, { form, period, place }: Reported): Closing | undefined {
  const lastDay = dayBefore(period.first);
  return closingsOf(folk, () => undefined).find((one) => {
    const read = readPeriod(one.period);
    return one.isLatest && one.form === form.code && one.place === place && read.ok && read.value.last === lastDay;
  });
}

/**
 * "Điều chỉnh kỳ trước": each number of the frozen period before that comes to something else now; behind it, where it is
 * another one, what it came to since January then and comes to now. So a fact of a month before that one is in it, too.
 */
export function carriedLines(register: ReportBench, reported: Reported): readonly FrozenLine[] {
  const { folk } = register;
  const before = closingBefore(folk, reported);
  const fact = before && folk.book.find(frozenKind, before.id);
  const of = before && reportedBy(folk.book.catalogue, before);
  if (fact === undefined || of === undefined) return [];
  const report = countedReport(register, of);
  const [was, is] = [figuresOf(readFrozen(folk, fact)), figuresOf(contentNow(report))];
  const keys = report.isSparse ? new Set([...was.keys(), ...is.keys()]) : was.keys();
  return [...keys].flatMap((key) => {
    const period = [valueIn(was, key, is), valueIn(is, key, was)] as const;
    const year = [was.get(key)?.cumulative ?? null, is.get(key)?.cumulative ?? null] as const;
    const isSame = ([then, now]: typeof period) => then === now;
    if (isSame(period) && isSame(year)) return [];
    return [[key, ...period, ...(isSame(year) || String(year) === String(period) ? [] : year)]];
  });
}

type Figures = ReadonlyMap<string, FrozenFigure>;

function figuresOf({ figures }: FrozenContent): Figures {
  return new Map(figures.map((figure) => [figure.key, figure]));
}

/** A line of goods that nobody had yet, or has no more, moved nothing. */
function valueIn(figures: Figures, key: string, others: Figures): number | null {
  const known = figures.get(key);
  if (known !== undefined) return known.value;
  return typeof others.get(key)?.value === 'number' ? 0 : null;
}

export function readCarried(report: CountedReport, lines: readonly FrozenLine[]): readonly CarriedRow[] {
  return lines.map(([key, frozen, now, ...year]) => {
    const { label, decimals } = report.words(String(key));
    const number = (value: FrozenLine[number] | undefined) => (typeof value === 'number' ? value : null);
    const [yearFrozen, yearNow] = year;
    const cumulative = { frozen: number(yearFrozen), now: number(yearNow) };
    const shown = { key: String(key), label, decimals, frozen: number(frozen), now: number(now) };
    return year.length === 0 ? shown : { ...shown, cumulative };
  });
}
