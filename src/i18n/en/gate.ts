import type { InterfaceWords } from '../vi.ts';

export const gate: InterfaceWords['gate'] = {
  title: 'This browser cannot be used yet',
  inApp: 'This page is open inside another app',
  inAppHow: 'The book must be opened in Chrome to keep its data on this device.',
  openChrome: 'Open in Chrome',
  lacks: 'This browser lacks:',
  how: 'Update Chrome to version 109 or later, then open this address again. On old Windows PCs Chrome 109 is the last version and still works.',
  howSettings: 'Mend this, then open the address again.',
  ability: {
    secure: 'a secure connection (an address that begins with https)',
    crypto: 'encryption of data',
    storage: 'storage on this device (no private browsing, no blocked cookies)',
    locks: 'locks between tabs',
    worker: 'background work',
    serviceWorker: 'working without a network',
    wasm: 'WebAssembly',
    compression: 'compression of data',
  },
  littleSpace: (megabytes) => `Only about ${megabytes} MB are free on this device`,
  littleSpaceHow: 'Delete some photos or videos until 300 MB are free, or the book may be unable to save.',
};
