import { sketchOf } from '../../../domain/figure/closing/case-sketch.ts';
import {
  type FrozenFigure,
  type FrozenLine,
  readFigures,
  readLines,
  writeFigures,
} from '../../../domain/figure/closing/frozen-figures.ts';
import { canonicalText } from '../../../domain/value.ts';
import { sha256 } from '../../../sync/records/sha256.ts';
import { toBase64url, utf8 } from '../../../sync/wire/bytes.ts';
import type { Folk } from '../../folk.ts';
import type { Held } from '../../held.ts';
import { caseIds } from './case-lists.ts';
import type { CaseList, CountedReport } from './counted-report.ts';

export const frozenKind = 'report_frozen';
export const casesKind = 'report_cases';
export const verdictKind = 'report_verdict';

/** A list of cases as a frozen report keeps it. */
export interface FrozenList {
  readonly key: string;
  readonly span: CaseList['span'];
  readonly size: number;
  readonly sketch: string;
  /** By unit id, the hash of its sorted record ids. */
  readonly units: ReadonlyMap<string, string>;
}

/** What is frozen: numbers and lists, the same on phone and hub where both hold the same book. */
export interface FrozenContent {
  readonly figures: readonly FrozenFigure[];
  readonly lists: readonly FrozenList[];
  /** SHA-256 over both, base64url: equal contents have equal ones. */
  readonly hash: string;
}

/** The same as the lines of its facts. */
interface Written {
  readonly figures: readonly FrozenLine[];
  readonly lists: readonly FrozenLine[];
}

/** Characters of a list's hash that are kept: 72 bits. */
const hashLength = 12;

/** What a report comes to in this book now. */
export function contentNow(report: CountedReport): FrozenContent {
  return readContent(writeContent(report));
}

/** The one place where it is said what a frozen report holds, and in which order. */
export function writeContent(report: CountedReport): Written {
  const figures = writeFigures(report.table());
  const lists = report
    .lists()
    .map(({ key, span, cases }) => [key, span, cases.length, sketchOf(caseIds(cases)), ...unitHashes(cases)]);
  return { figures, lists };
}

export function hashOf(written: Written): string {
  const figures = written.figures.map((line) => [...line]);
  return hashText(canonicalText([figures, written.lists.map((line) => [...line])]));
}

function readContent(written: Written): FrozenContent {
  return {
    figures: readFigures(written.figures.map((line) => [...line])),
    lists: written.lists.map(readList),
    hash: hashOf(written),
  };
}

/** As its facts say it; lists of which a part is not here yet are none. */
export function readFrozen(folk: Folk, frozen: Held): FrozenContent {
  const parts = [...folk.book.all(casesKind)]
    .filter((part) => part.fields.report === frozen.id)
    .sort((a, b) => Number(a.fields.part) - Number(b.fields.part));
  const figures = readLines(frozen.fields.figures);
  const lists = parts.flatMap(({ fields }) => readLines(fields.lists));
  return readContent({ figures, lists });
}

function readList([key, span, size, sketch, ...units]: FrozenLine): FrozenList {
  const pairs = new Map<string, string>();
  for (let at = 0; at + 1 < units.length; at += 2) pairs.set(String(units[at]), String(units[at + 1]));
  return {
    key: String(key),
    span: span === 'year' ? 'year' : 'period',
    size: Number(size),
    sketch: String(sketch),
    units: pairs,
  };
}

/** Unit and hash, unit and hash …; a unit without a case has none. */
function unitHashes(cases: CaseList['cases']): readonly string[] {
  const units = new Map<string, string[]>();
  const named = caseIds(cases);
  for (const [at, one] of cases.entries()) {
    const id = named[at] ?? '';
    const ids = units.get(one.place) ?? [];
    ids.push(id);
    units.set(one.place, ids);
  }
  return [...units]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([unit, ids]) => [unit, hashText(ids.sort().join('\n')).slice(0, hashLength)]);
}

function hashText(text: string): string {
  return toBase64url(sha256(utf8(text)));
}
