import { resolve } from 'node:path';
import { need, readArguments } from '../arguments.ts';
import { obeyRevoke, revokeNames } from '../order/revoke-words.ts';
import { runOrder } from '../order/run-order.ts';
import { runProgram } from '../told.ts';

/** `npm run -s revoke -- --data FOLDER --device ID`; without a device: all of them. */
await runProgram(async () => {
  const asked = readArguments(process.argv.slice(2), revokeNames);
  const data = need(asked.data, 'data');
  // A running hub stands in a folder of its own.
  const words = Object.entries(asked).flatMap(([name, value]) => [
    `--${name}`,
    name === 'people' ? resolve(value) : value,
  ]);
  await runOrder(data, ['revoke', ...words], (hub) => obeyRevoke(hub, words));
});
