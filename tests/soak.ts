/** `npm run soak`: the long form of the tests that draw random cases. Ends with one JSON line of its figures. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { startPostgres } from './start-postgres.ts';

const Report = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

/** How much each kind of test draws in the long form; a variable already set wins. What each means: docs/proof.md. */
const LONG = {
  FAULTS: '5000000',
  MERGE_CASES: '5000000',
  BALANCE_CASES: '200000',
  BALANCE_PEOPLE: '12000',
  ORACLE_COMMUNES: '300',
  STOCK_CASES: '100000',
  HUB_KILLS: '500',
  POWER_CUTS: '200',
  KILLS: '300',
  FLIPS: '10000',
  HEAD_FLIPS: '10000',
  HEAD_TURNS: '2000',
  FULL_WRITES: '1000',
  WEEK_STEPS: '3000',
  MOVE_STEPS: '1000',
  MUTATED_BODIES: '1000000',
  MUTATED_FILES: '100000',
  MUTATED_FRAMES: '1000000',
  WORKER_STOPS: '2000',
  ATTEMPTS: '100000',
};

/** Those of this list are run alone where words behind `npm run soak --` name them. */
const SUITES = [
  'tests/sync',
  'tests/simulation',
  'tests/domain',
  'tests/register',
  'tests/balance',
  'tests/oracle',
  'tests/store/bit-flips.test.ts',
  'tests/store/worn/worn-head.test.ts',
  'tests/workers/sending/worn-head.test.ts',
  'tests/formats/loop-mutated.test.ts',
  'tests/workers/full-disk.test.ts',
  'tests/workers/sending/service-worker-stops.test.ts',
  'tests/server/kill.test.ts',
  'tests/server/durable/power-cut.test.ts',
  'tests/server/access/mutated',
  'tests/server/access/row-security.test.ts',
  'tests/journeys/proof/roads/roads.test.ts',
  'tests/journeys/random-weeks.test.ts',
  'tests/journeys/places/random-moves.test.ts',
  'tests/e2e/kill.test.ts',
];

const root = join(import.meta.dirname, '..');

const asked = process.argv.slice(2);
const suites = asked.length === 0 ? SUITES : SUITES.filter((suite) => asked.some((word) => suite.includes(word)));
if (suites.length === 0) throw new RangeError(`npm run soak -- [${SUITES.join('|')}]`);
const scratch = mkdtempSync(join(tmpdir(), 'so-dan-so-soak-'));
const file = join(scratch, 'report.json');
const began = Date.now();
// Where there is none, the stories of the hub are told on the embedded database alone, and the last line says so.
const postgres = await startPostgres();
const env: NodeJS.ProcessEnv = {
  ENGINES: 'both',
  ...LONG,
  ...postgres.urls,
  ...process.env,
  PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
};
const words = [
  'run',
  ...suites,
  '--testTimeout=14400000',
  '--reporter=verbose',
  '--reporter=json',
  `--outputFile.json=${file}`,
];
const ended = spawnSync('vitest', words, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
postgres.stop();
const figures = Report.parse(JSON.parse(readFileSync(file, 'utf8')));
rmSync(scratch, { recursive: true, force: true });
const drawn = Object.fromEntries(Object.keys(LONG).map((name) => [name, Number(env[name])]));
const seconds = Math.round((Date.now() - began) / 1000);
const isOnPostgres = env.TEST_DATABASE_URL !== undefined;
const counted = { passed: figures.numPassedTests, failed: figures.numFailedTests };
console.log(JSON.stringify({ soak: { ...counted, suites, isOnPostgres, ...drawn, seconds } }));
process.exitCode = ended.status ?? 1;
