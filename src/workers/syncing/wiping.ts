import { isHubsVerdict } from '../../seal/device-crypto.ts';
import { tellWiped } from '../../seal/hub-request.ts';
import { syncLock } from '../../store/outbox.ts';
import type { ClearMetadata } from '../clear-metadata.ts';
import type { PhonePorts } from '../ports/phone-ports.ts';

/** Carries out an order to wipe, as the service worker does on a phone that has one. What is told the hub may wait. */
export async function wipePhone(ports: PhonePorts, clear: ClearMetadata, device: string): Promise<void> {
  await ports.exclusively(syncLock, async () => {
    if ((await clear.lease(device))?.wipe === 'ordered') await clear.wipe(device);
  });
  // The closed page does not wait for the network to be told that it is closed.
  void acknowledge(ports, clear, device);
}

async function acknowledge(ports: PhonePorts, clear: ClearMetadata, device: string): Promise<void> {
  const sender = await clear.sender(device);
  if (sender === undefined) return;
  const { fetch, subtle, origin, now } = ports;
  const { signKey, hub } = sender;
  const ahead = (await clear.lease(device))?.clockAhead ?? 0;
  const line = { fetch, subtle, origin, now, device, signKey, keyId: hub.sealId, clock: { ahead } };
  if (await tellWiped(line, (verdict) => isHubsVerdict(subtle, hub, verdict))) await clear.wipeTold(device);
}
