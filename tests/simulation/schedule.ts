import type { Random } from './random.ts';

/** What a dead process's code meets at its next await: it unwinds and forgets, as a killed process does. */
export class Crash extends Error {}

/** A write found no room: nothing of it was done, and whoever asked for it lives on and knows. */
export class DiskFull extends Crash {}

/** One running programme: an app, a service worker, a hub. Its memory dies with it, its store does not. */
export interface Process {
  readonly name: string;
  isAlive: boolean;
}

/** Decides whose await goes on next, when time passes and who dies: all of it from one seed. */
export interface Schedule {
  readonly random: Random;
  /** Virtual wall clock, ms. */
  now(): number;
  start(name: string): Process;
  /** An await of this process: others may run meanwhile, and it may be the last. */
  step(process: Process): Promise<void>;
  kill(process: Process): void;
  count(fault: string): void;
  faults(): ReadonlyMap<string, number>;
  /** From here on nothing breaks. */
  heal(): void;
  isHealed(): boolean;
  /** Runs tasks to their end; a crash ends its task quietly, anything else is a failure of the test. */
  run(tasks: readonly (() => Promise<void>)[]): Promise<void>;
  /** Adds a task while others run. */
  spawn(task: () => Promise<void>): void;
}

const crashChance = 0.008;

export function makeSchedule(random: Random): Schedule {
  const waiting: (() => void)[] = [];
  const faults = new Map<string, number>();
  // In some worlds time stands still, so that stamps of several phones tie.
  const pace = random.pick([0, 0.03, 0.2]);
  let now = 1_795_310_584_000;
  let running = 0;
  let healed = false;
  let failure: unknown;

  const count = (fault: string) => void faults.set(fault, (faults.get(fault) ?? 0) + 1);
  const kill = (process: Process) => {
    if (process.isAlive) count('crash');
    process.isAlive = false;
  };
  const spawn = (task: () => Promise<void>) => {
    running++;
    task()
      .catch((error: unknown) => {
        if (!(error instanceof Crash)) failure ??= error;
      })
      .finally(() => {
        running--;
      });
  };
  const drive = async () => {
    for (;;) {
      await new Promise(setImmediate);
      if (failure !== undefined) throw failure;
      if (waiting.length === 0 && running === 0) return;
      if (waiting.length === 0) throw new Error('every task waits and nobody will wake it');
      if (random.chance(pace)) now += random.below(3) * 5000;
      const [resume] = waiting.splice(random.below(waiting.length), 1);
      resume?.();
    }
  };
  return {
    random,
    now: () => now,
    start: (name) => ({ name, isAlive: true }),
    async step(process) {
      await new Promise<void>((resolve) => waiting.push(resolve));
      if (process.isAlive && !healed && random.chance(crashChance)) kill(process);
      if (!process.isAlive) throw new Crash(process.name);
    },
    kill,
    count,
    faults: () => faults,
    heal: () => {
      healed = true;
    },
    isHealed: () => healed,
    async run(tasks) {
      for (const task of tasks) spawn(task);
      await drive();
    },
    spawn,
  };
}
