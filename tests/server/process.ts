import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../e2e/hub.ts';

const root = join(import.meta.dirname, '..', '..');

export interface HubProcess {
  readonly address: string;
  /** Code or words behind "officer: ", "console: " … */
  printed(name: string): string;
  output(): string;
  /** As a power cut would, or politely. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** What lives for seconds only need not have its database compiled for speed: that takes a third of its time. */
const brief = ['--liftoff-only'];

export type Environment = Readonly<Record<string, string>>;

/** A program of server/, to its end. */
export async function run(
  words: readonly string[],
  environment: Environment = {},
): Promise<{ status: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [...brief, ...words], { cwd: root, env: { ...process.env, ...environment } });
  const heard = { out: '', err: '' };
  child.stdout.on('data', (part) => {
    heard.out += part;
  });
  child.stderr.on('data', (part) => {
    heard.err += part;
  });
  const [status] = await once(child, 'close');
  return { status, ...heard };
}

export async function startHubProcess(folder: string, environment: Environment = {}): Promise<HubProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [...brief, 'server/main.ts', '--port', String(port), '--data', folder], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let heard = '';
  child.stdout.on('data', (part) => {
    heard += part;
  });
  child.stderr.on('data', (part) => {
    heard += part;
  });
  await heardWelcome(child, () => heard);
  return {
    address: `http://127.0.0.1:${port}`,
    printed: (name) => new RegExp(`^${name}: (.+)$`, 'm').exec(heard)?.[1] ?? '',
    output: () => heard,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

function heardWelcome(child: ChildProcess, heard: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (/^console: \S+ \S+$/m.test(heard())) resolve();
    });
    child.once('exit', () => reject(new Error(`the hub ended: ${heard()}`)));
  });
}
