import { need, readArguments } from '../arguments.ts';
import { runProgram } from '../told.ts';
import { eraseNames, obeyErase } from './erase-words.ts';
import { runOrder } from './run-order.ts';

/** `npm run -s erase -- --data FOLDER --record ID --ground TEXT`; without a record: the orders so far. */
await runProgram(async () => {
  const words = process.argv.slice(2);
  const data = need(readArguments(words, eraseNames).data, 'data');
  await runOrder(data, ['erase', ...words], (hub) => obeyErase(hub, words));
});
