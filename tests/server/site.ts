import { makeApp } from '../../server/app.ts';
import { makeSessions } from '../../server/auth/session.ts';
import { makeFigures } from '../../server/figures/figures.ts';
import { makeLimits } from '../../server/http/limits.ts';
import type { Site } from '../../server/http/route.ts';
import type { Hub } from '../../server/hub.ts';
import type { LogEntry } from '../../server/log.ts';

export interface TestSite {
  readonly site: Site;
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  readonly logged: LogEntry[];
}

/** The hub's app without a socket. */
export function openSite(hub: Hub, isSecure = false): TestSite {
  const logged: LogEntry[] = [];
  const log = (entry: LogEntry) => void logged.push(entry);
  const site: Site = {
    hub,
    figures: makeFigures(hub, log),
    sessions: makeSessions(),
    limits: makeLimits(),
    isSecure,
  };
  const app = makeApp(site, new Map(), log);
  return { site, request: async (path, init) => app.request(path, init), logged };
}
