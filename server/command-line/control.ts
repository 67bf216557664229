import { chmod, open, rm } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Told, told } from './told.ts';

/* The command line talks to a running hub through a socket in its data folder: who may read the folder may speak. */

/** What can be asked of a running hub: the words of a command line. */
export type ControlRequest = readonly string[];
type ControlAnswer = { readonly ok: string } | { readonly told: string };

/** Listens until `close`. The caller holds the folder's lock, so what lies there is left over. */
export async function listenForControl(
  folder: string,
  obey: (request: ControlRequest) => Promise<string>,
): Promise<{ close(): Promise<void> }> {
  const path = join(folder, 'hub.sock');
  await rm(path, { force: true });
  const server = createServer((socket) => void serve(socket, obey));
  await withShortPath(folder, path, (short) => listen(server, short));
  await chmod(path, 0o600);
  return { close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Asks the running hub; throws what it told. */
export async function askHub(folder: string, request: ControlRequest): Promise<string> {
  const path = join(folder, 'hub.sock');
  const answer = await withShortPath(folder, path, (short) => exchange(short, request));
  if ('ok' in answer) return answer.ok;
  throw new Told(answer.told);
}

async function serve(socket: Socket, obey: (request: ControlRequest) => Promise<string>): Promise<void> {
  socket.on('error', () => socket.destroy());
  for await (const line of createInterface({ input: socket })) {
    socket.end(JSON.stringify(await obeyLine(line, obey)));
    return;
  }
}

async function obeyLine(line: string, obey: (request: ControlRequest) => Promise<string>): Promise<ControlAnswer> {
  try {
    const request: unknown = JSON.parse(line);
    const isWords = Array.isArray(request) && request.every((word) => typeof word === 'string');
    return isWords ? { ok: await obey(request) } : { told: 'bad request' };
  } catch (error) {
    if (error instanceof Told) return { told: error.message };
    return { told: told('Máy chủ gặp lỗi, xem nhật ký.', 'The hub failed; see its log.').message };
  }
}

function exchange(path: string, request: ControlRequest): Promise<ControlAnswer> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(path);
    let heard = '';
    socket.on('data', (part) => {
      heard += part;
    });
    socket.on('error', () =>
      reject(told('Không nói chuyện được với máy chủ đang chạy.', 'The running hub does not answer.')),
    );
    socket.on('end', () => resolve(JSON.parse(heard) as ControlAnswer));
    socket.write(`${JSON.stringify(request)}\n`);
  });
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
}

/** A socket's path holds 107 bytes at most; Linux reaches a deep folder by an open handle of it. */
async function withShortPath<Result>(
  folder: string,
  path: string,
  use: (path: string) => Promise<Result>,
): Promise<Result> {
  if (process.platform !== 'linux' || Buffer.byteLength(path) <= 100) return use(path);
  const handle = await open(folder, 'r');
  try {
    return await use(`/proc/self/fd/${handle.fd}/hub.sock`);
  } finally {
    await handle.close();
  }
}
