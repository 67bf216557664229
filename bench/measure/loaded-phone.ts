import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { openBrowser } from '../../tests/e2e/browsing/browser.ts';
import { freePort, type RunningHub, startHub } from '../../tests/e2e/hub.ts';
import { activate, unlock } from '../../tests/e2e/phone-steps.ts';
import { installPageClock } from '../browser/page-clock.ts';

/** An officer's phone with the whole commune on it, made in a browser without limits. */
export interface LoadedPhone {
  readonly profile: string;
  readonly hub: RunningHub;
  /** MB of the page and its workers, unlocked and at rest; undefined where the browser does not say. */
  readonly memoryMb: number | undefined;
  readonly storage: Storage;
}

export interface Storage {
  /** Sealed bytes in the database, outbox apart: what the bar counts. */
  readonly sealedBytes: number;
  /** What the browser counts for the database. */
  readonly estimateBytes: number;
  /** What its folder holds on the disk, with the logs that LevelDB has not folded yet. */
  readonly folderBytes: number;
}

/** ms between two looks at what is stored, how many, and behind how many without a change it rests. */
const lookEvery = 2_000;
const mostLooks = 60;
const stillLooks = 5;

/** @param prepare what the hub's folder is given while it runs, before the phone loads */
export async function loadPhone(
  scratch: string,
  people: number,
  prepare: (folder: string) => void = () => undefined,
): Promise<LoadedPhone> {
  const folder = join(scratch, `hub-${people}`);
  const profile = join(scratch, `phone-${people}`);
  const hub = await startHub(folder, await freePort(), ['--people', String(people)]);
  prepare(folder);
  const browser = await openBrowser(profile);
  try {
    const page = await browser.phone();
    await page.addInitScript(installPageClock);
    await page.goto(hub.address);
    await activate(page, hub.officer);
    await synced(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.goto('about:blank');
    await page.goto(hub.address);
    await unlock(page);
    await page.getByLabel('Tìm hộ, người').waitFor();
    await synced(page);
    await foreseen(page);
    const memoryMb = await measureMemory(page);
    const storage = {
      sealedBytes: await countSealed(page),
      estimateBytes: await estimate(page),
      folderBytes: sizeOf(join(profile, 'Default', 'IndexedDB')),
    };
    return { profile, hub, memoryMb, storage };
  } finally {
    await browser.close();
  }
}

/** The bar's button rests, nothing arrives, and nothing on the screen has moved for a while. */
async function synced(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const isBusy = () => bench.count('header[aria-busy="true"]') > 0;
    do await bench.still(3_000);
    while (isBusy());
  });
}

/** Reports are worked out behind the opening, and what they rest on is kept: something is written, and then nothing for a while. */
async function foreseen(page: Page): Promise<void> {
  const first = await countSealed(page);
  let last = first;
  for (let looks = 0, still = 0; looks < mostLooks; looks += 1) {
    await sleep(lookEvery);
    const now = await countSealed(page);
    still = now === last ? still + 1 : 0;
    last = now;
    if (last !== first && still >= stillLooks) return;
  }
  throw new Error('nothing was kept of the reports that a phone foresees');
}

async function measureMemory(page: Page): Promise<number | undefined> {
  const bytes = await page.evaluate(async () => {
    const asked: unknown = Reflect.get(performance, 'measureUserAgentSpecificMemory');
    if (typeof asked !== 'function' || !crossOriginIsolated) return undefined;
    const { bytes } = await asked.call(performance);
    return Number(bytes);
  });
  return bytes === undefined ? undefined : bytes / 1e6;
}

function estimate(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const told = await navigator.storage.estimate();
    const details: unknown = Reflect.get(told, 'usageDetails');
    const indexedDb = typeof details === 'object' && details !== null ? Reflect.get(details, 'indexedDB') : undefined;
    return Number(indexedDb ?? told.usage ?? 0);
  });
}

/** Every row of every table, whatever it is called, but for the outbox. */
function countSealed(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const bytesOf = (row: unknown): number =>
      Object.values(Object(row))
        .map((part) => (part instanceof Uint8Array ? part.byteLength : 0))
        .reduce((total, size) => total + size, 0);
    const bytesIn = async (name: string): Promise<number> => {
      const database = await done(indexedDB.open(name));
      const stores = [...database.objectStoreNames].filter((store) => store !== 'outbox');
      const rows = await Promise.all(
        stores.map((store) => done(database.transaction(store).objectStore(store).getAll())),
      );
      database.close();
      return rows.flat().reduce((total: number, row) => total + bytesOf(row), 0);
    };
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    const sizes = await Promise.all(names.map(bytesIn));
    return sizes.reduce((total, size) => total + size, 0);
  });
}

function sizeOf(folder: string): number {
  return Number(execFileSync('du', ['-sb', folder], { encoding: 'utf8' }).split('\t')[0]);
}
