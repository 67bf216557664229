import type { Page } from 'playwright-core';
import { readCsv } from '../../src/formats/sheet/read-csv.ts';
import { writeCsv } from '../../src/formats/sheet/write-csv.ts';
import type { PhoneApi } from '../../src/workers/api/phone-api.ts';
import { openBrowser } from '../../tests/e2e/browsing/browser.ts';
import { unlock } from '../../tests/e2e/phone-steps.ts';
import { countWaiting, type Waiting } from './waiting.ts';

/*
 * A month's work on a phone without a network, made in a browser without limits: the real worker saves it, asked as the
 * page asks it (by comlink's messages), without 1,500 times twenty taps.
 */

/** one by one: each mended row is a save of its own · in one act: a file of changed rows is imported, an op a row */
export type Manner = 'one by one' | 'in one act';

/** A mended row is told twice: in the row, and as a note of the change. */
export const opsOfSave = 2;

declare global {
  /** The worker that holds the book. */
  var benchPhone: PhoneApi;
}

export async function saveMonth(profile: string, address: string, ops: number, manner: Manner): Promise<Waiting> {
  const browser = await openBrowser(profile);
  try {
    const page = await browser.phone();
    await page.addInitScript(catchPhone);
    await page.goto(address);
    await unlock(page);
    await page.getByLabel('Tìm hộ, người').waitFor();
    if (manner === 'in one act') await importRows(page, ops);
    else await page.evaluate(saveOneByOne, ops / opsOfSave);
    return await page.evaluate(countWaiting);
  } finally {
    await browser.close();
  }
}

/** Runs inside the page, by its text alone. */
function catchPhone(): void {
  const Real = Worker;
  const speakTo = (worker: Worker, name: string, parts: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = crypto.randomUUID();
      const hear = ({ data }: MessageEvent): void => {
        if (data?.id !== id) return;
        worker.removeEventListener('message', hear);
        if (data.type === 'RAW') resolve(data.value);
        else reject(new Error(`${name}: ${JSON.stringify(data)}`));
      };
      worker.addEventListener('message', hear);
      const argumentList = parts.map((value) => ({ type: 'RAW', value }));
      worker.postMessage({ id, type: 'APPLY', path: [name], argumentList });
    });
  globalThis.Worker = class extends Real {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (options?.name !== 'register') return;
      const ask =
        (name: string) =>
        (...parts: readonly unknown[]) =>
          speakTo(this, name, parts);
      globalThis.benchPhone = new Proxy({} as PhoneApi, { get: (_, name) => ask(String(name)) });
    }
  };
}

/** So many people get a telephone number, each by the form in which it is mended. */
async function saveOneByOne(saves: number): Promise<void> {
  const state = await benchPhone.state();
  if (state.is !== 'open') throw new Error('the book is closed');
  let left = saves;
  const mend = async (household: string, person: string): Promise<void> => {
    const { defaults } = await benchPhone.formContext('person_edit', household, person);
    const phone = `09${10_000_000 + Math.floor(Math.random() * 89_999_999)}`;
    const saved = await benchPhone.record('person_edit', household, { ...defaults, isCorrection: true, phone }, []);
    if (saved.ok) left -= 1;
  };
  for (const { id: place } of state.who.places.filter(({ level }) => level === 'village')) {
    for (const { id: household } of (await benchPhone.village(place)).households) {
      const here = (await benchPhone.household(household))?.people ?? [];
      for (const { id } of here.filter(({ ended }) => ended === '').slice(0, left)) await mend(household, id);
      if (left === 0) return;
      // Nobody touches this book: it must not lock itself.
      dispatchEvent(new Event('pointerdown'));
    }
  }
}

const nextSchooling: { readonly [education: string]: string } = { primary: 'lower_sec', lower_sec: 'upper_sec' };

/** The register goes out as files, so many people's schooling is changed in them, and they come in again. */
async function importRows(page: Page, rows: number): Promise<void> {
  const files = await page.evaluate(async () => {
    const out = await benchPhone.exportFiles('csv');
    if (out === 'no_officer') return [];
    return out.map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes) }));
  });
  const changed = files.map(({ name, text }) => ({
    name,
    text: name === 'persons.csv' ? changeSchooling(text, rows) : text,
  }));
  const told = await page.evaluate(async (given) => {
    const opened = await benchPhone.openFiles(
      given.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) })),
    );
    if (opened.is !== 'preview') return opened.is;
    await benchPhone.takeFiles('take');
    return 'taken';
  }, changed);
  if (told !== 'taken') throw new Error(`the files were not taken: ${told}`);
}

function changeSchooling(text: string, most: number): string {
  const read = readCsv(new TextEncoder().encode(text), 'persons');
  const [heading = [], ...rows] = read.ok ? read.value.rows : [];
  const [education, status] = [heading.indexOf('education'), heading.indexOf('status')];
  let left = most;
  const changed = rows.map((cells) => {
    const next = cells[status] === 'active' ? nextSchooling[cells[education] ?? ''] : undefined;
    if (next === undefined || left === 0) return cells;
    left -= 1;
    return cells.with(education, next);
  });
  return new TextDecoder().decode(writeCsv({ name: 'persons', rows: [heading, ...changed] }));
}
