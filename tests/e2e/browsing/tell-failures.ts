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
      const shown = page.locator('body').innerText({ timeout: patience });
      const text = await shown.catch(() => 'it does not answer');
      process.stdout.write(`\n== ${task.name}: on ${new URL(page.url()).pathname}\n${text}\n==\n`);
    }
  }
});
