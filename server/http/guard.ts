import type { DeviceRow } from '../../src/sync/hub-ports.ts';
import type { RequestRefusal } from '../../src/sync/wire/device-request.ts';
import { identifyDevice } from '../auth/device-caller.ts';
import { hubChain } from '../durable/audit-chain.ts';
import { type Asked, json, later, type Route, type Site } from './route.ts';

/** Lets a request through to its route, or answers it. */
export async function enter(route: Route, asked: Asked): Promise<Response> {
  if (route.access === 'device') return enterAsDevice(route, asked);
  if (route.path.startsWith('/api/') && route.method !== 'GET' && !isSameOrigin(asked)) {
    return json({ error: 'origin' }, 403);
  }
  return route.access === 'public' ? route.handle(asked) : enterConsole(route, asked);
}

async function enterAsDevice(route: Extract<Route, { access: 'device' }>, asked: Asked): Promise<Response> {
  const { hub, limits } = asked.site;
  const { method } = route;
  const path = `${asked.url.pathname}${asked.url.search}`;
  const caller = await identifyDevice(hub, { method, path, body: asked.body, header: asked.header });
  const refuse = (refused: RequestRefusal['refused']) =>
    json({ refused, hubTime: hub.now() } satisfies RequestRefusal, 401);
  if (caller.is === 'refused') {
    if (caller.forged !== undefined) await logRefusal(asked.site, deviceOf(caller.forged), route);
    return refuse(caller.why);
  }
  const wait = limits.devices.take(caller.device.id, hub.now());
  if (wait > 0) return later(429, wait);
  return route.statuses.includes(caller.device.status) ? route.handle(asked, caller.device) : refuse('device');
}

async function enterConsole(route: Extract<Route, { access: 'console' }>, asked: Asked): Promise<Response> {
  const session = asked.site.sessions.find(asked.cookie, asked.site.hub.now());
  if (session === undefined) return json({ error: 'session' }, 401);
  const isHeldBack = session.user.isFirstPassword && route.isForFirstPassword !== true;
  if (isHeldBack || !route.roles.includes(session.user.role)) {
    await logRefusal(asked.site, { book: hubChain, actor: session.user.name, device: '' }, route);
    return json({ error: 'role' }, 403);
  }
  return route.handle(asked, session);
}

interface Refused {
  readonly book: string;
  readonly actor: string;
  readonly device: string;
}

function deviceOf({ book, id }: DeviceRow): Refused {
  return { book, actor: '', device: id };
}

/** Who is known and asked for what is not theirs: in the log, but not so often that somebody could fill it. */
async function logRefusal({ hub, limits }: Site, who: Refused, { method, path }: Route): Promise<void> {
  if (limits.refusals.take(`${who.actor} ${who.device}`, hub.now()) > 0) return;
  await hub.run({ is: 'audit', at: hub.now(), ...who, action: 'refused', object: `${method} ${path}`, ground: '' });
}

/** A browser says where a request comes from; another site's page may not act with this one's cookie. */
function isSameOrigin({ header }: Asked): boolean {
  const site = header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = header('origin');
  return origin === undefined || URL.parse(origin)?.host === header('host');
}
