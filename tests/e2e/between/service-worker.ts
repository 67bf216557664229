import type { BrowserContext, CDPSession, Page } from 'playwright-core';

interface Registration {
  readonly registrationId: string;
  readonly scopeURL: string;
}

/** Registrations as the browser tells them, once there is one for this address. */
async function registrationOf(cdp: CDPSession, address: string): Promise<Registration> {
  return new Promise((resolve) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const found = registrations.find(({ scopeURL }) => scopeURL.startsWith(address));
      if (found !== undefined) resolve(found);
    });
    void cdp.send('ServiceWorker.enable');
  });
}

/** What the system does when a connection returns: wakes the stopped service worker with the tag that was registered. */
export async function dispatchSync(context: BrowserContext, page: Page, address: string): Promise<void> {
  const cdp = await context.newCDPSession(page);
  const { registrationId } = await registrationOf(cdp, address);
  await cdp.send('ServiceWorker.dispatchSyncEvent', {
    origin: address,
    registrationId,
    tag: 'outbox',
    lastChance: false,
  });
  await cdp.detach();
}
