import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { missedSizes, readBudgets, speedBar } from './budgets.ts';
import { type BundleSizes, measureBundle } from './bundle.ts';
import { describeHub, describeIngest, missedByIngest } from './hub/describe-hub.ts';
import { type HubFigures, measureHub } from './hub/hub.ts';
import { type IngestFigures, measureIngest } from './hub/ingest.ts';
import { type CardFigures, measureCard } from './measure/card.ts';
import {
  type Ground,
  measureEmptyPage,
  measurePhone,
  type PhoneFigures,
  type Run,
  type RunListener,
} from './measure/phone-figures.ts';
import { describePeers } from './peers/describe-peers.ts';
import { measurePeers, type PeerFigures } from './peers/peers.ts';
import {
  describeCard,
  describeHead,
  describeHolding,
  describeRest,
  describeRow,
  describeRush,
  missedByCard,
  missedByPhone,
  missedByRush,
  storageBytesEach,
} from './report.ts';
import { measureRush, type RushFigures } from './rush/rush.ts';
import { readSettings, type Settings } from './settings.ts';
import { describeSync, missedBySync } from './sync/describe-sync.ts';
import { measureSync, type SyncFigures } from './sync/sync-figures.ts';

/*
 * npm run bench -- [--repeats 6] [--people 1800,12000] [--parts size,empty,phone,card,hub,rush,sync,peers] [--rush 25x0.5]
 * Prints each row as soon as it is known, then the bars that are missed (that is no failure), then one line of JSON.
 * `--repeats 30` is the full measurement; `--people 60000` the largest commune; `--rush 500x10` the whole report rush.
 * `--parts sync,peers` lays PouchDB and RxDB beside our sync; only then are they fetched.
 */

const budgets = readBudgets();
const begun = performance.now();

interface Figures {
  readonly size?: BundleSizes;
  readonly empty?: Run;
  readonly phones: readonly PhoneFigures[];
  readonly card?: CardFigures;
  readonly hubs: readonly HubFigures[];
  readonly ingest: readonly IngestFigures[];
  readonly rush?: RushFigures;
  readonly sync: readonly SyncFigures[];
  readonly peers: readonly PeerFigures[];
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A sign of life beside the figures. */
function step(text: string): void {
  process.stderr.write(`  ${Math.round((performance.now() - begun) / 1_000)} s: ${text}\n`);
}

function weighBundle(): BundleSizes {
  const size = measureBundle();
  say('size, KiB gzip (bar):');
  for (const [name, bar] of Object.entries(budgets.size)) say(`  ${name} ${Reflect.get(size, name)} (${bar})`);
  return size;
}

/** A table that grows row by row. @param people of the commune that it is about; bars of a small one where it is about none */
function table(title: string, empty: Run | undefined, people = 0): RunListener {
  let ground: Ground | undefined;
  return {
    step: (text) => step(`${title}: ${text}`),
    begin(known) {
      ground = known;
      say(describeHead(title, known));
    },
    row(name, spread) {
      if (ground !== undefined) say(describeRow(name, spread, ground, empty, speedBar(budgets, name, people)));
    },
  };
}

async function timeEmptyPage(scratch: string, { repeats }: Settings): Promise<Run> {
  const title = 'BASELINE, not this app: an empty page with the same screens';
  const empty = await measureEmptyPage(scratch, repeats, table(title, undefined));
  say(describeRest(empty));
  return empty;
}

async function timePhones(scratch: string, { people, repeats }: Settings, empty: Run | undefined) {
  const phones: PhoneFigures[] = [];
  for (const number of people) {
    const figures = await measurePhone(scratch, number, repeats, table(`Sổ Dân Số, ${number} people`, empty, number));
    say(describeRest(figures.run));
    say(describeHolding(figures, budgets));
    phones.push(figures);
  }
  return phones;
}

async function timeCard(scratch: string, { repeats }: Settings): Promise<CardFigures> {
  const figures = await measureCard(scratch, repeats, step);
  say(describeCard(figures, budgets));
  return figures;
}

async function timeHubs(scratch: string, { people }: Settings): Promise<readonly HubFigures[]> {
  const hubs: HubFigures[] = [];
  for (const number of people) {
    step(`hub, ${number} people`);
    const figures = await measureHub(scratch, number);
    say(`\n${describeHub(figures)}`);
    hubs.push(figures);
  }
  return hubs;
}

async function timeIngest(scratch: string): Promise<readonly IngestFigures[]> {
  step('hub: ingest');
  const figures = await measureIngest(scratch);
  say(describeIngest(figures, budgets));
  return figures;
}

async function timeRush(scratch: string, settings: Settings): Promise<RushFigures> {
  const figures = await measureRush(scratch, settings.rush, step);
  say(describeRush(figures, budgets));
  return figures;
}

async function timeSync(scratch: string, { people }: Settings): Promise<readonly SyncFigures[]> {
  const syncs: SyncFigures[] = [];
  for (const number of people) {
    const figures = await measureSync(scratch, number, step);
    say(describeSync(figures, budgets));
    syncs.push(figures);
  }
  return syncs;
}

/** Beside our own figures of the same size. */
async function timePeers(scratch: string, { people }: Settings, syncs: readonly SyncFigures[]) {
  const peers: PeerFigures[] = [];
  for (const [index, number] of people.entries()) {
    const figures = await measurePeers(scratch, number, step);
    if (figures === undefined) say('\npeers: not measured, their packages could not be installed (bench/peers)');
    else say(describePeers(figures, syncs[index]));
    peers.push(...(figures ?? []));
  }
  return peers;
}

async function measure(scratch: string, settings: Settings): Promise<Figures> {
  const has = (part: string): boolean => settings.parts.includes(part);
  const size = has('size') ? { size: weighBundle() } : {};
  const empty = has('empty') ? await timeEmptyPage(scratch, settings) : undefined;
  const phones = has('phone') ? await timePhones(scratch, settings, empty) : [];
  const card = has('card') ? { card: await timeCard(scratch, settings) } : {};
  const hubs = has('hub') ? await timeHubs(scratch, settings) : [];
  const ingest = has('hub') ? await timeIngest(scratch) : [];
  const rush = has('rush') ? { rush: await timeRush(scratch, settings) } : {};
  const sync = has('sync') ? await timeSync(scratch, settings) : [];
  const peers = has('peers') ? await timePeers(scratch, settings, sync) : [];
  return { ...size, ...(empty === undefined ? {} : { empty }), phones, ...card, hubs, ingest, ...rush, sync, peers };
}

function judge({ size, phones, card, ingest, rush, sync }: Figures): readonly string[] {
  const sizes = size === undefined ? [] : missedSizes(size, budgets.size);
  return [
    ...sizes,
    ...phones.flatMap((figures) => missedByPhone(figures, budgets)),
    ...(card === undefined ? [] : missedByCard(card, budgets)),
    ...missedByIngest(ingest, budgets),
    ...(rush === undefined ? [] : missedByRush(rush, budgets)),
    ...sync.flatMap((figures) => missedBySync(figures, budgets)),
  ];
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const scratch = mkdtempSync(join(tmpdir(), 'so-dan-so-bench-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
say(`load of this machine before: ${loadavg()[0]?.toFixed(1)}`);
const figures = await measure(scratch, readSettings(process.argv.slice(2)));
const missedBars = judge(figures);
say(`\nload of this machine behind: ${loadavg()[0]?.toFixed(1)}`);
say(missedBars.length === 0 ? 'no bar missed' : `missed:\n${missedBars.map((line) => `  ${line}`).join('\n')}`);
const phones = figures.phones.map((one) => ({ ...one, storageBytesEach: storageBytesEach(one) }));
say(JSON.stringify({ ...figures, phones, missed: missedBars }));
