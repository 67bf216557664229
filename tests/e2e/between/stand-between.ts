import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/** What a phone asked, byte for byte. */
export interface AskedOfHub {
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

export interface AnswerOfHub {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

/** `undefined`: the hub itself shall answer. `cut`: the connection breaks in the middle. `ask` asks the hub behind. */
type Meddler = (
  asked: AskedOfHub,
  ask: (asked: AskedOfHub) => Promise<AnswerOfHub>,
) => Promise<AnswerOfHub | 'cut' | undefined>;

/** Stands between phones and hub on a port of its own, as a captive portal or a proxy does, and keeps all that went up. */
export interface Between {
  readonly address: string;
  readonly asked: readonly AskedOfHub[];
  readonly meddle: (meddler: Meddler | undefined) => void;
  readonly close: () => Promise<void>;
}

async function collect(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

function pairs(raw: readonly string[]): Record<string, string> {
  const names = raw.filter((_, at) => at % 2 === 0);
  return Object.fromEntries(names.map((name, at) => [name.toLowerCase(), raw[2 * at + 1] ?? '']));
}

export async function standBetween(hubPort: number): Promise<Between> {
  const kept: AskedOfHub[] = [];
  let meddler: Meddler | undefined;

  const ask = ({ method, path, headers, body }: AskedOfHub) =>
    new Promise<AnswerOfHub>((resolve, reject) => {
      const asking = request({ port: hubPort, host: '127.0.0.1', method, path, headers: pairs(headers) }, (answer) => {
        collect(answer).then((bytes) => {
          const { 'transfer-encoding': _, ...rest } = pairs(answer.rawHeaders);
          resolve({ status: answer.statusCode ?? 0, headers: rest, body: bytes });
        }, reject);
      });
      asking.on('error', reject);
      asking.end(body);
    });

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = '', url = '', rawHeaders } = incoming;
    const asked = { method, path: url, headers: rawHeaders, body: await collect(incoming) };
    kept.push(asked);
    const made = (await meddler?.(asked, ask)) ?? (await ask(asked));
    if (made === 'cut') {
      outgoing.socket?.destroy();
      return;
    }
    outgoing.writeHead(made.status, { ...made.headers, 'content-length': Buffer.byteLength(made.body) });
    outgoing.end(made.body);
  }

  const server = createServer((incoming, outgoing) => {
    // No hub behind: for a phone that is the same as no network.
    answer(incoming, outgoing).catch(() => outgoing.socket?.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = server.address();
  return {
    address: `http://localhost:${typeof port === 'object' ? port?.port : ''}`,
    asked: kept,
    meddle(next) {
      meddler = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
