import { posix } from 'node:path';

/* The import table of the house, as a literal. Whoever changes a line here changes the architecture: write down why. */

export interface Room {
  /** Folders it may import, besides itself. */
  readonly may: readonly string[];
  /** Paths it may import though their folder is closed to it; `type` = types only. */
  readonly except?: { readonly [path: string]: 'value' | 'type' };
  /** Packages of the registry, by the specifier's beginning. */
  readonly packages: readonly string[];
}

const screens = ['preact', '@preact/signals', 'preact-iso'] as const;

const insideSource = [
  'domain',
  'catalogue',
  'sync',
  'seal',
  'vault',
  'store',
  'register',
  'workers',
  'formats',
  'i18n',
  'ui',
  'features',
  'sample',
] as const;

/** Success or failure as a value: the one thing of `domain` that needs no programme to be understood. */
const outcome = { 'src/domain/outcome.ts': 'value' } as const;

/** zod/mini in `sync`, the outcome in `seal` and `sw`: decision 0001. */
export const rooms: { readonly [name: string]: Room } = {
  domain: { may: [], packages: ['zod/mini'] },
  catalogue: { may: ['domain'], packages: [] },
  sync: { may: ['domain'], packages: ['zod/mini'] },
  seal: { may: ['sync'], except: outcome, packages: ['@hpke/core'] },
  formats: { may: ['domain', 'catalogue', 'sync'], packages: ['fflate', 'read-excel-file', 'write-excel-file'] },
  sample: { may: ['domain', 'catalogue', 'sync'], packages: [] },
  register: { may: ['domain', 'catalogue', 'sync'], packages: [] },
  i18n: { may: [], packages: [] },
  vault: { may: ['domain', 'seal'], packages: ['argon2id', 'idb-keyval'] },
  store: { may: ['domain', 'sync', 'seal', 'vault'], packages: ['dexie', 'idb-keyval'] },
  workers: {
    may: ['domain', 'catalogue', 'sync', 'seal', 'vault', 'store', 'register', 'formats', 'sample'],
    packages: ['comlink', 'idb-keyval', 'argon2id'],
  },
  ui: { may: ['domain', 'i18n'], packages: ['preact', '@preact/signals', 'uqr', 'qr'] },
  features: {
    may: ['domain', 'catalogue', 'formats', 'ui', 'i18n'],
    except: {
      'src/workers/api/phone-api.ts': 'type',
      'src/workers/api/book-api.ts': 'type',
      'src/workers/api/transfer-api.ts': 'type',
      'src/workers/api/road-api.ts': 'type',
      'src/workers/api/proof-api.ts': 'type',
      'src/workers/api/users-api.ts': 'type',
      'src/register/answers.ts': 'type',
      'src/register/lives/answers.ts': 'type',
      'src/register/acts/act.ts': 'type',
      'src/register/stock/answers.ts': 'type',
    },
    packages: screens,
  },
  'console/features': {
    may: ['domain', 'catalogue', 'formats', 'ui', 'i18n'],
    except: { 'src/console/api.ts': 'type' },
    packages: screens,
  },
  app: {
    may: insideSource,
    // The version that "Tình trạng máy" shows is said in one place.
    except: { 'package.json': 'value' },
    packages: [...screens, 'comlink', 'idb-keyval', 'workbox-window', 'uqr'],
  },
  console: { may: [...insideSource, 'console/features'], packages: [...screens, 'zod/mini'] },
  sw: {
    may: ['sync', 'seal'],
    except: { ...outcome, 'src/store/outbox.ts': 'value' },
    packages: ['idb-keyval', 'workbox-core', 'workbox-precaching', 'workbox-routing'],
  },
  server: {
    may: ['domain', 'catalogue', 'sync', 'seal', 'register', 'formats', 'sample'],
    packages: [
      'node:',
      'hono',
      '@hono/node-server',
      'kysely',
      '@electric-sql/pglite',
      'pg',
      'argon2id',
      'uqr',
      'zod/mini',
    ],
  },
};

/** Rooms that one room must never reach, through however many imports that run. */
export const unreachable: { readonly [name: string]: readonly string[] } = {
  sw: ['catalogue', 'register', 'vault', 'ui'],
  server: ['store', 'vault', 'ui', 'features', 'app'],
};

/** Files that may import nothing of their own room, because another world loads them alone. */
export const standAlone: readonly string[] = ['src/store/outbox.ts'];

/** "src/vault/slots/pin.ts" → "vault"; `undefined` for what is no room (a stray file in src). */
export function roomOf(path: string): string | undefined {
  if (/^src\/console(\.|$)/.test(path)) return 'console';
  const inner = path.startsWith('src/console/features/') ? 'console/features' : undefined;
  const name = inner ?? /^(?:src\/)?([^/]+)\//.exec(path)?.[1];
  return name !== undefined && name in rooms ? name : undefined;
}

/** A file beside the jobs (what every screen is given) belongs to no job. The folder of one job: "src/features/birth", or "src/features/contraceptives/dispense" where an area holds only jobs. */
export function featureOf(path: string, paths: readonly string[]): string | undefined {
  const found = /^(src\/(?:console\/)?features\/[^/]+)\//.exec(path)?.[1];
  if (found === undefined) return undefined;
  const hasOwnFiles = paths.some((other) => posix.dirname(other) === found);
  return hasOwnFiles
    ? found
    : posix
        .dirname(path)
        .split('/')
        .slice(0, found.split('/').length + 1)
        .join('/');
}
