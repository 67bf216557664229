import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BundleSizes } from './bundle.ts';
import type { IngestFigures } from './hub/ingest.ts';
import type { Speeds } from './measure/app.ts';
import type { Spread } from './statistics.ts';
import type { SyncBars } from './sync/describe-sync.ts';

export interface Bar {
  readonly median?: number;
  readonly p95?: number;
}

/** The bars of the field: sizes in KiB, speeds on the cheap-phone stand-in in ms. */
export interface Budgets {
  readonly size: BundleSizes;
  readonly standIn: { readonly [name in keyof Speeds]: Bar };
  /** Others of a commune that is larger than an old one. */
  readonly standInOfLarge: { readonly [name in keyof Speeds]?: Bar };
  /** A stock card of five years: from the tap until it is drawn. */
  readonly card: Bar;
  /** The report rush: from a request to its verdict, on this machine. */
  readonly rush: { readonly p99: number };
  /** Ops a second that the hub takes in by its database, on this machine: no fewer. */
  readonly ingest: { readonly [database in IngestFigures['database']]: number };
  /** Over 1.6 Mbit/s. */
  readonly sync: SyncBars;
  readonly memoryMb: number;
  readonly storageBytesAPersonOrFact: number;
}

/** More people than an old commune has. */
const large = 20_000;

export function speedBar({ standIn, standInOfLarge }: Budgets, name: keyof Speeds, people: number): Bar {
  return (people > large ? standInOfLarge[name] : undefined) ?? standIn[name];
}

export function readBudgets(): Budgets {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'budgets.json'), 'utf8')) as Budgets;
}

/** Empty when within its bar. */
export function missedSpeed(name: string, bar: Bar, spread: Spread): readonly string[] {
  return [
    ...(bar.median === undefined ? [] : missed(`${name} median`, bar.median, spread.median)),
    ...(bar.p95 === undefined ? [] : missed(`${name} p95`, bar.p95, spread.p95)),
  ];
}

/** A figure that is not a number was not measured: that misses too. */
export function missed(name: string, bar: number, figure: number): readonly string[] {
  return figure <= bar ? [] : [`${name} ${figure} (bar ${bar})`];
}

/** The same where more is better. */
export function missedBelow(name: string, bar: number, figure: number): readonly string[] {
  return figure >= bar ? [] : [`${name} ${figure} (bar ${bar})`];
}

export function missedSizes(sizes: BundleSizes, bars: BundleSizes): readonly string[] {
  return [
    ...missed('first screen JS', bars.firstScreenJsGzipKiB, sizes.firstScreenJsGzipKiB),
    ...missed('CSS', bars.cssGzipKiB, sizes.cssGzipKiB),
    ...missed('largest lazy chunk', bars.lazyChunkGzipKiB, sizes.lazyChunkGzipKiB),
    ...missed('largest worker', bars.workerGzipKiB, sizes.workerGzipKiB),
    ...missed('precache', bars.precacheGzipKiB, sizes.precacheGzipKiB),
  ];
}
