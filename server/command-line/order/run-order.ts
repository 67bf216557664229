import type { Hub } from '../../hub.ts';
import { askHub } from '../control.ts';
import { openExisting } from '../data-folder.ts';

/** A word of the command line: a running hub obeys it itself, else its folder is opened for it. */
export async function runOrder(
  data: string,
  request: readonly [verb: string, ...words: string[]],
  obey: (hub: Hub) => Promise<string>,
): Promise<void> {
  const opened = await openExisting(data);
  if (opened === undefined) {
    process.stdout.write(`${await askHub(data, request)}\n`);
    return;
  }
  try {
    process.stdout.write(`${await obey(opened.hub)}\n`);
  } finally {
    await opened.close();
  }
}
