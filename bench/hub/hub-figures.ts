import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openFolder } from '../../server/command-line/data-folder.ts';
import { issueCode } from '../../server/command-line/welcome/issue-code.ts';
import type { Hub } from '../../server/hub.ts';
import { birthDrafts, motherDrafts } from '../../tests/server/console/one-birth.ts';
import { activatePhone, type Phone } from '../../tests/server/phone.ts';
import { openSite, type TestSite } from '../../tests/server/site.ts';
import { type Spread, spread } from '../statistics.ts';

export interface CellTimes {
  /** Behind the envelope of one birth of this month, with the register and the month's cells in memory: counted and written. */
  readonly monthMs: Spread;
  /** Behind a mended telephone number, which may touch every month since January of last year. */
  readonly everyMonthMs: Spread;
  /** All those months from nothing, behind a start. */
  readonly fromNothingMs: number;
}

export interface ReportTime {
  readonly form: string;
  readonly period: string;
  readonly ms: number;
}

const births = 12;
const root = join(import.meta.dirname, '..', '..');

/** In this process and its thread for registers, on a folder that no hub holds. */
export async function measureCells(folder: string): Promise<CellTimes> {
  const opened = await openFolder(folder, 'no_demo');
  if (opened === undefined) throw new Error('the folder is in use');
  const site = openSite(opened.hub);
  try {
    return await timeCells(opened.hub, site);
  } finally {
    await site.site.figures.close();
    await opened.close();
  }
}

async function timeCells(hub: Hub, { site, request }: TestSite): Promise<CellTimes> {
  const phone = await activatePhone(request, await issueCode(hub, ['--role', 'officer', '--place', '99001']));
  const [, village = ''] = phone.activation.places;
  const settled = async () => {
    const begun = performance.now();
    await site.figures.settle();
    return performance.now() - begun;
  };
  const behind = async (drafts: Parameters<Phone['write']>[0]) => {
    await phone.upload((await phone.write(drafts)).envelope.bytes);
    return settled();
  };
  const { device, book } = phone.activation;
  await site.figures.report(book, '01-DSX', '2025-01');
  // Whose birth date is known, and lies far back: she may count in every month.
  const fromNothingMs = Math.round(await behind(motherDrafts(village)));
  const month: number[] = [];
  const every: number[] = [];
  for (let birth = 0; birth < births; birth += 1) {
    month.push(await behind(birthDrafts(village, device)));
    every.push(
      await behind([{ kind: 'person', id: `${device}.2`, place: village, put: { phone: `01000000${birth + 10}` } }]),
    );
  }
  return { monthMs: spread(month), everyMonthMs: spread(every), fromNothingMs };
}

/** Each report as `npm run register` starts it. */
export async function measureReports(folder: string): Promise<readonly ReportTime[]> {
  const year = new Date().getFullYear() - 1;
  const forms = [
    { form: '01-DSX', period: `${year}-10` },
    { form: '02-DSX', period: `${year}-Q3` },
    { form: '03-DSX', period: String(year) },
  ];
  const times: ReportTime[] = [];
  for (const { form, period } of forms) {
    const begun = performance.now();
    await run(['report', '--form', form, '--period', period, '--place', '99001', '--data', folder, '--json']);
    times.push({ form, period, ms: Math.round(performance.now() - begun) });
  }
  return times;
}

function run(words: readonly string[]): Promise<void> {
  const program = ['server/ready.mjs', '--no-build', 'server/command-line/register.ts', ...words];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, program, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the report ended with ${code}`))));
  });
}
