import type { Subject } from '../browser/subject.ts';
import type { Tab } from '../browser/tab.ts';

/** Goes to a quarter's report by its address, as a link would, and back to the search. */
export async function openReport(subject: Subject, tab: Tab, path: string): Promise<number> {
  await subject.quiet();
  const took = await tab.run(async (address) => {
    const begin = performance.now();
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
    return (await bench.watch('main table a', '').drawn) - begin;
  }, path);
  await tab.run(() => bench.goHome());
  return took;
}
