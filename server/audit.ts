import { need, readArguments } from './command-line/arguments.ts';
import { askHub } from './command-line/control.ts';
import { openFolder } from './command-line/data-folder.ts';
import { runProgram, told } from './command-line/told.ts';
import { verifyChains } from './command-line/verify-audit.ts';

/** `npm run -s audit -- verify --data FOLDER`: a line a chain with its rows and head, or the first bad row. */
await runProgram(async () => {
  const [verb, ...words] = process.argv.slice(2);
  if (verb !== 'verify') throw told('Dùng: audit verify --data THƯ-MỤC', 'Usage: audit verify --data FOLDER');
  const data = need(readArguments(words, ['data']).data, 'data');
  const opened = await openFolder(data);
  if (opened === undefined) {
    process.stdout.write(`${await askHub(data, ['audit'])}\n`);
    return;
  }
  try {
    process.stdout.write(`${await verifyChains(opened.hub)}\n`);
  } finally {
    await opened.close();
  }
});
