import { expect, test } from 'vitest';
import { noLedger } from '../../../server/durable/ledger.ts';
import { makePorts } from '../../../server/sync/ports.ts';
import { foundTestCommune } from '../commune.ts';
import { onEachEngine } from '../engines.ts';
import { activatePhone, householdDrafts } from '../phone.ts';
import { openSite } from '../site.ts';

/* A device is revoked at the very moment in which an envelope of its own is being judged. */

onEachEngine('revoking', ({ hub }) => {
  test('an envelope under way does not lift the order again', async () => {
    const { request } = openSite(hub());
    const commune = await foundTestCommune(hub());
    const phone = await activatePhone(request, await commune.collaboratorCode());
    const { device, book, places } = phone.activation;
    const { transaction } = makePorts(hub(), noLedger);
    const order = { is: 'revoke', at: hub().now(), device, actor: 'command line', ground: 'mất máy' } as const;
    let revoked: Promise<unknown> = Promise.resolve();
    await transaction(book, places, new Uint8Array(8), async (tx) => {
      const row = await tx.device(device);
      if (row === undefined) throw new Error('the hub knows the device');
      revoked = hub().run(order);
      // As long as an envelope of many ops takes: on its own connection the order has time to come through.
      for (let look = 0; look < 40; look++) await tx.lookUp([`${device}.${look + 1}`]);
      await tx.saveDevice({ ...row, lastStamp: [1, 0] });
    });
    expect(await revoked).toEqual({ is: 'revoked' });
    const late = await phone.write(householdDrafts(commune.villages[0], 'Bùi Thị Muộn'));
    const [verdict] = await phone.upload(late.envelope.bytes);
    expect(verdict).toMatchObject({ standing: 'revoked', acked: 0 });
    expect(verdict?.ops.map(({ result }) => result)).toEqual([
      { is: 'refused', code: 'revoked' },
      { is: 'refused', code: 'revoked' },
    ]);
  });
});
