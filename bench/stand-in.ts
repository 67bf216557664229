import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';

/**
 * The cheap phone: a control group that holds the whole Chromium process tree to 1/6 of one core in periods of 20 ms
 * (the browser's own throttle does not reach workers or WebCrypto). Needs root; without it: `undefined`, "not limited".
 */
export interface StandIn {
  readonly folder: string;
  readonly end: () => void;
}

const PERIOD_US = 20_000;
const QUOTA_US = 3_333;

function limit(folder: string): void {
  if (existsSync(`${folder}/cpu.max`)) {
    writeFileSync(`${folder}/cpu.max`, `${QUOTA_US} ${PERIOD_US}`);
    return;
  }
  writeFileSync(`${folder}/cpu.cfs_period_us`, String(PERIOD_US));
  writeFileSync(`${folder}/cpu.cfs_quota_us`, String(QUOTA_US));
}

export function makeStandIn(): StandIn | undefined {
  const parent = existsSync('/sys/fs/cgroup/cpu') ? '/sys/fs/cgroup/cpu' : '/sys/fs/cgroup';
  const folder = `${parent}/so-dan-so-${process.pid}`;
  try {
    mkdirSync(folder);
    limit(folder);
  } catch {
    return undefined;
  }
  return { folder, end: () => rmdirSync(folder) };
}
