/**
 * Brings a fresh checkout to the point where it can start: installs what the lock file names, builds the two apps.
 * Runs on whatever Node started npm (≥ 20); everything after it runs on the project's own Node.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function changedAt(path) {
  if (!existsSync(path)) return 0;
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, changedAt(join(path, name))), 0);
}

function run(command, args) {
  const windows = process.platform === 'win32';
  // Standard output belongs to the command that was asked for (`npm run -s activate` prints a code and nothing else).
  const ended = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: windows });
  if (ended.status === 0) return;
  process.stderr.write(`\nKhông làm được: ${command} ${args.join(' ')}\nThis failed: ${command} ${args.join(' ')}\n`);
  process.exit(1);
}

function latestOf(names) {
  return Math.max(...names.map((name) => changedAt(join(root, name))));
}

function install() {
  const installed = changedAt(join(root, 'node_modules', '.package-lock.json'));
  const isComplete =
    existsSync(join(root, 'node_modules', 'node', 'bin')) && installed >= changedAt(join(root, 'package-lock.json'));
  if (!isComplete) run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error']);
}

function build() {
  const built = changedAt(join(root, 'dist', 'sw.js'));
  if (built < latestOf(['src', 'sw', 'public', 'vite.config.ts', 'package.json'])) run('npm', ['run', '-s', 'build']);
}

install();
if (!process.argv.includes('--no-build')) build();
