import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { missedSizes, readBudgets } from './budgets.ts';
import { type BundleSizes, measureBundle } from './bundle.ts';
import { type HubFigures, measureHub } from './hub.ts';
import { measureEmptyPage, measurePhone, type PhoneFigures, type Run } from './measure/phone-figures.ts';
import { describeHolding, describeRun, missedByPhone, storageBytesEach } from './report.ts';
import { readSettings, type Settings } from './settings.ts';

/*
 * npm run bench -- [--repeats 30] [--people 1800,12000] [--parts size,phone,hub]
 * Prints the bars that exist so far and which are missed (that is no failure), then one line of JSON.
 */

const budgets = readBudgets();

interface Figures {
  readonly size?: BundleSizes;
  readonly empty?: Run;
  readonly phones: readonly PhoneFigures[];
  readonly hubs: readonly HubFigures[];
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function weighBundle(): BundleSizes {
  const size = measureBundle();
  say('size, KiB gzip (bar):');
  for (const [name, bar] of Object.entries(budgets.size)) say(`  ${name} ${Reflect.get(size, name)} (${bar})`);
  return size;
}

async function timePhones(scratch: string, { people, repeats }: Settings) {
  const empty = await measureEmptyPage(scratch, repeats);
  say(describeRun('empty page', empty, undefined, budgets));
  const phones: PhoneFigures[] = [];
  for (const number of people) {
    const figures = await measurePhone(scratch, number, repeats);
    say(describeRun(`${figures.size.people} people`, figures.run, empty, budgets));
    say(describeHolding(figures, budgets));
    phones.push(figures);
  }
  return { empty, phones };
}

async function timeHubs(scratch: string, { people }: Settings): Promise<readonly HubFigures[]> {
  const hubs: HubFigures[] = [];
  for (const number of people) {
    const figures = await measureHub(scratch, number);
    const { firstStartMs, restartMs, envelopeMs, opsPerSecond } = figures;
    say(`\nhub, ${number} people: first start ${firstStartMs} ms, start again ${restartMs} ms`);
    say(`envelope of 50 ops to verdict ${envelopeMs.median} ms (p95 ${envelopeMs.p95}), ${opsPerSecond} ops/s`);
    hubs.push(figures);
  }
  return hubs;
}

async function measure(scratch: string, settings: Settings): Promise<Figures> {
  const has = (part: string): boolean => settings.parts.includes(part);
  const size = has('size') ? { size: weighBundle() } : {};
  const phone = has('phone') ? await timePhones(scratch, settings) : { phones: [] };
  return { ...size, ...phone, hubs: has('hub') ? await timeHubs(scratch, settings) : [] };
}

function judge({ size, phones }: Figures): readonly string[] {
  const sizes = size === undefined ? [] : missedSizes(size, budgets.size);
  return [...sizes, ...phones.flatMap((figures) => missedByPhone(figures, budgets))];
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const scratch = mkdtempSync(join(tmpdir(), 'so-dan-so-bench-'));
try {
  say(`load of this machine before: ${loadavg()[0]?.toFixed(1)}`);
  const figures = await measure(scratch, readSettings(process.argv.slice(2)));
  const missedBars = judge(figures);
  say(`\nload of this machine behind: ${loadavg()[0]?.toFixed(1)}`);
  say(missedBars.length === 0 ? 'no bar missed' : `missed:\n${missedBars.map((line) => `  ${line}`).join('\n')}`);
  const phones = figures.phones.map((one) => ({ ...one, storageBytesEach: storageBytesEach(one) }));
  say(JSON.stringify({ ...figures, phones, missed: missedBars }));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
