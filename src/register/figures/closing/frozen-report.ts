import { dayBefore } from '../../../domain/calendar/civil-date.ts';
import { readPeriod } from '../../../domain/calendar/period.ts';
import type { CarriedRow, Closing, FrozenReport } from '../../../domain/figure/closing/closing.ts';
import { type FrozenLine, frozenTable, readLines } from '../../../domain/figure/closing/frozen-figures.ts';
import { indicatorOf } from '../../../domain/figure/indicator.ts';
import { reportNamed } from '../../../domain/figure/report.ts';
import type { Folk } from '../../folk.ts';
import type { Held } from '../../held.ts';
import type { Register } from '../../register.ts';
import { closingsOf } from './closings.ts';
import { type CauseOf, compareContents } from './compare-contents.ts';
import { contentNow, type FrozenContent, frozenKind, type Reported, readFrozen } from './frozen-content.ts';

type Bench = Pick<Register, 'folk' | 'casesOf' | 'report' | 'takenBack'>;

/** Where the book stood that a report was computed on. */
export interface FrozenBasis {
  readonly device: string;
  readonly cursor: number;
  readonly ownSeq: number;
}

/** Which report a version is of; `undefined` for one whose form no catalogue here knows. */
function reportedOf(
  { book }: Folk,
  { form, period, place }: Pick<Closing, 'form' | 'period' | 'place'>,
): Reported | undefined {
  const known = reportNamed(book.catalogue.reports, form, period);
  return known && { ...known, place };
}

/** A frozen report as it was frozen, and what is counted otherwise now. */
export function frozenReport(
  register: Bench,
  id: string,
  told: { readonly nameOf: (user: string) => string | undefined; readonly causeOf: CauseOf },
): FrozenReport | undefined {
  const { folk } = register;
  const all = closingsOf(folk, told.nameOf);
  const closing = all.find((one) => one.id === id);
  const fact = folk.book.find(frozenKind, id);
  const reported = closing && reportedOf(folk, closing);
  if (closing === undefined || fact === undefined || reported === undefined) return undefined;
  const versions = all.filter((one) => isSameReport(one, closing));
  const frozen = readFrozen(folk, fact);
  const compare = (before: FrozenContent, other: FrozenContent) =>
    compareContents(register, reported, { frozen: before, other, causeOf: told.causeOf });
  const earlier = versions[versions.indexOf(closing) - 1];
  const before = earlier && folk.book.find(frozenKind, earlier.id);
  return {
    closing,
    versions,
    table: tableOf(folk, reported, frozen),
    carried: readCarried(folk, readLines(fact.fields.carried)),
    changes: compare(frozen, contentNow(register, reported)),
    before: before === undefined ? [] : compare(readFrozen(folk, before), frozen),
  };
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

function tableOf({ book, places }: Folk, { form, period, place }: Reported, { figures }: FrozenContent) {
  const { indicators } = book.catalogue;
  return frozenTable(form, period, { id: place, name: places.name(place) }, figures, (key) =>
    indicatorOf(indicators, key),
  );
}

/** The version that stands of the period just before this one, in the same form. */
function closingBefore(folk: Folk, { form, period, place }: Reported): Closing | undefined {
  const lastDay = dayBefore(period.first);
  return closingsOf(folk, () => undefined).find((one) => {
    const read = readPeriod(one.period);
    return one.isLatest && one.form === form.code && one.place === place && read.ok && read.value.last === lastDay;
  });
}

/** "Điều chỉnh kỳ trước": each number of the frozen period before that comes to something else now. */
export function carriedLines(register: Bench, reported: Reported): readonly FrozenLine[] {
  const { folk } = register;
  const before = closingBefore(folk, reported);
  const fact = before && folk.book.find(frozenKind, before.id);
  const of = before && reportedOf(folk, before);
  if (fact === undefined || of === undefined) return [];
  const now = new Map(contentNow(register, of).figures.map((figure) => [figure.key, figure]));
  return readFrozen(folk, fact).figures.flatMap(({ key, value }) => {
    const is = now.get(key)?.value ?? null;
    return is === value ? [] : [[key, value, is]];
  });
}

export function readCarried({ book }: Folk, lines: readonly FrozenLine[]): readonly CarriedRow[] {
  return lines.map(([key, frozen, now]) => {
    const { label, decimals } = indicatorOf(book.catalogue.indicators, String(key));
    const number = (value: FrozenLine[number] | undefined) => (typeof value === 'number' ? value : null);
    return { key: String(key), label, decimals, frozen: number(frozen), now: number(now) };
  });
}
