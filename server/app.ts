import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { enrolRoutes } from './auth/enrol.ts';
import { rescueRoutes } from './auth/rescue.ts';
import { authRoutes, cookieName } from './auth/routes.ts';
import { closingRoutes } from './console/closing-routes.ts';
import { consoleRoutes } from './console/routes.ts';
import { stockRoutes } from './console/stock-routes.ts';
import { NotWritten } from './durable/journal.ts';
import { maxBodyBytes, readBody } from './http/body.ts';
import { enter } from './http/guard.ts';
import { answerHeaders, pageHeaders } from './http/headers.ts';
import { json, later, type Route, type Site } from './http/route.ts';
import { answerStatic, type StaticFiles } from './http/static-files.ts';
import { type Log, traceOf } from './log.ts';
import { proofRoutes } from './sync/proof/proof-routes.ts';
import { syncRoutes } from './sync/routes.ts';
import { unitsRoutes } from './sync/units/units-routes.ts';

export const routes: readonly Route[] = [
  ...authRoutes,
  ...enrolRoutes,
  ...syncRoutes,
  ...proofRoutes,
  ...unitsRoutes,
  ...rescueRoutes,
  ...consoleRoutes,
  ...stockRoutes,
  ...closingRoutes,
];

/** More requests at once than this wait at home: the hub answers those it has first. */
const maxAtOnce = 64;

type App = Hono<{ Bindings: Partial<HttpBindings> }>;
type Ask = Context<{ Bindings: Partial<HttpBindings> }>;

/** The hub as a function from request to response. */
export function makeApp(site: Site, files: StaticFiles, log: Log): App {
  const app: App = new Hono();
  let atOnce = 0;
  app.use(async (context, next) => {
    await next();
    const isAnswer = context.res.headers.get('content-type')?.startsWith('application/json') === true;
    const headers = isAnswer ? answerHeaders : pageHeaders;
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
  });
  for (const route of routes) {
    app.on(route.method, route.path, async (context) => {
      const began = performance.now();
      atOnce += 1;
      try {
        const response = atOnce > maxAtOnce ? later(503, 5) : await answer(route, site, context);
        response.headers.set('cache-control', 'no-store');
        log({ event: 'answered', ...named(route), status: response.status, ms: Math.round(performance.now() - began) });
        return response;
      } catch (error) {
        log({ event: 'failed', ...named(route), error: traceOf(error) });
        if (error instanceof NotWritten) return later(503, 60);
        return json({ error: 'hub' }, 500, { 'cache-control': 'no-store' });
      } finally {
        atOnce -= 1;
      }
    });
  }
  app.get('*', (context) => serveFile(context, files));
  app.onError((error) => {
    log({ event: 'failed', error: traceOf(error) });
    return json({ error: 'hub' }, 500, { 'cache-control': 'no-store' });
  });
  app.notFound(() => json({ error: 'not_found' }, 404, { 'cache-control': 'no-store' }));
  return app;
}

function named({ method, path }: Route) {
  return { method, route: path };
}

async function answer(route: Route, site: Site, context: Ask): Promise<Response> {
  const cookie = getCookie(context, cookieName(site.isSecure));
  const long = longBodyOf(route, site, cookie);
  const body = await readBody(context.req.raw, long?.most ?? maxBodyBytes);
  if (!body.ok) {
    const refusal = { error: body.error };
    return body.error === 'too_large' ? json(long?.refusal ?? refusal, 413) : json(refusal, 415);
  }
  const url = new URL(context.req.url);
  // As in a body: see readJson.
  if (url.search.includes('%00')) return json({ error: 'bad_request' }, 400);
  return enter(route, {
    site,
    body: body.value,
    url,
    header: (name) => context.req.header(name),
    address: context.env?.incoming?.socket?.remoteAddress ?? '',
    cookie,
  });
}

/** Whoever is not known yet fills no more of the hub's memory here than elsewhere. */
function longBodyOf(route: Route, { sessions, hub }: Site, cookie: string | undefined) {
  if (route.access !== 'console' || route.longBody === undefined) return undefined;
  return sessions.find(cookie, hub.now()) === undefined ? undefined : route.longBody;
}

function serveFile(context: Ask, files: StaticFiles): Response | Promise<Response> {
  const { pathname } = new URL(context.req.url);
  const isApi = /^\/(api|sync|activate)(\/|$)/.test(pathname);
  const found = isApi ? undefined : answerStatic(files, pathname, (name) => context.req.header(name) ?? '');
  return found ?? context.notFound();
}
