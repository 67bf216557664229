import { chmod, open, rm } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Told, told } from './told.ts';

/* The command line talks to a running hub through a socket in its data folder: who may read the folder may speak. */

/** What can be asked of a running hub: the words of a command line. */
export type ControlRequest = readonly string[];
type ControlAnswer = { readonly ok: string } | { readonly told: string };
/** One JSON line each: what is to be said meanwhile, and at last the answer. */
type ControlLine = ControlAnswer | { readonly say: string };

/** What a long work says before its answer. */
export type Say = (line: string) => void;
type Obey = (request: ControlRequest, say: Say) => Promise<string>;

/** Listens until `close`. The caller holds the folder's lock, so what lies there is left over. */
export async function listenForControl(folder: string, obey: Obey): Promise<{ close(): Promise<void> }> {
  const path = join(folder, 'hub.sock');
  await rm(path, { force: true });
  const server = createServer((socket) => void serve(socket, obey));
  await withShortPath(folder, path, (short) => listen(server, short));
  await chmod(path, 0o600);
  return { close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Asks the running hub; throws what it told. */
export async function askHub(folder: string, request: ControlRequest, say: Say = () => {}): Promise<string> {
  const path = join(folder, 'hub.sock');
  const answer = await withShortPath(folder, path, (short) => exchange(short, request, say));
  if ('ok' in answer) return answer.ok;
  throw new Told(answer.told);
}

async function serve(socket: Socket, obey: Obey): Promise<void> {
  socket.on('error', () => socket.destroy());
  for await (const line of createInterface({ input: socket })) {
    const answer = await obeyLine(line, (request) => obey(request, (said) => write(socket, { say: said })));
    socket.end(`${JSON.stringify(answer)}\n`);
    return;
  }
}

function write(socket: Socket, line: ControlLine): void {
  // Who asked may have gone: the work goes on all the same.
  if (socket.writable) socket.write(`${JSON.stringify(line)}\n`);
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

function exchange(path: string, request: ControlRequest, say: Say): Promise<ControlAnswer> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(path);
    const isSilent = () =>
      reject(told('Không nói chuyện được với máy chủ đang chạy.', 'The running hub does not answer.'));
    socket.on('error', isSilent);
    const lines = createInterface({ input: socket });
    lines.on('line', (text) => {
      const line = JSON.parse(text) as ControlLine;
      if ('say' in line) say(line.say);
      else resolve(line);
    });
    // After an answer that came, this changes nothing.
    lines.on('close', isSilent);
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
