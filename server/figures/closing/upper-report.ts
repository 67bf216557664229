import { catalogue } from '../../../src/catalogue/index.ts';
import { togetherWords, upperDaysToSend, upperForms } from '../../../src/catalogue/reports/upper-forms.ts';
import { dateAfter } from '../../../src/domain/calendar/civil-date.ts';
import type { Period } from '../../../src/domain/calendar/period.ts';
import { textLastYear } from '../../../src/domain/calendar/written-period.ts';
import type { Closing } from '../../../src/domain/figure/closing/closing.ts';
import { type FrozenFigure, frozenTable, readFigures } from '../../../src/domain/figure/closing/frozen-figures.ts';
import { sumReports } from '../../../src/domain/figure/closing/sum-reports.ts';
import { indicatorOf, indicatorsOn } from '../../../src/domain/figure/indicator.ts';
import { formFor, indicatorsOf, type ReportForm } from '../../../src/domain/figure/report.ts';
import { latestOf } from '../../../src/register/figures/closing/closings.ts';
import type { UpperAnswer, UpperColumn } from '../../../src/sync/console-api.ts';
import { listCommunes } from '../../auth/communes.ts';
import type { Hub } from '../../hub.ts';
import { findFrozen, readHandedIn } from './read-closings.ts';

/** What a commune handed in: this period, and the same of last year. */
interface HandedIn extends Pick<UpperColumn, 'book' | 'name'> {
  readonly closing: Closing | undefined;
  readonly figures: readonly FrozenFigure[] | undefined;
  readonly lastYear: readonly FrozenFigure[] | undefined;
}

/**
 * The form of the level above, from what communes submitted and from nothing else: a commune that has handed in nothing
 * is a column without numbers. `undefined`: that period has no such form.
 */
export async function upperReport(hub: Hub, period: Period): Promise<UpperAnswer | undefined> {
  const [form, own] = [formFor(upperForms, period), formFor(catalogue.reports, period)];
  if (form === undefined || own === undefined) return undefined;
  const communes = await hub.database.transaction(undefined, listCommunes);
  const all: HandedIn[] = [];
  for (const { book } of communes) all.push(...(await handedIn(hub, book, own, period)));
  const counted = all.filter(({ figures }) => figures !== undefined);
  const lastYear = counted.flatMap((one) => (one.lastYear === undefined ? [] : [one.lastYear]));
  const reports = {
    now: counted.flatMap(({ figures }) => (figures === undefined ? [] : [figures])),
    // Half of them last year would be no change against last year.
    ...(lastYear.length === counted.length && { lastYear }),
  };
  const indicators = indicatorsOn(catalogue.indicators, period.last);
  const summed = sumReports(form, indicators, reports);
  const find = (key: string) => indicatorOf(indicators, key);
  return {
    deadline: dateAfter(period.last, 0, upperDaysToSend),
    together: frozenTable(form, period, { id: '', name: togetherWords.vi }, summed, find),
    columns: all.map((one) => columnOf(form, one)),
  };
}

/** Of a commune that is made of others and had no last year of its own, nothing is said of it. */
async function handedIn(hub: Hub, book: string, form: ReportForm, period: Period): Promise<readonly HandedIn[]> {
  const { closings, answering } = await readHandedIn(hub, book);
  const found: HandedIn[] = [];
  for (const { place, ...one } of answering(form.code, period)) {
    const own = closings.filter((closing) => closing.place === place);
    const before = latestOf(own, form.code, textLastYear(period));
    const figures = await figuresOf(hub, book, one.closing);
    found.push({ ...one, figures, lastYear: await figuresOf(hub, book, before) });
  }
  return found;
}

/** A returned report is with the commune again: its numbers are not what it says. */
async function figuresOf(
  hub: Hub,
  book: string,
  closing: Closing | undefined,
): Promise<readonly FrozenFigure[] | undefined> {
  if (closing === undefined || closing.state === 'returned') return undefined;
  const fact = await findFrozen(hub, book, closing.id);
  return fact && readFigures(fact.fields.figures);
}

function columnOf(form: ReportForm, { book, name, closing, figures }: HandedIn): UpperColumn {
  const known = new Map(figures?.map(({ key, value }) => [key, value]));
  const values = figures === undefined ? [] : indicatorsOf(form).map((key) => known.get(key) ?? null);
  return { book, ...(name !== undefined && { name }), ...(closing && { closing }), values };
}
