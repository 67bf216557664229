import { makeFigures } from '../figures/figures.ts';
import { log } from '../log.ts';
import { askHub } from './control.ts';
import { openFolder } from './data-folder.ts';
import { obeyRegister } from './register/obey-register.ts';
import { passWords, readRegisterWords } from './register/register-words.ts';
import { runProgram } from './told.ts';

/** `npm run register -- import|export DIR …` and `npm run register -- report …`: the hub runs, or its folder is opened. */
await runProgram(async () => {
  const words = process.argv.slice(2);
  const read = readRegisterWords(words);
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const opened = await openFolder(read.data, 'no_demo');
  if (opened === undefined) {
    process.stdout.write(`${await askHub(read.data, ['register', ...passWords(read)], say)}\n`);
    return;
  }
  const { hub } = opened;
  const figures = makeFigures(hub, log);
  try {
    const bench = { hub, figures, onWritten: () => {} };
    process.stdout.write(`${await obeyRegister(bench, words, say)}\n`);
  } finally {
    await figures.close();
    await opened.close();
  }
});
