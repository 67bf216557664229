import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeRandom } from '../simulation/random.ts';
import { activatedPhone } from '../workers/invented-phone.ts';
import { type Browser, openBrowser } from './browsing/browser.ts';
import { freePort, type RunningHub, startHub } from './hub.ts';
import { activate, fillBirth, openHouseholdOf, unlock } from './phone-steps.ts';

/*
 * A battery falls out while the collaborator saves: ten times, at random moments around "Lưu", drawn from a printed seed;
 * half of them meant to fall before "Đã lưu trên máy", half behind it. The hub is out of reach meanwhile, so that nothing
 * leaves the phone by itself before it was counted. SEED=4711 draws the same moments again.
 */

const KILLS = Number(process.env.KILLS ?? 10);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const random = makeRandom(SEED);
const MOTHER = 'Nguyễn Thị Hoà';
const CHILD = 'Nguyễn Văn Thử Lần';
const scratch = mkdtempSync(join(tmpdir(), 'so-dan-so-kill-'));
const port = await freePort();
const profile = join(scratch, 'phone');
let hub: RunningHub;
let browser: Browser;

beforeAll(async () => {
  hub = await startHub(join(scratch, 'hub'), port);
  browser = await openBrowser(profile);
  const page = await browser.phone(hub.address);
  await activate(page, hub.collaborator);
  await openHouseholdOf(page, 'hoa', MOTHER);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await hub.stop();
});

afterAll(async () => {
  await browser?.kill();
  await hub?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

async function openAgain(): Promise<Page> {
  await browser.kill();
  browser = await openBrowser(profile);
  const page = await browser.phone(hub.address);
  await unlock(page);
  await page.getByLabel('Tìm hộ, người').waitFor();
  return page;
}

interface Cut {
  /** "Đã lưu trên máy" was shown before the browser died. */
  readonly wasShown: boolean;
  /** ms from the press to that. */
  readonly took: number | undefined;
}

/** Presses "Lưu" and kills the browser: `early` ms later at most, or so many ms after it said that it is saved. */
async function saveThenKill(page: Page, moment: { early: number } | { late: number }): Promise<Cut> {
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  const pressedAt = performance.now();
  const shown = page.getByText('Đã lưu trên máy');
  // 0 would be for ever.
  const timeout = 'early' in moment ? Math.max(1, moment.early) : 20_000;
  const wasShown = await shown.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
  const took = wasShown ? performance.now() - pressedAt : undefined;
  if ('late' in moment) await new Promise((resolve) => setTimeout(resolve, moment.late));
  await browser.kill();
  return { wasShown, took };
}

/** What one save leaves: the child in the household and one thing waiting, or neither. */
async function readSaved(page: Page, child: string): Promise<boolean> {
  await page.getByLabel('Tìm hộ, người').fill(child);
  const person = page.getByRole('link', { name: child });
  await person
    .or(page.getByText(/Không tìm thấy/))
    .first()
    .waitFor();
  return (await person.count()) > 0;
}

interface Standing {
  readonly page: Page;
  readonly waiting: number;
  readonly cuts: readonly Cut[];
}

/** One save cut short. A half save would be a child without its birth, or the other way round: then the count differs. */
async function cutShort({ page, waiting: before, cuts }: Standing, turn: number): Promise<Standing> {
  const child = `${CHILD} ${turn}`;
  await openHouseholdOf(page, 'hoa', MOTHER);
  await fillBirth(page, { mother: MOTHER, child, sex: 'Nam', order: 2 });
  const usual = Math.min(1_000, ...cuts.flatMap(({ took }) => took ?? []));
  const moment = turn % 2 === 0 ? { late: random.below(200) } : { early: random.below(Math.ceil(usual)) };
  const cut = await saveThenKill(page, moment);
  const reopened = await openAgain();
  const isThere = await readSaved(reopened, child);
  if (cut.wasShown) expect(isThere, `save ${turn} was acknowledged`).toBe(true);
  const waiting = before + (isThere ? 1 : 0);
  if (waiting > 0) await reopened.getByText(`${waiting} mục chờ gửi`).waitFor();
  return { page: reopened, waiting, cuts: [...cuts, cut] };
}

/** What the hub has of them in the end, as another phone hears it. */
async function childrenAtHub(): Promise<number> {
  const { app, line } = await activatedPhone((path, init) => fetch(`${hub.address}${path}`, init), hub.officer);
  line.clock = Date.now();
  await app.sync();
  const { rows } = await app.search(CHILD, 50);
  return rows.filter(({ kind }) => kind === 'person').length;
}

describe('the browser is killed in the middle of a save', () => {
  test(`${KILLS} kills, seed ${SEED}: no save that was acknowledged is lost, none is half, none is doubled`, async () => {
    console.log(`moments drawn from SEED=${SEED}`);
    let at: Standing = { page: await openAgain(), waiting: 0, cuts: [] };
    for (let turn = 0; turn < KILLS; turn++) at = await cutShort(at, turn);
    const shown = at.cuts.filter(({ wasShown }) => wasShown).length;
    // Both sides of the moment were met, or the figure above would say little.
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(KILLS);
    hub = await startHub(join(scratch, 'hub'), port);
    await at.page.getByRole('button', { name: 'Gửi ngay' }).click();
    await at.page.getByText(/Đã gửi lúc/).waitFor();
    expect(await childrenAtHub()).toBe(at.waiting);
  }, 400_000);
});
