import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

/** Serves the empty page: the baseline, which shows what the browser itself costs. */
export interface EmptyPage {
  readonly address: string;
  readonly end: () => void;
}

const kinds = { html: 'text/html', css: 'text/css', js: 'text/javascript' } as const;
const files = ['index.html', 'page.css', 'page.js', 'worker.js', 'sw.js'] as const;

export async function serveEmptyPage(): Promise<EmptyPage> {
  const bodies = new Map(
    files.map((name) => [`/${name.replace('index.html', '')}`, readFileSync(join(import.meta.dirname, name))]),
  );
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const body = bodies.get(path);
    const ending = path === '/' ? 'html' : path.endsWith('css') ? 'css' : 'js';
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${kinds[ending]}; charset=utf-8` });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    address: `http://localhost:${address.port}`,
    end() {
      server.closeAllConnections();
      server.close();
    },
  };
}
