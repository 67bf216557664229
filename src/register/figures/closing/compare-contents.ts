import { privateWords } from '../../../catalogue/rules/private-words.ts';
import { differenceOf, sketchOf } from '../../../domain/figure/closing/case-sketch.ts';
import type { ChangedCase, ChangedRow } from '../../../domain/figure/closing/closing.ts';
import type { FrozenFigure } from '../../../domain/figure/closing/frozen-figures.ts';
import type { Case } from '../../../domain/figure/indicator.ts';
import type { Words } from '../../../domain/words.ts';
import type { Folk } from '../../folk.ts';
import { nameOfStore } from '../../stock/point.ts';
import type { Basis, CaseList, CountedReport } from './counted-report.ts';
import type { FrozenContent, FrozenList } from './frozen-content.ts';

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

/**
 * Where two contents of one report differ, row by row and case by case.
 * @param frozen as it was frozen; went: counted in it alone
 * @param other as it is now, or another version
 */
export function compareContents(
  folk: Folk,
  report: CountedReport,
  {
    frozen,
    other,
    causeOf,
  }: { readonly frozen: FrozenContent; readonly other: FrozenContent; readonly causeOf: CauseOf },
): readonly ChangedRow[] {
  if (frozen.hash === other.hash) return [];
  const differing = differingLists({ folk, report, causeOf, told: new Set() }, frozen, other);
  const rows = new Map(frozen.figures.map((figure) => [figure.key, figure]));
  const now = new Map(other.figures.map((figure) => [figure.key, figure]));
  const keys = [...new Set([...rows.keys(), ...now.keys(), ...differing.keys()])];
  return keys.flatMap((key) => {
    const [was, is] = [rows.get(key), now.get(key)];
    const own = differing.get(key) ?? [];
    if (own.length === 0 && (isSame(was, is) || (report.isSparse && isNothing(was) && isNothing(is)))) return [];
    const { label, decimals } = report.words(key);
    return [
      {
        row: was?.row ?? is?.row ?? key,
        key,
        label,
        decimals,
        frozen: saidBy(was),
        now: saidBy(is),
        cases: own.flatMap(({ cases }) => cases),
        isWhole: own.every(({ isWhole }) => isWhole),
        villages: [...new Set(own.flatMap(({ villages }) => villages))],
        isTrue: isTrue(report.basis(key), differing),
      },
    ];
  });
}

function saidBy(figure: FrozenFigure | undefined): ChangedRow['now'] {
  const { value = null, cumulative = null, text } = figure ?? {};
  return { value, cumulative, ...(text !== undefined && { text }) };
}

/** Of goods that nobody had then, or has no more, a line is not there. */
function isNothing(figure: FrozenFigure | undefined): boolean {
  return !figure?.value && !figure?.text;
}

function isSame(a: FrozenFigure | undefined, b: FrozenFigure | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const isEqual = a.value === b.value && a.cumulative === b.cumulative && a.text === b.text;
  return isEqual && JSON.stringify(a.parts) === JSON.stringify(b.parts);
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
function isTrue({ lists, hasChange }: Basis, differing: Differing): boolean {
  const found = lists.flatMap((key) => differing.get(key) ?? []);
  return found.length === 0 ? !hasChange : found.some((one) => one.isTrue);
}

function differingLists(telling: Telling, frozen: FrozenContent, other: FrozenContent): Differing {
  const found = new Map<string, readonly ListDifference[]>();
  for (const list of listsOf(telling.report, frozen, other)) {
    const [was, is] = [frozenList(telling.report, frozen, list), frozenList(telling.report, other, list)];
    const difference = was && is && differenceOfLists(telling, list, was, is);
    if (difference !== undefined) found.set(list.key, [...(found.get(list.key) ?? []), difference]);
  }
  return found;
}

/** Those of now; of a report that leaves out what is empty also those that were not empty then. */
function listsOf(report: CountedReport, ...contents: readonly FrozenContent[]): readonly CaseList[] {
  const now = report.lists();
  if (!report.isSparse) return now;
  const gone = contents
    .flatMap(({ lists }) => lists)
    .filter(({ key, span }) => !now.some((list) => list.key === key && list.span === span));
  const empty = new Map(gone.map(({ key, span }): [string, CaseList] => [key, { key, span, cases: [] }]));
  return [...now, ...empty.values()];
}

/** A list as a content keeps it. */
export function frozenList(
  { isSparse }: CountedReport,
  { lists }: FrozenContent,
  { key, span }: CaseList,
): FrozenList | undefined {
  const found = lists.find((list) => list.key === key && list.span === span);
  return found ?? (isSparse ? { key, span, size: 0, sketch: sketchOf([]), units: new Map() } : undefined);
}

interface Telling {
  readonly folk: Folk;
  readonly report: CountedReport;
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
  const villages = units.map((unit) => nameOfStore(telling.folk, unit) || unit);
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

function isLateBehind({ causeOf, report }: Telling, one: Case): boolean {
  return causeOf(report.behind(one))?.isLate === true;
}

function isNew({ told }: Telling, text: string): boolean {
  const isKnown = told.has(text);
  told.add(text);
  return !isKnown;
}

function changedCase(
  { report, causeOf }: Telling,
  list: CaseList,
  is: ChangedCase['is'],
  sketched: string,
): ChangedCase {
  const one = report.find(list, sketched);
  const cause = causeOf(report.behind(one));
  const { isPrivate, ...told } = report.tell(list, one);
  return {
    is,
    span: list.span,
    ...told,
    what: isPrivate ? privateWords : (cause?.what ?? { vi: '', en: '' }),
    by: cause?.by ?? '',
    on: cause?.on ?? '',
    isTakenBack: cause?.isTakenBack ?? false,
    isLate: cause?.isLate ?? false,
  };
}
