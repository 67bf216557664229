import { afterEach } from 'vitest';
import { openContexts } from './open-pages.ts';

/*
 * A story that fails says what its pages show, in the failure itself, which the run says again at its end: the time-out
 * of a locator alone says what did not come, not what came instead. The people on them are invented.
 */

const patience = 3_000;
const longest = 1_000;

afterEach(async ({ task }) => {
  const [error] = task.result?.state === 'fail' ? (task.result.errors ?? []) : [];
  if (error === undefined) return;
  for (const context of openContexts) {
    for (const page of context.pages()) {
      // biome-ignore lint/performance/useDomNodeTextContent: what is rendered, as whoever looks at it would read it
      const shown = page.locator('body').innerText({ timeout: patience });
      const text = await shown.catch(() => 'it does not answer');
      const told = `\n== on ${new URL(page.url()).pathname}\n${text.slice(0, longest)}`;
      error.stack = `${error.stack ?? error.message}${told}`;
      error.message += told;
    }
  }
});
