import { privateWords } from '../../../catalogue/rules/private-words.ts';
import { differenceOf } from '../../../domain/figure/closing/case-sketch.ts';
import type { ChangedCase, ChangedRow } from '../../../domain/figure/closing/closing.ts';
import type { FrozenFigure } from '../../../domain/figure/closing/frozen-figures.ts';
import { type Indicator, indicatorOf } from '../../../domain/figure/indicator.ts';
import type { ReportCase } from '../../../domain/figure/report.ts';
import type { Words } from '../../../domain/words.ts';
import type { Register } from '../../register.ts';
import { reportCase } from '../figures.ts';
import { type CaseFinder, createCaseFinder } from './case-finder.ts';
import { type CaseList, caseLists, partsOf } from './case-lists.ts';
import type { FrozenContent, FrozenList, Reported } from './frozen-content.ts';

/** The fact by which somebody counts otherwise. */
export interface Cause {
  readonly what: Words;
  readonly by: string;
  readonly on: string;
  readonly isTakenBack: boolean;
  readonly isLate: boolean;
}

/** What is known of why a case differs, of all records that it rests on; `undefined`: nothing of these came late. */
export type CauseOf = (records: readonly string[]) => Cause | undefined;

type Bench = Pick<Register, 'folk' | 'casesOf' | 'takenBack'>;

/**
 * Where two contents of one report differ, row by row and case by case.
 * @param frozen as it was frozen; went: counted in it alone
 * @param other as it is now, or another version
 */
export function compareContents(
  register: Bench,
  reported: Reported,
  {
    frozen,
    other,
    causeOf,
  }: { readonly frozen: FrozenContent; readonly other: FrozenContent; readonly causeOf: CauseOf },
): readonly ChangedRow[] {
  if (frozen.hash === other.hash) return [];
  const differing = differingLists(register, reported, frozen, other, causeOf);
  const rows = new Map(frozen.figures.map((figure) => [figure.key, figure]));
  const now = new Map(other.figures.map((figure) => [figure.key, figure]));
  const keys = [...new Set([...rows.keys(), ...now.keys(), ...differing.keys()])];
  const { indicators } = register.folk.book.catalogue;
  return keys.flatMap((key) => {
    const [was, is] = [rows.get(key), now.get(key)];
    const own = differing.get(key) ?? [];
    if (isSame(was, is) && own.length === 0) return [];
    const indicator = indicatorOf(indicators, key);
    return [
      {
        row: was?.row ?? is?.row ?? key,
        key,
        label: indicator.label,
        decimals: indicator.decimals,
        frozen: { value: was?.value ?? null, cumulative: was?.cumulative ?? null },
        now: { value: is?.value ?? null, cumulative: is?.cumulative ?? null },
        cases: own.flatMap(({ cases }) => cases),
        isWhole: own.every(({ isWhole }) => isWhole),
        villages: [...new Set(own.flatMap(({ villages }) => villages))],
        isTrue: isTrue(indicator, indicators, differing),
      },
    ];
  });
}

function isSame(a: FrozenFigure | undefined, b: FrozenFigure | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.value === b.value && a.cumulative === b.cumulative && JSON.stringify(a.parts) === JSON.stringify(b.parts);
}

/** What differs in one list of cases. */
interface ListDifference {
  readonly cases: readonly ChangedCase[];
  readonly isWhole: boolean;
  readonly villages: readonly string[];
  readonly isTrue: boolean;
}

type Differing = ReadonlyMap<string, readonly ListDifference[]>;

/**
 * A number differs truly where one of its lists does, or where none does and its value all the same; but a change against
 * last year also rests on that year's facts.
 */
function isTrue(indicator: Indicator, indicators: readonly Indicator[], differing: Differing): boolean {
  const counted = leavesOf(indicator, indicators);
  const found = counted.leaves.flatMap((key) => differing.get(key) ?? []);
  return found.length === 0 ? !counted.hasChange : found.some((one) => one.isTrue);
}

function leavesOf(
  indicator: Indicator,
  indicators: readonly Indicator[],
): { readonly leaves: readonly string[]; readonly hasChange: boolean } {
  const parts = partsOf(indicator);
  if (parts === undefined) return { leaves: [indicator.key], hasChange: false };
  const found = parts.map((key) => leavesOf(indicatorOf(indicators, key), indicators));
  return {
    leaves: found.flatMap(({ leaves }) => leaves),
    hasChange: indicator.rule.is === 'change' || found.some(({ hasChange }) => hasChange),
  };
}

function differingLists(
  register: Bench,
  { form, period, place }: Reported,
  frozen: FrozenContent,
  other: FrozenContent,
  causeOf: CauseOf,
): Differing {
  const lists = caseLists(register, form, period, place);
  const telling = { register, finder: createCaseFinder(register), causeOf, told: new Set<string>() };
  const found = new Map<string, readonly ListDifference[]>();
  for (const list of lists) {
    const [was, is] = [listOf(frozen, list), listOf(other, list)];
    const difference = was && is && differenceOfLists(telling, list, was, is);
    if (difference !== undefined) found.set(list.key, [...(found.get(list.key) ?? []), difference]);
  }
  return found;
}

function listOf({ lists }: FrozenContent, { key, span }: CaseList): FrozenList | undefined {
  return lists.find((list) => list.key === key && list.span === span);
}

interface Telling {
  readonly register: Bench;
  readonly finder: CaseFinder;
  readonly causeOf: CauseOf;
  /** Who differs in the period differs since New Year, too: told once. */
  readonly told: Set<string>;
}

function differenceOfLists(
  telling: Telling,
  list: CaseList,
  was: FrozenList,
  is: FrozenList,
): ListDifference | undefined {
  const units = [...new Set([...was.units.keys(), ...is.units.keys()])].filter(
    (unit) => was.units.get(unit) !== is.units.get(unit),
  );
  if (units.length === 0 && was.sketch === is.sketch) return undefined;
  const { places } = telling.register.folk;
  const villages = units.map((unit) => places.name(unit) || unit);
  const difference = differenceOf(was.sketch, is.sketch);
  const countLate = () => list.cases.filter((one) => units.includes(one.place) && isLateBehind(telling, one)).length;
  if (difference === undefined) {
    // Nobody can be named; whether late facts may explain it is seen by how many there are.
    const isTrue = countLate() < Math.max(1, Math.abs(is.size - was.size));
    return { cases: [], isWhole: false, villages, isTrue };
  }
  const tell = (is: ChangedCase['is'], keys: readonly string[]) =>
    keys.filter((key) => isNew(telling, `${list.key} ${is} ${key}`)).map((key) => changedCase(telling, list, is, key));
  const cases = [...tell('went', difference.first), ...tell('came', difference.second)];
  if (difference.first.length + difference.second.length > 0)
    return { cases, isWhole: true, villages: [], isTrue: cases.some(({ isLate }) => !isLate) };
  // The same cases, in other villages: late where a late fact stands behind somebody there.
  return { cases, isWhole: true, villages, isTrue: countLate() === 0 };
}

function isLateBehind({ causeOf, finder }: Telling, one: CaseList['cases'][number]): boolean {
  return causeOf(finder.behind(one))?.isLate === true;
}

function isNew({ told }: Telling, text: string): boolean {
  const isKnown = told.has(text);
  told.add(text);
  return !isKnown;
}

function changedCase(
  { register, finder, causeOf }: Telling,
  { key, span, rule, cases }: CaseList,
  is: ChangedCase['is'],
  sketched: string,
): ChangedCase {
  const { folk } = register;
  const one = finder.find(rule, sketched, cases);
  const cause = causeOf(finder.behind(one));
  const isPrivate = indicatorOf(folk.book.catalogue.indicators, key).isSensitive === true;
  // Who is only counted at the end of the period has no day of their own.
  const who = { ...reportCase(folk, one), ...(rule.is === 'stock' && { date: '' }) };
  return {
    is,
    span,
    who: isPrivate ? villageOf(who) : who,
    what: isPrivate ? privateWords : (cause?.what ?? { vi: '', en: '' }),
    by: cause?.by ?? '',
    on: cause?.on ?? '',
    isTakenBack: cause?.isTakenBack ?? false,
    isLate: cause?.isLate ?? false,
  };
}

/** Of what stands in own panels a list tells the village alone. */
function villageOf({ villageName }: ReportCase): ReportCase {
  return { record: '', person: '', household: '', householdNumber: '', villageName, date: '', sex: '', name: '' };
}
