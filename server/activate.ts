import { need, readArguments } from './command-line/arguments.ts';
import { runOrder } from './command-line/order/run-order.ts';
import { runProgram } from './command-line/told.ts';
import { issueCode } from './command-line/welcome/issue-code.ts';

/** `npm run -s activate -- --data FOLDER --role officer --place CODE`: prints a fresh code and nothing else. */
await runProgram(async () => {
  const words = process.argv.slice(2);
  const data = need(readArguments(words, ['data', 'role', 'place', 'village', 'name']).data, 'data');
  await runOrder(data, ['activate', ...words], (hub) => issueCode(hub, words));
});
