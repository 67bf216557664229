import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPolicy, type Policy } from '../../server/auth/policy.ts';
import { cookieName } from '../../server/auth/routes.ts';
import { issueCode } from '../../server/command-line/welcome/issue-code.ts';
import { backupFolder, restoreFolder } from '../../server/durable/backup.ts';
import type { Figures } from '../../server/figures/figures.ts';
import { type Hub, openHub } from '../../server/hub.ts';
import { settleDemo } from '../../server/sync/founding/demo-commune.ts';
import { catalogue } from '../../src/catalogue/index.ts';
import { demoCommune } from '../../src/sample/sample.ts';
import { makeRulebook } from '../../src/sync/hub/rulebook.ts';
import type { Rulebook } from '../../src/sync/hub-ports.ts';
import { createDatabase, type Engine } from '../server/engines.ts';
import { openSite } from '../server/site.ts';

export const book = `b${demoCommune.communeCode}`;
export const commune = `u${demoCommune.communeCode}`;
export const villages = ['001', '002', '003'].map((code) => `${commune}v${code}`);

/** A small demo commune on the real hub, in this process; its clock moves when a test says so. */
export interface JourneyHub {
  readonly clock: { now: number };
  /** As a phone's fetch reaches it. */
  answer(url: string, init: RequestInit): Promise<Response>;
  figures(): Figures;
  /** As the console of somebody of the level above reaches it. */
  console(path: string, body?: unknown, role?: 'approver' | 'viewer'): Promise<Response>;
  hub(): Hub;
  officerCode(): Promise<string>;
  collaboratorCode(village: string): Promise<string>;
  /** Copies the running hub into a folder, and puts such a copy in its place. Embedded database only. */
  backup(to: string): Promise<void>;
  restore(from: string): Promise<void>;
  /** Ends the hub and starts it anew on the same folder and database. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** @param rules of the programme by which it judges; today's unless a story is of another year */
export async function openCommune(
  engine: Engine,
  policy: Policy = demoPolicy,
  rules: Rulebook = makeRulebook(catalogue),
): Promise<JourneyHub> {
  const folder = await mkdtemp(join(tmpdir(), 'so-dan-so-journey-'));
  const database = engine === 'PostgreSQL' ? await createDatabase() : undefined;
  const clock = { now: Date.UTC(2026, 10, 22, 5) };
  const urls = database === undefined ? {} : { databaseUrl: database.login, databaseOwnerUrl: database.owner };
  const open = () => openHub({ folder, ...urls, policy, rules, now: () => clock.now });
  let hub = await open();
  await settleDemo(hub, [8, 5, 4]);
  let site = openSite(hub);
  const place = ['--place', demoCommune.communeCode];
  const end = async () => {
    await site.site.figures.close();
    await hub.close();
  };
  return {
    clock,
    answer: (url, init) => site.request(url, init),
    figures: () => site.site.figures,
    console(path, body, role = 'approver') {
      const user = {
        name: 'huyen',
        fullName: 'Phạm Thị Lan',
        role,
        hash: '',
        isFirstPassword: false,
      } as const;
      const cookie = `${cookieName(false)}=${site.site.sessions.open(user, clock.now)}`;
      const posted = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
      return site.request(path, { ...posted, headers: { cookie, 'content-type': 'application/json' } });
    },
    hub: () => hub,
    officerCode: () => issueCode(hub, ['--role', 'officer', ...place]),
    collaboratorCode: (village) => issueCode(hub, ['--role', 'collaborator', ...place, '--village', village]),
    async restart() {
      await end();
      hub = await open();
      site = openSite(hub);
    },
    backup: async (to) => void (await backupFolder(folder, to, clock.now)),
    async restore(from) {
      await end();
      await rm(folder, { recursive: true });
      if (!(await restoreFolder(from, folder, clock.now)).ok) throw new Error('the backup is not whole');
      hub = await open();
      site = openSite(hub);
    },
    async close() {
      await end();
      await database?.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
