import { join } from 'node:path';
import { createDatabase, storyEngines } from '../server/engines.ts';
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
