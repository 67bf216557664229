import { type ChildProcess, spawn } from 'node:child_process';

/** A Chromium of our own, so that it can be killed like a phone whose battery falls out. */
export interface Chromium {
  /** WebSocket address of its DevTools. */
  readonly devtools: string;
  /** To the whole process group; resolves when it has ended. */
  readonly stop: (signal: NodeJS.Signals) => Promise<void>;
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
  // A desktop's two popups of the address bar, a renderer each: no phone has them, and they take 1 s of a core at the start.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
];

function debuggerAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    child.once('exit', (code) => reject(new Error(`Chromium ended (${code}): ${heard.slice(-500)}`)));
    child.stderr?.on('data', (chunk) => {
      heard += chunk;
      const found = /DevTools listening on (ws:\S+)/.exec(heard)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
}

/**
 * `group`: folder of a control group that the whole process tree joins before it starts (the cheap-phone stand-in);
 * `more`: flags of this one alone.
 */
export async function startChromium(profile: string, group?: string, more: readonly string[] = []): Promise<Chromium> {
  const program = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const words = [program, ...FLAGS, ...more, `--user-data-dir=${profile}`, 'about:blank'];
  const join = group === undefined ? 'exec "$@"' : `echo $$ > '${group}/cgroup.procs' && exec "$@"`;
  const child = spawn('sh', ['-c', join, 'sh', ...words], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  return {
    devtools: await debuggerAddress(child),
    async stop(signal) {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal);
      await ended(child);
    },
  };
}
