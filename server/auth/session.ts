import { createHash, randomBytes } from 'node:crypto';
import type { ConsoleUser } from './console-user.ts';

const idleMs = 15 * 60_000;

export interface Session {
  readonly user: Omit<ConsoleUser, 'hash'>;
}

/** Sessions of the console, in memory: a restart of the hub asks for the password again. */
export interface Sessions {
  /** Secret for the cookie. */
  open(user: ConsoleUser, now: number): string;
  /** The session if it was used within 15 min; counts as a use. */
  find(secret: string | undefined, now: number): Session | undefined;
  close(secret: string | undefined): void;
  /** Ends every session of a user, e.g. when the password changed. */
  closeAll(name: string): void;
}

export function makeSessions(): Sessions {
  const sessions = new Map<string, { readonly session: Session; usedAt: number }>();
  const keyOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
  return {
    open({ hash: _, ...user }, now) {
      for (const [key, { usedAt }] of sessions) if (now - usedAt > idleMs) sessions.delete(key);
      const secret = randomBytes(32).toString('base64url');
      sessions.set(keyOf(secret), { session: { user }, usedAt: now });
      return secret;
    },
    find(secret, now) {
      const found = secret === undefined ? undefined : sessions.get(keyOf(secret));
      if (found === undefined || now - found.usedAt > idleMs) return undefined;
      found.usedAt = now;
      return found.session;
    },
    close: (secret) => void (secret !== undefined && sessions.delete(keyOf(secret))),
    closeAll(name) {
      for (const [key, { session }] of sessions) if (session.user.name === name) sessions.delete(key);
    },
  };
}
