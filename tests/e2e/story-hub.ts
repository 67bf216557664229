import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, storyEngines } from '../server/engines.ts';
import { type Browser, openBrowser } from './browsing/browser.ts';
import { freePort, type RunningHub, startHub } from './hub.ts';

/**
 * The hub of a story about screens, on the database that stories of phones are told on: the embedded one takes more of the
 * machine than PostgreSQL does. Births, kills, planted names and false answers are told on the embedded one.
 */
export async function startStoryHub(scratch: string): Promise<RunningHub> {
  const [folder, port] = [join(scratch, 'hub'), await freePort()];
  if (!storyEngines.includes('PostgreSQL')) return startHub(folder, port);
  const { login, owner } = await createDatabase();
  return startHub(folder, port, undefined, undefined, { DATABASE_URL: login, DATABASE_OWNER_URL: owner });
}

/** A story of one browser: its hub and profile in a folder of their own, of which nothing is left. */
export function storyOfOneBrowser(name: string) {
  const scratch = mkdtempSync(join(tmpdir(), `so-dan-so-${name}-`));
  let hub: RunningHub | undefined;
  let browser: Browser | undefined;
  return {
    scratch,
    async open(): Promise<{ readonly hub: RunningHub; readonly browser: Browser }> {
      hub = await startStoryHub(scratch);
      browser = await openBrowser(join(scratch, 'browser'));
      return { hub, browser };
    },
    async close(): Promise<void> {
      await browser?.close();
      await hub?.stop();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}
