import { need, readArguments } from '../arguments.ts';
import { obeyRevoke, revokeNames } from '../order/revoke-words.ts';
import { runOrder } from '../order/run-order.ts';
import { runProgram } from '../told.ts';

/** `npm run -s revoke -- --data FOLDER --device ID`; without a device: all of them. */
await runProgram(async () => {
  const words = process.argv.slice(2);
  const data = need(readArguments(words, revokeNames).data, 'data');
  await runOrder(data, ['revoke', ...words], (hub) => obeyRevoke(hub, words));
});
