import { caseKey, differenceOf, sketchOf } from '../../../domain/figure/closing/case-sketch.ts';
import type { FrozenMove, FrozenMoves } from '../../../domain/figure/closing/closing.ts';
import { caseIds } from './case-lists.ts';
import { closingsOf } from './closings.ts';
import { frozenList } from './compare-contents.ts';
import { type CaseList, type CountedReport, countedReport, type ReportBench } from './counted-report.ts';
import { type FrozenContent, frozenKind, readFrozen } from './frozen-content.ts';
import { isStockForm, reportedBy } from './reported.ts';

/**
 * What a number of a frozen report of stores was added up from: those of now, less what came since, and what was taken
 * back since. `undefined`: no such report, or no such number in it.
 * @param most only so many, the latest
 */
export function frozenMoves(
  register: ReportBench,
  id: string,
  row: string,
  most = Number.POSITIVE_INFINITY,
): FrozenMoves | undefined {
  const { folk } = register;
  const fact = folk.book.find(frozenKind, id);
  const closing = closingsOf(folk, () => undefined).find((one) => one.id === id);
  const reported = closing && reportedBy(folk.book.catalogue, closing);
  if (fact === undefined || reported === undefined || !isStockForm(reported.form)) return undefined;
  const [report, frozen] = [countedReport(register, reported), readFrozen(folk, fact)];
  if (!frozen.figures.some(({ key }) => key === row)) return undefined;
  const found = report.basis(row).lists.map((key) => movesOf(report, frozen, key));
  const all = found.flatMap(({ moves }) => moves).sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  const earlier = Math.max(0, all.length - most);
  const { label } = report.words(row);
  return { label, moves: all.slice(earlier), earlier, isWhole: found.every(({ isWhole }) => isWhole) };
}

function movesOf(report: CountedReport, frozen: FrozenContent, key: string): Pick<FrozenMoves, 'moves' | 'isWhole'> {
  const now = report.lists().find((list) => list.key === key) ?? { key, span: 'period', cases: [] };
  const was = frozenList(report, frozen, now);
  const difference = was && differenceOf(was.sketch, sketchOf(caseIds(now.cases)));
  const came = new Set(difference?.second ?? []);
  const stayed = now.cases.filter(({ record }) => !came.has(caseKey(record)));
  const gone = (difference?.first ?? []).map((sketched) => report.find(now, sketched));
  const moves = [
    ...stayed.map((one) => moveOf(report, now, one)),
    ...gone.map((one) => moveOf(report, now, one, true)),
  ];
  return { moves, isWhole: difference !== undefined };
}

function moveOf(report: CountedReport, list: CaseList, one: CaseList['cases'][number], isGone = false): FrozenMove {
  const { who, goods } = report.tell(list, one);
  const told = goods ?? { what: { vi: '' }, quantity: 0, unit: { vi: '' } };
  return { record: one.record, store: who.villageName, date: one.date, ...told, isGone };
}
