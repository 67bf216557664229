import { resolve } from 'node:path';
import { need, readArguments } from '../arguments.ts';
import { askHub } from '../control.ts';
import { openFolder } from '../data-folder.ts';
import { runProgram } from '../told.ts';
import { handOverNames, obeyHandOver } from './hand-over-words.ts';

/** `npm run -s handover -- --data FOLDER --place CODE --from DEVICE …`: a collaborator's villages go to another. */
await runProgram(async () => {
  const asked = readArguments(process.argv.slice(2), handOverNames);
  const data = need(asked.data, 'data');
  const words = Object.entries(asked).flatMap(([name, value]) => [`--${name}`, isPath(name) ? resolve(value) : value]);
  const opened = await openFolder(data, 'no_demo');
  if (opened === undefined) {
    process.stdout.write(`${await askHub(data, ['handover', ...words])}\n`);
    return;
  }
  try {
    process.stdout.write(`${await obeyHandOver({ hub: opened.hub, onWritten: () => {} }, words)}\n`);
  } finally {
    await opened.close();
  }
});

/** A running hub stands in a folder of its own. */
function isPath(name: string): boolean {
  return name === 'file' || name === 'certificate' || name === 'minutes';
}
