import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { girl, handedIn, oneBirth, oneQuarter, somebody, twoCommunes } from './invented-report.ts';

/** A hub of the console's side only, in memory, that answers as the contract says; it remembers the looks it logged. */
export interface InventedHub {
  readonly address: string;
  readonly looks: readonly string[];
  /** Addresses that were asked for, with their queries, as a log or a proxy would see them. */
  readonly asked: readonly string[];
  /** Ends every session, as a hub does that was started again. */
  readonly forgetSessions: () => void;
  readonly useFirstPassword: () => void;
  /** As after the first sign-in: this password stands, nobody is in. */
  readonly usePassword: (password: string) => void;
  /** What the next report is answered with instead: a captive portal's page, an overload. */
  answerNextReport(status: number, body: string): void;
  readonly close: () => Promise<void>;
}

export const account = { name: 'huyen', first: 'mot-lan-thoi', next: 'con trâu đi trước cái cày' } as const;

const copied = { device: '7f3k2m9q', userName: 'Lê Thị Hoa', status: 'frozen', ops: 12 } as const;

const kinds: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types worker-url',
].join('; ');

async function bodyOf(request: IncomingMessage): Promise<{ readonly [key: string]: string }> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? {} : JSON.parse(text);
}

export async function startInventedHub(dist: string): Promise<InventedHub> {
  let password: string = account.first;
  let isIn = false;
  let mustChange = true;
  let instead: { readonly status: number; readonly body: string } | undefined;
  const looks: string[] = [];
  const seen: string[] = [];

  const open = () =>
    mustChange
      ? { is: 'change_password' }
      : {
          is: 'open',
          userName: 'Chi cục Dân số',
          role: 'approver',
          communes: [
            { book: 'b1', code: '00001', name: 'Xã An Bình' },
            { book: 'b2', code: '00002', name: 'Phường Hòa Bình' },
          ],
        };

  function signIn(asked: { readonly [key: string]: string }): readonly [number, unknown] {
    isIn = asked.name === account.name && asked.password === password;
    return isIn ? [200, open()] : [401, { is: 'refused', why: 'wrong' }];
  }

  function change(asked: { readonly [key: string]: string }): readonly [number, unknown] {
    if (asked.password !== password) return [400, { is: 'refused', why: 'wrong' }];
    password = asked.next ?? '';
    mustChange = false;
    return [200, { is: 'changed' }];
  }

  function names(asked: { readonly [key: string]: string }): readonly [number, unknown] {
    if ([...(asked.ground ?? '')].length < 5) return [400, { is: 'refused', why: 'ground' }];
    looks.push(`${asked.row} ${asked.ground}`);
    return [200, { is: 'named', cases: [girl('Trần Thị Mai')] }];
  }

  function report(url: URL): readonly [number, unknown] {
    const period = url.searchParams.get('period') ?? '';
    return [200, url.searchParams.get('form') === '01-DSX' ? oneBirth(period) : oneQuarter(period)];
  }

  function cases(url: URL): readonly [number, unknown] {
    const row = url.searchParams.get('row');
    const cases = row === '1.1' ? [] : [row === '12' ? somebody() : girl('')];
    return [200, { cases }];
  }

  function signOut(): readonly [number, unknown] {
    isIn = false;
    return [200, null];
  }

  type Route = (asked: { readonly [key: string]: string }, url: URL) => readonly [number, unknown];

  const openRoutes: { readonly [route: string]: Route } = {
    'POST /api/session': signIn,
    'DELETE /api/session': signOut,
    'GET /api/session': () => [200, isIn ? open() : { is: 'none' }],
  };

  const closedRoutes: { readonly [route: string]: Route } = {
    'POST /api/password': change,
    'POST /api/names': names,
    'GET /api/aside': (_asked, url) => [200, { devices: url.searchParams.get('book') === 'b2' ? [copied] : [] }],
    'GET /api/report': (_asked, url) => report(url),
    'GET /api/upper': (_asked, url) => [200, twoCommunes(url.searchParams.get('period') ?? '')],
    'GET /api/closing': () => [200, handedIn()],
    'GET /api/cases': (_asked, url) => cases(url),
  };

  function routeOf(name: string): Route {
    const found = openRoutes[name] ?? (isIn ? closedRoutes[name] : undefined);
    return found ?? (() => [isIn ? 404 : 401, { is: 'none' }]);
  }

  async function api(request: IncomingMessage, url: URL, response: ServerResponse): Promise<void> {
    const planned = instead;
    if (planned !== undefined && url.pathname === '/api/report') {
      instead = undefined;
      response.writeHead(planned.status, { 'content-type': 'text/html' }).end(planned.body);
      return;
    }
    const [status, body] = routeOf(`${request.method} ${url.pathname}`)(await bodyOf(request), url);
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(body));
  }

  async function file(url: URL, response: ServerResponse): Promise<void> {
    const path = url.pathname === '/console' ? '/console.html' : url.pathname;
    try {
      const bytes = await readFile(join(dist, path));
      const headers = {
        'content-type': kinds[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': policy,
      };
      response.writeHead(200, headers).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://hub');
    seen.push(url.href);
    void (url.pathname.startsWith('/api/') ? api(request, url, response) : file(url, response));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${port}/console`,
    looks,
    asked: seen,
    forgetSessions: () => {
      isIn = false;
    },
    useFirstPassword: () => {
      password = account.first;
      mustChange = true;
      isIn = false;
    },
    usePassword: (chosen) => {
      password = chosen;
      mustChange = false;
      isIn = false;
    },
    answerNextReport: (status, body) => {
      instead = { status, body };
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
