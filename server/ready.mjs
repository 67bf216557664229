/**
 * Brings a fresh checkout to the point where it can start: installs what the lock file names, builds the two apps
 * (not with `--no-build`), then runs the named program on the project's own Node, which a shell that has already
 * looked up `node` would not find. Runs itself on whatever Node started npm (≥ 20).
 *
 *   node server/ready.mjs [--no-build] [PROGRAM [ARGUMENT …]]
 */
import { spawn, spawnSync } from 'node:child_process';
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

/** Hands over to the program: its output, its signals, its exit status. */
function start(program) {
  const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  // What Node made of the sources is kept: half of what a start would compute again.
  const env = { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'so-dan-so', 'compiled'), ...process.env };
  const child = spawn(node, program, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
}

const words = process.argv.slice(2);
const isBuildWanted = words[0] !== '--no-build';
const program = isBuildWanted ? words : words.slice(1);
install();
if (isBuildWanted) build();
if (program.length > 0) start(program);
