import { afterEach } from 'vitest';
import { openContexts } from './open-pages.ts';

/*
 * A story that fails says what its pages show: the time-out of a locator alone says what did not come, not what came
 * instead. The people on them are invented.
 */

const patience = 3_000;

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const context of openContexts) {
    for (const page of context.pages()) {
      // biome-ignore lint/performance/useDomNodeTextContent: what is rendered, as whoever looks at it would read it
      const shown = page.locator('body').innerText({ timeout: patience });
      const text = await shown.catch(() => 'it does not answer');
      process.stdout.write(`\n== ${task.name}: on ${new URL(page.url()).pathname}\n${text}\n==\n`);
    }
  }
});
