import { bad } from '../src/domain/outcome.ts';
import { isHubsVerdict } from '../src/seal/device-crypto.ts';
import { uploadTo } from '../src/seal/hub-request.ts';
import { createOutbox, openExisting, type SenderRecord, syncLock } from '../src/store/outbox.ts';
import type { HubPort } from '../src/sync/ports.ts';
import { type SendResult, sendOutbox } from '../src/sync/send.ts';
import { readSenders, renew } from './senders.ts';

/** The browser gives an event 3 minutes (Chromium); the last request must fit in. */
const eventLimit = 150_000;

/**
 * Sends the sealed outbox of every device of this phone, holding no key to what is inside. True when nothing is left
 * that another attempt could send. One sync at a time: while the app syncs, there is nothing to do here.
 */
export async function sendAll(): Promise<boolean> {
  const answer = await navigator.locks.request(syncLock, { ifAvailable: true }, async (lock) => {
    if (lock === null) return true;
    const results: (SendResult | undefined)[] = [];
    for (const sender of await readSenders()) results.push(await sendFor(sender));
    return results.every((result) => result?.is !== 'failed');
  });
  return answer;
}

async function sendFor(sender: SenderRecord): Promise<SendResult | undefined> {
  const database = await openExisting(indexedDB, sender.device);
  if (database === undefined) return undefined;
  const { subtle } = crypto;
  const now = () => Date.now();
  const { device, signKey, hub } = sender;
  const line = {
    fetch: (url: string, init: RequestInit) => fetch(url, init),
    subtle,
    signKey,
    device,
    origin: '',
    now,
  };
  const isFromHub = (verdict: Parameters<typeof isHubsVerdict>[2]) => isHubsVerdict(subtle, hub, verdict);
  const upload = until(now() + eventLimit, uploadTo(line));
  try {
    const result = await sendOutbox(
      createOutbox(() => database, now),
      { upload },
      { isFromHub },
      { device, now },
    );
    if (result.contact !== undefined) await renew(device, result.contact);
    return result;
  } finally {
    database.close();
  }
}

/** After the deadline nothing more is asked: what waits stays for the next event. */
function until(deadline: number, upload: HubPort['upload']): HubPort['upload'] {
  return async (envelopes) => (Date.now() < deadline ? upload(envelopes) : bad({ why: 'busy', retryAfterSeconds: 60 }));
}
