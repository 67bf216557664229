/** Not in TypeScript's library: Background Sync is Chrome's. */
interface SyncRegistry {
  readonly register: (tag: string) => Promise<void>;
}

/**
 * The service worker sends what waits when a sync event with such a tag comes, also with the page closed. Each save asks
 * anew: a tag whose first try failed is tried again after minutes only, and asking for it once more changes nothing.
 */
const outboxTag = 'outbox-';
const tags = 60;

/** Asks for sending once the network is there. False where the browser or its settings refuse: the page sends then. */
export async function askBackgroundSync(container: ServiceWorkerContainer): Promise<boolean> {
  const registry = syncRegistry(await container.ready);
  if (registry === undefined) return false;
  return registry.register(outboxTag + (Math.floor(Date.now() / 1_000) % tags)).then(
    () => true,
    () => false,
  );
}

function syncRegistry(
  registration: ServiceWorkerRegistration & { readonly sync?: SyncRegistry },
): SyncRegistry | undefined {
  return registration.sync;
}
