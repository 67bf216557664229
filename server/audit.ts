import { need, readArguments } from './command-line/arguments.ts';
import { runOrder } from './command-line/order/run-order.ts';
import { runProgram, told } from './command-line/told.ts';
import { verifyChains } from './command-line/verify-audit.ts';

/** `npm run -s audit -- verify --data FOLDER`: a line a chain with its rows and head, or the first bad row. */
await runProgram(async () => {
  const [verb, ...words] = process.argv.slice(2);
  if (verb !== 'verify') throw told('Dùng: audit verify --data THƯ-MỤC', 'Usage: audit verify --data FOLDER');
  const data = need(readArguments(words, ['data']).data, 'data');
  await runOrder(data, ['audit'], verifyChains);
});
