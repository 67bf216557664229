/* Long work in the worker, cut so that screens are answered meanwhile. */

/** ms at a stretch: no key and no tap waits longer. */
const stretch = 30;

/** Does something for each item, in their order. */
export async function stretches<Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> {
  await inStretches(
    (function* () {
      for (const item of items) {
        work(item);
        yield;
      }
    })(),
  );
}

/** Runs a generator to its end. @returns what it returns */
export async function inStretches<Result>(work: Generator<unknown, Result>, onStep = (): void => {}): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    onStep();
    if (performance.now() - since < stretch) continue;
    await breath();
    since = performance.now();
  }
}

/** What came in meanwhile is answered first. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
