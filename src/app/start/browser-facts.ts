import type { BrowserFacts } from './browser-gate.ts';

/**
 * Looks at the browser. The floor is Chrome 109, the last one on the offices' old Windows: all of this is in it.
 * @param hasBook a book was opened in it before: it signs and stores, and a start need not try that again
 */
export async function readBrowser(view: Window & typeof globalThis, hasBook: boolean): Promise<BrowserFacts> {
  const { navigator } = view;
  return {
    userAgent: navigator.userAgent,
    abilities: {
      secure: view.isSecureContext,
      crypto: hasBook || (await canSign(view)),
      storage: hasBook || (await canStore(view)),
      locks: 'locks' in navigator,
      worker: 'Worker' in view,
      serviceWorker: 'serviceWorker' in navigator,
      wasm: 'WebAssembly' in view,
      compression: 'CompressionStream' in view && 'DecompressionStream' in view,
    },
    freeBytes: hasBook ? undefined : await readFreeBytes(navigator),
  };
}

/** P-256 signatures with keys that cannot be exported: an old WebView has WebCrypto without them. */
async function canSign(view: Window): Promise<boolean> {
  if (!view.isSecureContext || !view.crypto?.subtle) return false;
  const made = view.crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  return made.then(
    () => true,
    () => false,
  );
}

/** A private window or a full disk shows only when a database is opened. */
function canStore(view: Window): Promise<boolean> {
  if (!view.indexedDB) return Promise.resolve(false);
  const name = 'so-dan-so-probe';
  return new Promise((resolve) => {
    const opening = view.indexedDB.open(name);
    opening.onerror = () => resolve(false);
    opening.onblocked = () => resolve(false);
    opening.onsuccess = () => {
      opening.result.close();
      view.indexedDB.deleteDatabase(name);
      resolve(true);
    };
  });
}

async function readFreeBytes(navigator: Navigator): Promise<number | undefined> {
  if (!navigator.storage?.estimate) return undefined;
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined ? undefined : quota - (usage ?? 0);
}
