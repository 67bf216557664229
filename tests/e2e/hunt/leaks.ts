import type { Page } from 'playwright-core';

/* Everything that a careless app would do with names: what the hunt must be able to find, or its silence means nothing. */

const leaks = {
  local: 'local storage',
  small: 'a value of IndexedDB',
  packed: 'a value that the browser packs',
  big: 'a value that the browser keeps in a file of its own',
  cached: 'an answer kept in a cache',
  gzipped: 'a packed answer kept in a cache',
  title: 'the title of a page',
  address: 'the address of a page',
  typed: 'a field without autocomplete=off',
};

type Leak = keyof typeof leaks;
export const leakNames = Object.keys(leaks).map((leak) => nameFor(leak));

function nameFor(leak: string): string {
  return `Phùng Hxwbỡ Lộ ${leak}`;
}

/** Leaks a name of its own by each way. */
export async function leakEverywhere(page: Page): Promise<void> {
  const names = Object.fromEntries(Object.keys(leaks).map((leak) => [leak, nameFor(leak)]));
  await page.evaluate(leakInPage, names as Record<Leak, string>);
  await page.locator('#leak').pressSequentially(nameFor('typed'));
  await page.locator('#leak').press('Enter');
}

/** Runs in the page: it may use nothing from outside of itself. */
async function leakInPage(names: Record<Leak, string>): Promise<void> {
  const noise = Array.from({ length: 30_000 }, (_, at) => (at * 7919).toString(36)).join(' ');
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('leak');
    opening.onupgradeneeded = () => opening.result.createObjectStore('leak');
    opening.onsuccess = () => resolve(opening.result);
  });
  const put = (value: unknown) =>
    new Promise<void>((resolve) => {
      const transaction = database.transaction('leak', 'readwrite');
      transaction.objectStore('leak').put(value, crypto.randomUUID());
      transaction.oncomplete = () => resolve();
    });
  localStorage.setItem('leak', names.local);
  await put({ name: names.small });
  await put({ name: `${'ba bốn '.repeat(3_000)}${names.packed}${'ba bốn '.repeat(3_000)}` });
  await put({ name: `${noise}${names.big}${noise}` });
  const cache = await caches.open('leak');
  await cache.put('/cached', new Response(names.cached));
  const packed = new Blob([`${noise} ${names.gzipped}`]).stream().pipeThrough(new CompressionStream('gzip'));
  await cache.put('/gzipped', new Response(await new Response(packed).arrayBuffer()));
  document.title = names.title;
  history.pushState(null, '', `/${encodeURIComponent(names.address)}`);
  const form = document.createElement('form');
  form.onsubmit = (event) => event.preventDefault();
  const input = document.createElement('input');
  input.id = 'leak';
  form.append(input);
  document.body.append(form);
}
