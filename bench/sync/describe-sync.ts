import { spellCalibration } from '../browser/calibration.ts';
import { type Budgets, missed } from '../budgets.ts';
import type { Traffic } from './line.ts';
import type { Sending } from './sending.ts';
import type { SyncFigures } from './sync-figures.ts';

/** The bars of a first load, by the size of the commune. */
interface FirstLoadBar {
  readonly people: number;
  readonly downMb: number;
  readonly ownVillageMs: number;
  readonly allMs: number;
}

export interface SyncBars {
  /** Ascending by people: the first that holds so many counts. */
  readonly firstLoad: readonly FirstLoadBar[];
  /** A month's work, sent by the open app. */
  readonly unlocked: { readonly upKb: number; readonly envelopes: number; readonly ms: number };
  readonly lockedKbAnOp: number;
  readonly nothingNew: { readonly requests: number; readonly kb: number };
}

const kb = (bytes: number): number => Math.round(bytes / 100) / 10;
const mb = (bytes: number): number => Math.round(bytes / 10_000) / 100;
const kbAnOp = ({ up, ops }: Sending): number => Math.round(up / ops) / 1_000;

/** A commune larger than the last bar is not judged. */
function firstLoadBar(figures: SyncFigures, { sync }: Budgets): FirstLoadBar | undefined {
  return sync.firstLoad.find(({ people }) => figures.people <= people);
}

export function describeTraffic({ requests, up, down }: Traffic): string {
  return `${requests} requests, ${kb(up)} kB up, ${kb(down)} kB down`;
}

export function describeSync(figures: SyncFigures, budgets: Budgets): string {
  const { people, size, isLimited, load, firstLoad, nothingNew, unlocked, locked, oneAct } = figures;
  const bar = firstLoadBar(figures, budgets);
  const { sync } = budgets;
  const limits = isLimited ? 'cheap-phone stand-in: 1/6 core' : 'processor not limited: times not judged';
  const sent = (one: Sending) =>
    `${one.ops} ops of ${one.sealedIn} envelopes in ${one.envelopes}, ${describeTraffic(one)}, ${one.ms} ms`;
  return [
    `\nSổ Dân Số over 1.6 Mbit/s, ${people} people, ${size.records} records · ${limits} · load of this machine ${load}, ${spellCalibration(figures)} · each once`,
    `  first load: own village ${firstLoad.ownVillageMs} ms (bar ${bar?.ownVillageMs ?? '–'}), last byte ${firstLoad.lastByteMs}, all sealed and compared ${firstLoad.allMs} (bar ${bar?.allMs ?? '–'}); before it, from the tap on the PIN, ${firstLoad.beforeMs}`,
    `    ${describeTraffic(firstLoad)} (bar ${bar === undefined ? '–' : `${bar.downMb} MB down`})`,
    `  sync with nothing new: ${describeTraffic(nothingNew)} (bar ${sync.nothingNew.requests} request, ${sync.nothingNew.kb} kB), ${nothingNew.ms} ms`,
    `  a month's work up, saved one by one, open: ${sent(unlocked)} (bar ${sync.unlocked.envelopes} envelopes, ${sync.unlocked.upKb} kB up, ${sync.unlocked.ms} ms)`,
    `  the same, locked: ${sent(locked)}; ${kbAnOp(locked)} kB an op (bar ${sync.lockedKbAnOp})`,
    `  as one act (a file imported), open: ${sent(oneAct)}`,
  ].join('\n');
}

/** What is counted is judged everywhere, times on the stand-in only. */
export function missedBySync(figures: SyncFigures, budgets: Budgets): readonly string[] {
  const { people, isLimited, firstLoad, nothingNew, unlocked, locked } = figures;
  const bar = firstLoadBar(figures, budgets);
  const { sync } = budgets;
  const times = [
    ...(bar === undefined ? [] : missed('first load, own village ms', bar.ownVillageMs, firstLoad.ownVillageMs)),
    ...(bar === undefined ? [] : missed('first load, all ms', bar.allMs, firstLoad.allMs)),
    ...missed('month up, open, ms', sync.unlocked.ms, unlocked.ms),
  ];
  return [
    ...(bar === undefined ? [] : missed('first load MB', bar.downMb, mb(firstLoad.down))),
    ...(isLimited ? times : []),
    ...missed('nothing new, requests', sync.nothingNew.requests, nothingNew.requests),
    ...missed('nothing new, kB', sync.nothingNew.kb, kb(nothingNew.up + nothingNew.down)),
    ...missed('month up, open, envelopes', sync.unlocked.envelopes, unlocked.envelopes),
    ...missed('month up, open, kB', sync.unlocked.upKb, kb(unlocked.up)),
    ...missed('month up, locked, kB an op', sync.lockedKbAnOp, kbAnOp(locked)),
  ].map((line) => `sync, ${people} people: ${line}`);
}
