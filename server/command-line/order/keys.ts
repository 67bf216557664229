import { need, readArguments } from '../arguments.ts';
import { runProgram } from '../told.ts';
import { keysNames, obeyKeys } from './keys-words.ts';
import { runOrder } from './run-order.ts';

/** `npm run -s keys -- --data FOLDER`: the hub's keys; with `--rotate yes --ground TEXT`: new ones. */
await runProgram(async () => {
  const words = process.argv.slice(2);
  const data = need(readArguments(words, keysNames).data, 'data');
  await runOrder(data, ['keys', ...words], (hub) => obeyKeys(hub, words));
});
