/** `npm run soak`: the long form of the tests that draw random cases. Ends with one JSON line of its figures. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';

const Report = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

/** How many random cases each kind of test draws in the long form; a variable already set wins. */
const LONG = {
  FAULTS: '1000000',
  MERGE_CASES: '1000000',
  BALANCE_CASES: '200000',
  BALANCE_PEOPLE: '12000',
  ORACLE_COMMUNES: '200',
  STOCK_CASES: '100000',
};

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'so-dan-so-soak-'));
const file = join(scratch, 'report.json');
const began = Date.now();
const env = { ...LONG, ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}` };
const suites = ['tests/sync', 'tests/simulation', 'tests/domain', 'tests/register', 'tests/balance', 'tests/oracle'];
const words = [
  'run',
  ...suites,
  '--testTimeout=7200000',
  '--reporter=verbose',
  '--reporter=json',
  `--outputFile.json=${file}`,
];
const ended = spawnSync('vitest', words, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
const figures = Report.parse(JSON.parse(readFileSync(file, 'utf8')));
rmSync(scratch, { recursive: true, force: true });
const faults = Number(env.FAULTS);
const mergeCases = Number(env.MERGE_CASES);
const balanceCases = Number(env.BALANCE_CASES);
const stockCases = Number(env.STOCK_CASES);
const oracleCommunes = Number(env.ORACLE_COMMUNES);
const seconds = Math.round((Date.now() - began) / 1000);
console.log(
  JSON.stringify({
    soak: {
      passed: figures.numPassedTests,
      failed: figures.numFailedTests,
      faults,
      mergeCases,
      balanceCases,
      oracleCommunes,
      stockCases,
      seconds,
    },
  }),
);
process.exitCode = ended.status ?? 1;
