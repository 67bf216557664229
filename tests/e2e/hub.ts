import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** The hub as `npm start` starts it, on the embedded database, with the codes it prints. */
export interface RunningHub {
  readonly pid: number | undefined;
  readonly address: string;
  readonly officer: string;
  readonly collaborator: string;
  readonly console: { readonly user: string; readonly password: string };
  /** All that it wrote, for the hunt for names in logs. */
  readonly output: () => string;
  /** How often its log tells of a good answer on this route; resolves once it was so often. */
  readonly count: (route: string) => number;
  readonly heard: (route: string, times?: number) => Promise<void>;
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

function waitUntil(child: ChildProcess, output: () => string, isSo: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (isSo()) resolve();
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    look();
    child.once('exit', (code) => reject(new Error(`the hub ended (${code}): ${output()}`)));
  });
}

function word(output: string, pattern: RegExp): string {
  const found = pattern.exec(output)?.[1];
  if (found === undefined) throw new Error(`not printed: ${pattern}`);
  return found;
}

/** In a test, what lives for seconds only need not have its database compiled for speed; a bench measures a hub as it is. */
const brief = process.env.VITEST === undefined ? [] : ['--liftoff-only'];

/**
 * `words`: more of its command line, e.g. `--people 12000`; `root`: the tree that it runs from and whose `dist` it serves;
 * `environment`: names its database where that is not the embedded one.
 */
export async function startHub(
  folder: string,
  port: number,
  words: readonly string[] = [],
  root = ROOT,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningHub> {
  const child = spawn(
    process.execPath,
    [...brief, 'server/main.ts', '--port', String(port), '--data', folder, ...words],
    {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let heard = '';
  child.stdout.on('data', (chunk) => {
    heard += chunk;
  });
  child.stderr.on('data', (chunk) => {
    heard += chunk;
  });
  const output = () => heard;
  await waitUntil(child, output, () => /^console: \S+ \S+$/m.test(heard));
  const answersOn = (route: string) => heard.split(`"route":"${route}","status":200`).length - 1;
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null) resolve();
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  return {
    pid: child.pid,
    address: word(heard, /(http:\/\/\S+)/),
    officer: word(heard, /^officer: (\S+)$/m),
    collaborator: word(heard, /^collaborator: (\S+)$/m),
    console: { user: word(heard, /^console: (\S+) \S+$/m), password: word(heard, /^console: \S+ (\S+)$/m) },
    output,
    count: (route) => answersOn(route),
    heard: (route, times = 1) => waitUntil(child, output, () => answersOn(route) >= times),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** `npm run -s activate`, as a commune's administrator runs it while the hub is up. */
export function freshCode(folder: string, words: readonly string[]): string {
  const asked = spawnSync(process.execPath, ['server/activate.ts', '--data', folder, ...words], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (asked.status !== 0) throw new Error(asked.stderr);
  return asked.stdout.trim();
}
