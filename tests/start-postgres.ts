import { spawn } from 'node:child_process';
import { join } from 'node:path';

interface Postgres {
  /** TEST_DATABASE_URL and TEST_DATABASE_OWNER_URL; nothing where PostgreSQL is not installed. */
  readonly urls: Readonly<Record<string, string>>;
  stop(): void;
}

/** Debian's PostgreSQL, started for whoever asks and with an empty database. */
export function startPostgres(): Promise<Postgres> {
  const script = join(import.meta.dirname, 'postgres.sh');
  const server = spawn('bash', [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  return new Promise((resolve) => {
    let heard = '';
    server.once('exit', () => resolve({ urls: {}, stop: () => undefined }));
    server.stdout.on('data', (chunk) => {
      heard += chunk;
      const urls = Object.fromEntries(
        [...heard.matchAll(/^(\w+)=(.+)$/gm)].map(([, key = '', url = '']) => [key, url]),
      );
      if (urls.TEST_DATABASE_OWNER_URL !== undefined) resolve({ urls, stop: () => server.stdin.end() });
    });
  });
}
