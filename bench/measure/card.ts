import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoCommune } from '../../src/sample/sample.ts';
import type { Seen } from '../browser/page-clock.ts';
import { openSubject, type Subject } from '../browser/subject.ts';
import type { Tab } from '../browser/tab.ts';
import { type Spread, spread } from '../statistics.ts';
import { tapFor } from './household.ts';
import { loadPhone } from './loaded-phone.ts';
import { openApp } from './start.ts';

/** Stock card of five years: from the tap on a shelf to its card. */
export interface CardFigures {
  /** Lines of the card. */
  readonly lines: number;
  readonly isLimited: boolean;
  readonly shownMs: Spread;
  readonly drawnMs: Spread;
}

const months = 60;
/** A station hands out to somebody on most working days, and gets a box a month. */
const giftsAMonth = 25;
const people = 1_800;

export async function measureCard(
  scratch: string,
  repeats: number,
  step: (text: string) => void,
): Promise<CardFigures> {
  step('a commune with a stock card of five years, a phone loads it (not measured)');
  const rows = cardRows(new Date());
  const { profile, hub } = await loadPhone(join(scratch, 'card'), people, (folder) => importCard(folder, rows));
  const subject = await openSubject(profile);
  try {
    const { tab } = await openApp(subject, hub.address);
    const seen = await openCards(subject, tab, repeats);
    await tab.close();
    return {
      lines: rows.length,
      isLimited: subject.isLimited,
      shownMs: spread(seen.map(({ shown }) => shown)),
      drawnMs: spread(seen.map(({ drawn }) => drawn)),
    };
  } finally {
    await subject.end();
    await hub.stop();
  }
}

/** In `stock.csv`'s columns, of the five years before this day; a lot a year. */
function cardRows(today: Date): readonly string[] {
  const rows: string[] = [];
  for (let back = months; back > 0; back -= 1) {
    const first = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1));
    const lot = `L${first.getUTCFullYear()},${first.getUTCFullYear() + 4}-12`;
    const on = (day: number): string => new Date(first.getTime() + day * 86_400_000).toISOString().slice(0, 10);
    rows.push(`r${back},${on(0)},commune,BCS,free,${lot},receipt,300,,,`);
    for (let day = 1; day <= giftsAMonth; day += 1)
      rows.push(`g${back}-${day},${on(day)},commune,BCS,free,${lot},dispense,${8 + (day % 5)},,,`);
  }
  return rows;
}

/** By the command line, beside the running hub. */
function importCard(folder: string, rows: readonly string[]): void {
  const files = `${folder}-files`;
  mkdirSync(files);
  const heading = 'movement_key,date,store,product,channel,lot,expiry,type,quantity,person_key,unit_price,reason';
  writeFileSync(join(files, 'stock.csv'), [heading, ...rows].join('\n'));
  const words = ['import', files, '--place', demoCommune.communeCode, '--data', folder];
  const done = spawnSync(process.execPath, ['server/command-line/register.ts', ...words], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`the card was not imported: ${done.stderr}${done.stdout}`);
}

/** By real taps: the store's page is left and come back to. */
async function openCards(subject: Subject, tab: Tab, repeats: number): Promise<readonly Seen[]> {
  await tab.run(async () => {
    bench.click('nav a', 'PTTT');
    await bench.watch('main a', 'Kho trạm').drawn;
    bench.click('main a', 'Kho trạm');
    await bench.watch('a.shelf-title', 'Bao cao su').drawn;
  });
  const found: Seen[] = [];
  // The first one fetches what a card needs.
  while (found.length < repeats + 1) {
    const at = await tab.run(async () => {
      await bench.watch('a.shelf-title', 'Bao cao su').drawn;
      await bench.still(400);
      return bench.middle('a.shelf-title', 'Bao cao su');
    });
    if (at === undefined) throw new Error('no shelf to tap');
    found.push(await tapFor(subject, tab, at, 'main .shelf', 'Cấp phát'));
    await tab.run(() => history.back());
  }
  return found.slice(1);
}
