/** Not in TypeScript's library: Background Sync is Chrome's. */
interface SyncRegistry {
  readonly register: (tag: string) => Promise<void>;
}

/** The service worker sends what waits when a sync event with this tag comes, also with the page closed. */
const outboxTag = 'outbox';

/** Asks for sending once the network is there. False where the browser or its settings refuse: the page sends then. */
export async function askBackgroundSync(container: ServiceWorkerContainer): Promise<boolean> {
  const registry = syncRegistry(await container.ready);
  if (registry === undefined) return false;
  return registry.register(outboxTag).then(
    () => true,
    () => false,
  );
}

function syncRegistry(
  registration: ServiceWorkerRegistration & { readonly sync?: SyncRegistry },
): SyncRegistry | undefined {
  return registration.sync;
}
