import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The cheap phone: a control group that holds the whole Chromium process tree to 1/6 of one core in periods of 20 ms
 * (the browser's own throttle does not reach workers or WebCrypto). Needs root; without it: `undefined`, "not limited".
 */
export interface StandIn {
  readonly folder: string;
  /** How many periods were cut short so far: stands still when the browser has nothing left to do. */
  readonly throttled: () => number;
  /** Once the last process has left. */
  readonly end: () => Promise<void>;
}

const PERIOD_US = 20_000;
const QUOTA_US = 3_333;

function limit(folder: string): void {
  if (existsSync(`${folder}/cpu.max`)) {
    writeFileSync(`${folder}/cpu.max`, `${QUOTA_US} ${PERIOD_US}`);
    writeFileSync(`${folder}/cpu.weight`, '10000');
    return;
  }
  writeFileSync(`${folder}/cpu.cfs_period_us`, String(PERIOD_US));
  writeFileSync(`${folder}/cpu.cfs_quota_us`, String(QUOTA_US));
  // Its sixth is taken from whatever else runs on this machine, not shared with it.
  writeFileSync(`${folder}/cpu.shares`, '262144');
}

function processes(folder: string): readonly number[] {
  return readFileSync(`${folder}/cgroup.procs`, 'utf8').split('\n').filter(Boolean).map(Number);
}

async function remove(folder: string): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    if (processes(folder).length === 0) break;
    await sleep(100);
  }
  rmdirSync(folder);
}

export function makeStandIn(): StandIn | undefined {
  const parent = existsSync('/sys/fs/cgroup/cpu') ? '/sys/fs/cgroup/cpu' : '/sys/fs/cgroup';
  const folder = `${parent}/so-dan-so-${process.pid}`;
  try {
    mkdirSync(folder);
    limit(folder);
  } catch {
    if (existsSync(folder)) rmdirSync(folder);
    return undefined;
  }
  // A bench that is cut off leaves no browser behind.
  const abandon = (): void => {
    for (const id of processes(folder)) process.kill(id, 'SIGKILL');
    // The group can go once the system has buried them; nothing can be awaited any more.
    spawnSync('sleep', ['0.5']);
    rmdirSync(folder);
  };
  process.once('exit', abandon);
  const throttled = () => Number(/nr_throttled (\d+)/.exec(readFileSync(`${folder}/cpu.stat`, 'utf8'))?.[1] ?? 0);
  return {
    folder,
    throttled,
    end: async () => {
      process.off('exit', abandon);
      await remove(folder);
    },
  };
}
