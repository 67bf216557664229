import type { Days } from '../../domain/calendar/period.ts';
import { type Evaluation, indicatorOf } from '../../domain/figure/indicator.ts';
import { spellTenths } from '../../domain/figure/rounding.ts';
import type { Words } from '../../domain/words.ts';
import type { FigureReview } from '../../domain/worklist.ts';
import type { Folk } from '../folk.ts';
import type { ReviewGroup } from '../lives/answers.ts';

/** A number of the catalogue over some days at a place, by the same evaluation that fills the reports. */
export type FigureOf = (indicator: string, days: Days, place: string) => Evaluation;

type Line = ReviewGroup['lines'][number];
type CheckOf<Is extends FigureReview['check']['is']> = Extract<FigureReview['check'], { readonly is: Is }>;

/** The checks of the figures, step by step: a number is counted over a whole commune, and screens are answered between two. */
export interface FigureRun {
  /** Looks at one more; true when all were. */
  advance(): boolean;
  groups(limit: number): readonly ReviewGroup[];
}

/** What is wrong or odd in the figures of this year, place by place; a line opens the report, for it is about no record. */
export function startFigures(
  folk: Folk,
  asked: readonly FigureReview[],
  figureOf: FigureOf,
  place: string,
  today: string,
): FigureRun {
  const year = today.slice(0, 4);
  const days = { first: `${year}-01-01`, last: `${year}-12-31` };
  const bench: Bench = { folk, figureOf, days, ...unitsOf(folk, place) };
  const reviews = asked.map((review) => {
    const lines: Line[] = [];
    return { review, lines };
  });
  const steps = reviews
    .flatMap(({ review, lines }) => unitsAsked(bench, review).map((unit) => ({ review, lines, unit })))
    .values();
  return {
    advance: () => {
      const { done, value } = steps.next();
      if (done) return true;
      value.lines.push(...linesOf(bench, value.review, value.unit));
      return false;
    },
    groups: (limit) =>
      reviews
        .filter(({ lines }) => lines.length > 0)
        .map(({ review: { key, title }, lines }) => {
          return { check: key, title, total: lines.length, mayBeOne: false, lines: lines.slice(0, limit) };
        }),
  };
}

interface Bench {
  readonly folk: Folk;
  readonly figureOf: FigureOf;
  readonly days: Days;
  /** Unit ids: the commune where the whole book is looked at, and the villages. */
  readonly communes: readonly string[];
  readonly villages: readonly string[];
}

function unitsOf({ places }: Folk, place: string): Pick<Bench, 'communes' | 'villages'> {
  const all = places.villages();
  const covered = place === '' ? undefined : places.covered(place);
  const villages = all.filter(({ id }) => covered === undefined || covered.has(id)).map(({ id }) => id);
  const parents = [...new Set(all.map(({ parent }) => parent ?? ''))].filter((id) => id !== '');
  return { villages, communes: parents.filter((id) => covered === undefined || covered.has(id)) };
}

/** A balance closes in each village too; the others are asked of a commune. */
function unitsAsked({ communes, villages }: Bench, { check }: FigureReview): readonly string[] {
  return check.is === 'balance' ? [...communes, ...villages] : communes;
}

function linesOf(bench: Bench, review: FigureReview, unit: string): readonly Line[] {
  const { check } = review;
  if (check.is === 'balance') return balanceLine(bench, review, check, unit);
  return check.is === 'parts' ? partLines(bench, review, check, unit) : rangeLine(bench, review, check, unit);
}

function balanceLine(bench: Bench, review: FigureReview, check: CheckOf<'balance'>, unit: string): readonly Line[] {
  const value = (key: string) => bench.figureOf(key, bench.days, unit).value ?? 0;
  const sum = (keys: readonly string[]) => keys.reduce((all, key) => all + value(key), 0);
  const [start, came, went, end] = [value(check.start), sum(check.adds), sum(check.takes), value(check.end)];
  const due = start + came - went;
  return due === end ? [] : [line(bench.folk, review, unit, { start, came, went, due, end })];
}

/** A record that stands at the commune itself, and in none of its villages, is in one of the two only. */
function partLines(bench: Bench, review: FigureReview, check: CheckOf<'parts'>, unit: string): readonly Line[] {
  const value = (key: string, place: string) => bench.figureOf(key, bench.days, place).value ?? 0;
  const inside = bench.folk.places.covered(unit);
  return check.of.flatMap((key) => {
    const whole = value(key, unit);
    const sum = bench.villages.filter((id) => inside.has(id)).reduce((all, id) => all + value(key, id), 0);
    const { label } = indicatorOf(bench.folk.book.catalogue.indicators, key);
    return sum === whole ? [] : [line(bench.folk, review, unit, { label, sum, whole })];
  });
}

function rangeLine(bench: Bench, review: FigureReview, check: CheckOf<'range'>, unit: string): readonly Line[] {
  const { value, parts } = bench.figureOf(check.indicator, bench.days, unit);
  if (value === null || (value >= check.from && value <= check.to)) return [];
  const [boys, girls] = [parts?.numerator.value ?? 0, parts?.denominator.value ?? 0];
  const isFew = boys + girls < check.fewBelow;
  if (isFew && check.isSilent) return [];
  const few = isFew ? { vi: ' (số nhỏ)', en: ' (small number)' } : { vi: '', en: '' };
  return [line(bench.folk, review, unit, { boys, girls, ratio: spellTenths(value), few })];
}

type Said = { readonly [name: string]: number | string | Words };

function line(folk: Folk, { message }: FigureReview, unit: string, said: Said): Line {
  const name = folk.places.name(unit);
  const fill = (text: string, language: 'vi' | 'en') =>
    text.replace(/\{(\w+)\}/g, (_, key: string) => spell(said[key], language));
  const filled = { vi: fill(message.vi, 'vi'), en: fill(message.en ?? message.vi, 'en') };
  return { record: '', household: '', householdNumber: '', villageName: name, name, message: filled };
}

function spell(value: Said[string] | undefined, language: 'vi' | 'en'): string {
  if (typeof value === 'object') return value[language] ?? value.vi;
  return typeof value === 'number' ? String(value) : (value ?? '?');
}
