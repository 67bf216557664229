import { resolve } from 'node:path';
import { need, readArguments } from './arguments.ts';
import { obeyReceive, receiveNames } from './order/receive-words.ts';
import { runOrder } from './order/run-order.ts';
import { runProgram } from './told.ts';

/** `npm run -s receive -- --data FOLDER --file FILE`: a file that came from a phone, work or certificate. */
await runProgram(async () => {
  const { data, file } = readArguments(process.argv.slice(2), receiveNames);
  const folder = need(data, 'data');
  // A running hub stands in a folder of its own.
  const words = ['--file', resolve(need(file, 'file'))];
  await runOrder(folder, ['receive', ...words], (hub) => obeyReceive({ hub, onWritten: () => {} }, words));
});
