import type { InterfaceWords } from '../../i18n/vi.ts';

type Ability = keyof InterfaceWords['gate']['ability'];

/** What is known of a browser before anything is activated. */
export interface BrowserFacts {
  readonly userAgent: string;
  readonly abilities: { readonly [ability in Ability]: boolean };
  /** Bytes still free for us; undefined where the browser does not say. */
  readonly freeBytes: number | undefined;
}

export type GateAnswer =
  /** `littleSpace`: free megabytes when a save may fail soon: a warning, not a closed door. */
  | { readonly is: 'open'; readonly littleSpace?: number }
  | { readonly is: 'in_app' }
  | { readonly is: 'lacking'; readonly lacks: readonly Ability[] };

/** Below this a save may fail soon (300 MB). */
const leastFreeBytes = 300 * 1024 * 1024;

/** Browsers inside other apps lose their storage with the app's cache, and cannot install anything. */
const inAppMarks = /Zalo|FBAN|FBAV|FB_IAB|FBIOS|Messenger|Instagram|MicroMessenger|TikTok|musical_ly|Line\/|; wv\)/i;

/** May the book be opened here? An app's inner browser comes first: what it lacks is not worth explaining. */
export function judgeBrowser(facts: BrowserFacts): GateAnswer {
  if (inAppMarks.test(facts.userAgent)) return { is: 'in_app' };
  const lacks = abilityOrder.filter((ability) => !facts.abilities[ability]);
  if (lacks.length > 0) return { is: 'lacking', lacks };
  if (facts.freeBytes !== undefined && facts.freeBytes < leastFreeBytes) {
    return { is: 'open', littleSpace: Math.floor(facts.freeBytes / (1024 * 1024)) };
  }
  return { is: 'open' };
}

const abilityOrder: readonly Ability[] = [
  'secure',
  'crypto',
  'storage',
  'locks',
  'worker',
  'serviceWorker',
  'wasm',
  'compression',
];

/**
 * A link that leaves an app's inner browser for Chrome on Android, e.g.
 * "intent://so.example/#ma=ABCD#Intent;scheme=https;package=com.android.chrome;end".
 */
export function intentLink(address: URL, code: string): string {
  const fragment = code === '' ? '' : `#ma=${encodeURIComponent(code)}`;
  const scheme = address.protocol.replace(':', '');
  return `intent://${address.host}${address.pathname}${fragment}#Intent;scheme=${scheme};package=com.android.chrome;end`;
}
