import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * One process a data folder. The lock is a listening socket that only the operating system can take away, when its
 * holder ends: nothing stale is left behind, so nothing has ever to be stolen. Linux: abstract socket; Windows: pipe.
 * @returns `undefined` when another process holds it
 */
export async function lockFolder(folder: string): Promise<FolderLock | undefined> {
  const name = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 40);
  const server = createServer((socket) => socket.destroy());
  server.unref();
  const isHeld = await listen(server, lockAddress(folder, name));
  if (!isHeld) return undefined;
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

function lockAddress(folder: string, name: string): string {
  if (process.platform === 'linux') return `\0so-dan-so-${name}`;
  if (process.platform === 'win32') return `\\\\?\\pipe\\so-dan-so-${name}`;
  return join(folder, 'lock.sock');
}

function listen(server: Server, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    server.listen(address, () => resolve(true));
  });
}
