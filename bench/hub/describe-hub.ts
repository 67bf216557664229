import { type Budgets, missedBelow } from '../budgets.ts';
import type { Spread } from '../statistics.ts';
import type { HubFigures, Took } from './hub.ts';
import type { IngestFigures } from './ingest.ts';

/** A hub is limited by nothing but this machine: processor time says more than the clock where it is busy. */
export function describeHub(figures: HubFigures): string {
  const { people, firstStart, restart, answerMs, envelopeMs, envelopeCpuMs, cells, reports } = figures;
  const took = ({ ms, cpuMs }: Took) => `${ms} ms (processor ${cpuMs})`;
  const of = ({ median, p95 }: Spread) => `${median} ms (p95 ${p95})`;
  return [
    `hub with ${people} people, this machine, not limited: first start ${took(firstStart)}, again ${took(restart)}`,
    `answers while cells are worked out ${of(answerMs)}, the slowest ${answerMs.worst} ms`,
    `envelope of 50 ops to verdict ${of(envelopeMs)}, processor ${envelopeCpuMs} ms`,
    `cells behind an envelope: one month ${of(cells.monthMs)}, every month ${of(cells.everyMonthMs)}, from nothing ${cells.fromNothingMs} ms`,
    ...reports.map(({ form, period, ms }) => `report ${form} of ${period} by the command line ${ms} ms`),
  ].join('\n');
}

export function describeIngest(figures: readonly IngestFigures[], { ingest }: Budgets): string {
  const lines = figures.map(
    ({ database, opsPerSecond, cpuMsAnEnvelope }) =>
      `ingest on ${database === 'embedded' ? 'the embedded database' : database}: ${opsPerSecond} ops/s in envelopes of 50 by four phones at once (bar ${ingest[database]}), processor ${cpuMsAnEnvelope} ms an envelope`,
  );
  return lines.join('\n');
}

export function missedByIngest(figures: readonly IngestFigures[], { ingest }: Budgets): readonly string[] {
  return figures.flatMap(({ database, opsPerSecond }) =>
    missedBelow(`ingest on ${database}, ops/s`, ingest[database], opsPerSecond),
  );
}
