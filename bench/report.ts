import { spellCalibration } from './browser/calibration.ts';
import { type Bar, type Budgets, missed, missedSpeed, speedBar } from './budgets.ts';
import type { Speeds } from './measure/app.ts';
import type { CardFigures } from './measure/card.ts';
import type { Ground, PhoneFigures, Run } from './measure/phone-figures.ts';
import type { RushFigures } from './rush/rush.ts';
import type { Spread } from './statistics.ts';

const titles: { readonly [name in keyof Speeds]: string } = {
  startMs: 'start to lock screen drawn',
  unlockMs: 'PIN to first search answered',
  everythingMs: 'then to everything in memory',
  keyToRowsReplacedMs: 'key to rows replaced',
  keyToRowsDrawnMs: 'key to rows drawn',
  openHouseholdMs: 'tap to household in the page',
  householdDrawnMs: 'tap to household drawn',
  saveMs: 'tap to "Đã lưu trên máy" drawn',
  reportFirstMs: 'a quarter’s report, first of an opening',
  reportAgainMs: 'the same after one more fact',
};
const names = Object.keys(titles).filter((name): name is keyof Speeds => name in titles);

/** One row of a table; ms only where the stand-in holds, ratios to the fixed loop always. `empty`: the baseline's. */
export function describeRow(
  name: keyof Speeds,
  { median, p95, runs }: Spread,
  ground: Ground,
  empty: Run | undefined,
  bars: Bar,
): string {
  const bar = Object.entries(bars).map(([which, ms]) => `${which} ≤ ${ms}`);
  const ratio = (median / ground.loopMs.median).toFixed(2);
  const baseline = empty === undefined ? '' : `${empty.speeds[name].median}/${empty.speeds[name].p95}`;
  const ms = ground.isLimited ? [`${median}`, `${p95}`] : ['–', '–'];
  const columns = [titles[name].padEnd(32), ...ms.map((one) => one.padStart(8)), String(runs).padStart(5)];
  const last = [ratio.padStart(8), (ground.isLimited ? baseline : '').padStart(15), `  ${bar.join(', ')}`];
  return [...columns, ...last].join('');
}

/** What stands above the rows, known before the first of them. */
export function describeHead(title: string, { isLimited, ...calibration }: Ground): string {
  const head = [
    'what, ms'.padEnd(32),
    'median'.padStart(8),
    'p95'.padStart(8),
    'runs'.padStart(5),
    '× loop'.padStart(8),
    'empty page'.padStart(15),
    '  bar',
  ];
  const limits = isLimited ? 'cheap-phone stand-in: 1/6 core' : 'not limited: ratios only';
  return `\n${title} · ${limits} · ${spellCalibration(calibration)}\n${head.join('')}`;
}

/** What stands below them. */
export function describeRest({ isLimited, searchFieldMs, idleKeys, lateMs, behind }: Run): string {
  const idle = `keys that changed no row: ${idleKeys}; behind it ${spellCalibration(behind)}`;
  if (!isLimited) return idle;
  const { key, tap } = lateMs;
  const late = `the browser tells the page of a key ${key.median}/${key.p95}, of a tap ${tap.median}/${tap.p95} later`;
  return `search field drawn ${searchFieldMs.median} after the PIN; ${late}; ${idle}`;
}

export function storageBytesEach({ size, storage }: PhoneFigures): number {
  return Math.round((storage.sealedBytes / (size.people + size.facts)) * 10) / 10;
}

export function describeHolding(figures: PhoneFigures, budgets: Budgets): string {
  const { size, storage, memoryMb } = figures;
  return [
    `${size.people} people, ${size.facts} facts, ${size.records} records`,
    `memory: ${memoryMb === undefined ? 'not told by this browser' : `${memoryMb.toFixed(1)} MB`} (bar ${budgets.memoryMb})`,
    `storage: ${storageBytesEach(figures)} sealed bytes a person or fact (bar ${budgets.storageBytesAPersonOrFact}); ${storage.sealedBytes} in all, ${storage.estimateBytes} by the browser's estimate, folder ${storage.folderBytes}`,
  ].join('\n');
}

export function describeCard({ lines, isLimited, shownMs, drawnMs }: CardFigures, { card }: Budgets): string {
  const of = ({ median, p95, runs }: Spread) => `median ${median}, p95 ${p95} (${runs} runs)`;
  const limits = isLimited ? 'cheap-phone stand-in: 1/6 core' : 'not limited: not judged';
  return `\nstock card of five years, ${lines} lines, ms · ${limits}\n  tap to lines in the page ${of(shownMs)}\n  tap to lines drawn ${of(drawnMs)}, bar ${card.median}`;
}

/** Judged on the stand-in only. */
export function missedByCard({ isLimited, drawnMs }: CardFigures, { card }: Budgets): readonly string[] {
  return isLimited ? missedSpeed('stock card of five years drawn', card, drawnMs) : [];
}

export function describeRush(figures: RushFigures, { rush }: Budgets): string {
  const { phones, minutes, ops, verdictMs, answers, duplicates, lost, doubled, contradicted } = figures;
  const said = Object.entries(answers).map(([answer, times]) => `${answer}: ${times}`);
  return [
    `\nreport rush: ${phones} phones, ${ops} ops within ${minutes} min, took ${figures.tookS} s; this machine, not limited`,
    `  verdict p50 ${verdictMs.p50} ms, p99 ${verdictMs.p99} ms (bar ${rush.p99}), the slowest ${verdictMs.worst} ms`,
    `  answers ${said.join(', ')}; ${duplicates} envelopes came twice`,
    `  lost ${lost}, doubled ${doubled}, answered otherwise ${contradicted}`,
    `  hub: processor ${figures.hubCpuMs} ms, at most ${figures.hubPeakMb} MB`,
  ].join('\n');
}

export function missedByRush(
  { verdictMs, answers, lost, doubled, contradicted }: RushFigures,
  { rush }: Budgets,
): readonly string[] {
  return [
    ...missed('rush: verdict p99', rush.p99, verdictMs.p99),
    ...missed('rush: ops lost', 0, lost),
    ...missed('rush: ops doubled', 0, Math.abs(doubled)),
    ...missed('rush: envelopes answered otherwise', 0, contradicted),
    ...missed('rush: answers that may not be', 0, answers.other ?? 0),
  ];
}

/** The bars of speed hold on the stand-in only; what was not limited is not judged. */
export function missedByPhone(figures: PhoneFigures, budgets: Budgets): readonly string[] {
  const { run, memoryMb } = figures;
  const speeds = run.isLimited
    ? names.flatMap((name) => missedSpeed(titles[name], speedBar(budgets, name, figures.size.people), run.speeds[name]))
    : [];
  return [
    ...speeds,
    ...(memoryMb === undefined ? [] : missed('memory MB', budgets.memoryMb, memoryMb)),
    ...missed('storage bytes a person or fact', budgets.storageBytesAPersonOrFact, storageBytesEach(figures)),
  ].map((line) => `${figures.size.people} people: ${line}`);
}
