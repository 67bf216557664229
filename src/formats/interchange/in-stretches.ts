/* Long work cut into stretches, so that whoever does it can answer others meanwhile. */

/** Clock and pause of the world that works. */
export interface Pace {
  /** ms, from anywhere. */
  now(): number;
  /** What came in meanwhile is answered first. */
  breath(): Promise<void>;
}

/** ms at a stretch: no key and no tap waits longer. */
const stretch = 30;

/** Runs a generator to its end; `onStep` hears each pause. @returns what it returns */
export async function inStretches<Result>(
  work: Generator<unknown, Result>,
  pace: Pace,
  onStep = (): void => {},
): Promise<Result> {
  let since = pace.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    onStep();
    if (pace.now() - since < stretch) continue;
    await pace.breath();
    since = pace.now();
  }
}

/** Pauses behind each item. */
export function* each<Item>(items: Iterable<Item>, work: (item: Item) => void): Generator<undefined, void> {
  for (const item of items) {
    work(item);
    yield;
  }
}
