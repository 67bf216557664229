import { need, readArguments } from './command-line/arguments.ts';
import { askHub } from './command-line/control.ts';
import { openFolder } from './command-line/data-folder.ts';
import { issueCode } from './command-line/issue-code.ts';
import { runProgram } from './command-line/told.ts';

/** `npm run -s activate -- --data FOLDER --role officer --place CODE`: prints a fresh code and nothing else. */
await runProgram(async () => {
  const words = process.argv.slice(2);
  const data = need(readArguments(words, ['data', 'role', 'place', 'village', 'name']).data, 'data');
  const opened = await openFolder(data);
  if (opened === undefined) {
    process.stdout.write(`${await askHub(data, ['activate', ...words])}\n`);
    return;
  }
  try {
    process.stdout.write(`${await issueCode(opened.hub, words)}\n`);
  } finally {
    await opened.close();
  }
});
