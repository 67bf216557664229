import { need, readArguments } from '../arguments.ts';
import { runOrder } from '../order/run-order.ts';
import { runProgram } from '../told.ts';
import { obeyRescue, rescueNames } from './rescue-words.ts';

/** `npm run -s rescue -- --data FOLDER --device ID --ground TEXT`: the code that opens a phone. */
await runProgram(async () => {
  const words = process.argv.slice(2);
  const data = need(readArguments(words, rescueNames).data, 'data');
  await runOrder(data, ['rescue', ...words], (hub) => obeyRescue(hub, words));
});
