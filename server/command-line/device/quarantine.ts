import { need, readArguments } from '../arguments.ts';
import { runOrder } from '../order/run-order.ts';
import { runProgram } from '../told.ts';
import { obeyQuarantine, quarantineNames } from './quarantine-words.ts';

/** `npm run -s quarantine -- --data FOLDER [--device ID [--take yes | --drop yes]]`: what was kept aside, and what becomes of it. */
await runProgram(async () => {
  const words = process.argv.slice(2);
  const data = need(readArguments(words, quarantineNames).data, 'data');
  await runOrder(data, ['quarantine', ...words], (hub) => obeyQuarantine({ hub, onWritten: () => {} }, words));
});
