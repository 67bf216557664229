/**
 * `npm test`: installs, checks, tests. Plain JavaScript, because it starts on the machine's own Node before the
 * project's is there. Ends with one line: "N passed, N failed".
 */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const scratch = mkdtempSync(join(roomyMemory() ?? tmpdir(), 'so-dan-so-tests-'));
// PostgreSQL, another user where this one is root, has its folder in it.
chmodSync(scratch, 0o711);
const environment = {
  ...process.env,
  TMPDIR: scratch,
  PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
  // Many tests start a hub or a command as its own process: what Node made of the sources is kept, as a start keeps it.
  NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'so-dan-so', 'compiled'),
};
const total = { passed: 0, failed: 0 };
/** What failed, said again at the end: whoever reads the log of a run sees that first. */
const failures = [];

/**
 * Linux's file system in memory, where it holds what a run leaves lying (2 GB): databases and profiles of a thousand small
 * files each are made by the hundred. What must outlive a power cut is tested by rolling files back, not by this disk.
 */
function roomyMemory() {
  const folder = '/dev/shm';
  try {
    const { bsize, bavail } = statfsSync(folder);
    return bsize * bavail > 6 * 1024 ** 3 ? folder : undefined;
  } catch {
    return undefined;
  }
}

function step(name, command, args, extra = {}) {
  const began = Date.now();
  process.stdout.write(`\n== ${name}\n`);
  const ended = spawnSync(command, args, {
    cwd: root,
    env: { ...environment, ...extra },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  process.stdout.write(
    `== ${name}: ${ended.status === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(1)} s\n`,
  );
  return ended.status === 0;
}

/** A check counts as one test; a suite counts as its tests. */
function check(name, command, args) {
  if (step(name, command, args)) total.passed += 1;
  else fail(name);
}

function fail(what, why = '') {
  total.failed += 1;
  failures.push(`${what}\n${why}`.trim());
}

/** The tests of a suite that failed, and the files that did not load, each with the beginning of why. */
function* failuresOf({ testResults }) {
  for (const { name, status, message, assertionResults } of testResults) {
    const file = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    for (const test of failed) yield [`${file}: ${test.fullName}`, test.failureMessages.join('\n').slice(0, 6_000)];
    if (status === 'failed' && failed.length === 0) yield [file, message.slice(0, 2_000)];
  }
}

function suite(name, args, extra) {
  const report = join(scratch, `${name.replaceAll(' ', '-')}.json`);
  const isGreen = step(
    name,
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    extra,
  );
  let counted;
  try {
    counted = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    fail(name, 'it said nothing of its tests');
    return;
  }
  total.passed += counted.numPassedTests;
  const before = total.failed;
  for (const [test, why] of failuresOf(counted)) fail(test, why);
  // A suite that broke outside a test must not pass for its silence.
  if (!isGreen && total.failed === before) fail(name, 'it failed outside its tests');
}

/** Debian's PostgreSQL, started for this run only; its two addresses (login role, owner). */
function startPostgres() {
  const server = spawn('bash', [join(root, 'tests', 'postgres.sh')], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let heard = '';
    server.once('exit', (code) => reject(new Error(`PostgreSQL did not start (${code})`)));
    server.stdout.on('data', (chunk) => {
      heard += chunk;
      const urls = Object.fromEntries([...heard.matchAll(/^(\w+)=(.+)$/gm)].map(([, key, url]) => [key, url]));
      if (urls.TEST_DATABASE_URL && urls.TEST_DATABASE_OWNER_URL) resolve({ urls, stop: () => server.stdin.end() });
    });
  });
}

async function main() {
  if (!step('what the tests need', 'bash', ['.ci/needs.sh'])) process.exit(1);
  if (!step('install and build', process.execPath, ['server/ready.mjs'])) process.exit(1);
  check('types of the apps', 'tsc', ['-p', 'tsconfig.json']);
  check('types of the service worker', 'tsc', ['-p', 'sw/tsconfig.json']);
  check('types of the hub', 'tsc', ['-p', 'server/tsconfig.json']);
  check('types of the tests', 'tsc', ['-p', 'tests/tsconfig.json']);
  check('format and lint', 'biome', ['ci', '.']);
  check('nothing unused', 'knip', []);
  const postgres = await startPostgres();
  try {
    suite('rules, stores, hub, real Chromium', ['--maxWorkers=3', '--isolate=false'], postgres.urls);
  } finally {
    postgres.stop();
  }
}

try {
  await main();
} catch (error) {
  fail('the run', error instanceof Error ? error.message : String(error));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
for (const failure of failures) process.stdout.write(`\nFAILED ${failure}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
