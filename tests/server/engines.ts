import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { demoPolicy, type Policy } from '../../server/auth/policy.ts';
import { type Hub, openHub } from '../../server/hub.ts';
import { catalogue } from '../../src/catalogue/index.ts';
import { makeRulebook } from '../../src/sync/hub/rulebook.ts';

/* Every story of the hub is told twice: on the embedded database, and on PostgreSQL where one is given. */

export interface TestBench {
  readonly hub: () => Hub;
  /** The hub's clock: real unless a test moves it. */
  readonly clock: { offset: number };
}

export interface PostgresUrls {
  readonly login: string;
  readonly owner: string;
}

/** A database of its own for one file of tests, so that files may run side by side. */
export async function createDatabase(): Promise<PostgresUrls & { drop(): Promise<void> }> {
  const { TEST_DATABASE_URL: login, TEST_DATABASE_OWNER_URL: owner } = process.env;
  if (login === undefined || owner === undefined) throw new Error('no PostgreSQL was given');
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}`;
  await runAs(owner, `create database ${name}`);
  const of = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return { login: of(login), owner: of(owner), drop: () => runAs(owner, `drop database ${name} with (force)`) };
}

async function runAs(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

// Half of the suite must not fall away unseen where nobody looks at it.
if (process.env.CI !== undefined && process.env.TEST_DATABASE_URL === undefined)
  throw new Error('TEST_DATABASE_URL is not set: under CI the stories of the hub are told on PostgreSQL too');

export const engines = [
  'PGlite' as const,
  ...(process.env.TEST_DATABASE_URL === undefined ? [] : ['PostgreSQL' as const]),
];

/**
 * Where a story of phones and hub is told: what the databases could differ in, the hub's own stories tell on both, and of
 * phones the proofs, the drawn weeks and mergers. ENGINES=both, as in the soak, tells every story twice.
 */
export const storyEngines = process.env.ENGINES === 'both' ? engines : engines.slice(-1);

export type Engine = (typeof engines)[number];

export interface Started {
  readonly hub: Hub;
  stop(): Promise<void>;
}

export async function startHub(
  engine: Engine,
  folder: string,
  now: () => number,
  policy: Policy = demoPolicy,
): Promise<Started> {
  const options = { folder, policy, rules: makeRulebook(catalogue), now };
  if (engine === 'PGlite') {
    const hub = await openHub(options);
    return { hub, stop: () => hub.close() };
  }
  const database = await createDatabase();
  const hub = await openHub({ ...options, databaseUrl: database.login, databaseOwnerUrl: database.owner });
  return {
    hub,
    async stop() {
      await hub.close();
      await database.drop();
    },
  };
}

/** The embedded hub of a folder, open while it is used. */
export async function useHub<Result>(folder: string, use: (hub: Hub) => Promise<Result>): Promise<Result> {
  const { hub, stop } = await startHub('PGlite', folder, Date.now);
  try {
    return await use(hub);
  } finally {
    await stop();
  }
}

/** One hub a suite: tests keep apart by founding a commune each. */
export function onEachEngine(title: string, tell: (bench: TestBench, engine: Engine) => void): void {
  describe.each(engines)(`${title}, on %s`, (engine) => {
    const clock = { offset: 0 };
    let started: Started | undefined;
    let folder = '';
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'so-dan-so-hub-'));
      started = await startHub(engine, folder, () => Date.now() + clock.offset);
    });
    afterAll(async () => {
      await started?.stop();
      await rm(folder, { recursive: true, force: true });
    });
    const hub = () => {
      if (started === undefined) throw new Error('the hub did not start');
      return started.hub;
    };
    tell({ hub, clock }, engine);
  });
}
