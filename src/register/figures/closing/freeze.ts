import type { Period } from '../../../domain/calendar/period.ts';
import type { FrozenDoubts } from '../../../domain/figure/closing/closing.ts';
import type { FrozenLine } from '../../../domain/figure/closing/frozen-figures.ts';
import type { Value } from '../../../domain/value.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import type { Register } from '../../register.ts';
import { closingsOf } from './closings.ts';
import { countedReport, type ReportBench } from './counted-report.ts';
import { casesKind, frozenKind, hashOf, writeContent } from './frozen-content.ts';
import { paperLines } from './frozen-paper.ts';
import { carriedLines, isSameReport } from './frozen-report.ts';
import type { Reported } from './reported.ts';

/** Why a report cannot be frozen now: its period runs · it is with the level above already */
export type FreezeProblem = 'not_over' | 'submitted';

/** Characters of lists in one op: well under what a line may hold, whatever they are escaped to. */
const charactersAtOnce = 40_000;

export function freezeProblem(
  { folk }: Pick<Register, 'folk'>,
  reported: Reported,
  today: string,
): FreezeProblem | undefined {
  if (!isOver(reported.period, today)) return 'not_over';
  const { form, period, place } = reported;
  const known = { form: form.code, period: period.text, place };
  const latest = closingsOf(folk, () => undefined).find((one) => one.isLatest && isSameReport(one, known));
  return latest === undefined || latest.state === 'returned' ? undefined : 'submitted';
}

/** "At the end" is the close of the last day. */
function isOver({ last }: Period, today: string): boolean {
  return today > last;
}

/**
 * The facts that freeze a report as it stands in this book now, as one transaction.
 * @param basis how far this device had read and written
 */
export function freezeDrafts(
  register: ReportBench,
  reported: Reported,
  {
    today,
    doubts,
    basis,
  }: {
    readonly today: string;
    readonly doubts: FrozenDoubts;
    readonly basis: { readonly cursor: number; readonly ownSeq: number };
  },
): readonly OpDraft[] {
  const report = countedReport(register, reported);
  const written = writeContent(report);
  const paper = paperLines(report.table());
  const { form, period, place } = reported;
  const frozen = {
    date: today,
    form: form.code,
    formSet: form.formSet,
    period: period.text,
    of: place,
    hash: hashOf(written),
    figures: values(written.figures),
    carried: values(carriedLines(register, reported)),
    ...(paper.length > 0 && { paper: values(paper) }),
    ...basis,
    ...doubts,
  };
  const parts = packLines(written.lists).map((lists, part): OpDraft => {
    // The fact that stands first in the transaction.
    return { kind: casesKind, place, add: { date: today, report: { made: 0 }, part, lists: values(lists) } };
  });
  return [{ kind: frozenKind, place, add: frozen }, ...parts];
}

function values(lines: readonly FrozenLine[]): Value {
  return lines.map((line) => [...line]);
}

function packLines(lines: readonly FrozenLine[]): readonly (readonly FrozenLine[])[] {
  const packs: FrozenLine[][] = [];
  let room = 0;
  for (const line of lines) {
    const { length } = JSON.stringify(line);
    if (length > room) {
      packs.push([]);
      room = charactersAtOnce;
    }
    packs.at(-1)?.push(line);
    room -= length;
  }
  return packs;
}
