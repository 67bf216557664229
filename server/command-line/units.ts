import { askHub } from './control.ts';
import { openFolder } from './data-folder.ts';
import { runProgram } from './told.ts';
import { obeyUnits } from './units/obey-units.ts';
import { passUnitsWords, readUnitsWords } from './units/units-words.ts';

/** `npm run units -- list|rename|join|split|undo|import …`: the hub runs, or its folder is opened. */
await runProgram(async () => {
  const words = process.argv.slice(2);
  const read = readUnitsWords(words);
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const opened = await openFolder(read.data, 'no_demo');
  if (opened === undefined) {
    process.stdout.write(`${await askHub(read.data, ['units', ...passUnitsWords(read)], say)}\n`);
    return;
  }
  try {
    const { hub } = opened;
    process.stdout.write(`${await obeyUnits({ hub, onWritten: () => {} }, words, say)}\n`);
  } finally {
    await opened.close();
  }
});
