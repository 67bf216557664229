import type { Role } from '../../src/sync/activation.ts';
import type { DeviceRow, DeviceStatus } from '../../src/sync/hub-ports.ts';
import type { Session, Sessions } from '../auth/session.ts';
import type { Limiter } from '../auth/token-bucket.ts';
import type { Figures } from '../figures/figures.ts';
import type { Hub } from '../hub.ts';

/** What routes work with. */
export interface Site {
  readonly hub: Hub;
  readonly figures: Figures;
  readonly sessions: Sessions;
  readonly limits: {
    readonly devices: Limiter;
    /** Wrong activation codes by network address. */
    readonly codes: Limiter;
    /** Failed sign-ins by user name and by network address. */
    readonly logins: Limiter;
    /** Refusals written into the log, by who is refused. */
    readonly refusals: Limiter;
  };
  /** Behind https the cookie is bound to the host by its name. */
  readonly isSecure: boolean;
}

/** One request, its body already read within bounds. */
export interface Asked {
  readonly site: Site;
  readonly url: URL;
  readonly body: Uint8Array;
  readonly header: (name: string) => string | undefined;
  /** Network address, for limits only; never logged. */
  readonly address: string;
  /** Secret of the session cookie. */
  readonly cookie: string | undefined;
}

interface Where {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
}

/** Every route says who may ask; there is no other way to make one. */
export type Route = Where &
  (
    | { readonly access: 'public'; readonly handle: (asked: Asked) => Promise<Response> }
    | {
        readonly access: 'device';
        readonly statuses: readonly DeviceStatus[];
        readonly handle: (asked: Asked, device: DeviceRow) => Promise<Response>;
      }
    | {
        readonly access: 'console';
        readonly roles: readonly Role[];
        /** Also with the first password, which opens nothing but its own change. */
        readonly isForFirstPassword?: true;
        /** Longer than other bodies may be, for whoever is signed in; and what is said of one that is longer still. */
        readonly longBody?: { readonly most: number; readonly refusal: object };
        readonly handle: (asked: Asked, session: Session) => Promise<Response>;
      }
  );

export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

/** "Come back in so many seconds", the only refusals for load. */
export function later(status: 429 | 503, seconds: number): Response {
  return json({ error: 'busy' }, status, { 'retry-after': String(seconds), 'cache-control': 'no-store' });
}
