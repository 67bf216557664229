import { longestRescue, rescueBody, rescueHeader } from '../../src/seal/rescue-bytes.ts';
import { fromBase64url, fromUtf8 } from '../../src/sync/wire/bytes.ts';
import type { Tx } from '../db/database.ts';
import type { CommandOf } from '../durable/command.ts';
import { keep, leave, type Performed } from '../durable/performed.ts';
import { readJson } from '../http/body.ts';
import { json, type Route } from '../http/route.ts';
import type { Hub } from '../hub.ts';

/** Where a phone leaves the code that opens it for one who has lost PIN and card. It stays sealed until it is asked for. */
export const rescueRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/sync/rescue',
    access: 'device',
    statuses: ['active'],
    async handle({ site: { hub }, body }, { book, id: device }) {
      const { sealed, key } = readJson(body) ?? {};
      const isSealed = typeof sealed === 'string' && sealed.length <= longestRescue && typeof key === 'string';
      if (!isSealed || !/^[\w-]+$/.test(sealed) || !hub.keys.seal.has(key)) return json({ error: 'bad_request' }, 400);
      await hub.run({ is: 'rescue', at: hub.now(), book, device, sealed: `${key} ${sealed}` });
      return json({ kept: true });
    },
  },
];

/** The newest takes the place of the one before: the phone opens by no other. */
export async function keepRescue(tx: Tx, { book, device, sealed }: CommandOf<'rescue'>): Promise<Performed<null>> {
  const { numUpdatedRows } = await tx
    .updateTable('device')
    .set({ rescue: sealed })
    .where('book', '=', book)
    .where('id', '=', device)
    .executeTakeFirst();
  return numUpdatedRows === 0n ? leave(null) : keep(null);
}

/** The code as it is read out, "7F3K-9QXM-2HTA"; `undefined` for none, or one sealed to a key that is gone. */
export async function openRescue({ unseal }: Pick<Hub, 'unseal'>, device: string, kept: string) {
  const [key = '', sealed = ''] = kept.split(' ');
  const body = rescueBody(device, fromBase64url(sealed) ?? new Uint8Array());
  const opened = await unseal(rescueHeader(device), body, key);
  return opened && fromUtf8(opened)?.replace(/(.{4})(?=.)/g, '$1-');
}
