import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Ask } from '../../tests/server/phone.ts';
import type { Random } from '../../tests/simulation/random.ts';

/** The line broke: nobody knows how far the request came. */
export class Cut extends Error {}

/** Where a line breaks: in the middle of the body, while the hub works, or when its answer begins. */
const breaks = ['body', 'work', 'answer'] as const;
type Break = (typeof breaks)[number];

/** While the hub works: at most so long after the body is out, ms. */
const workMs = 30;

/** A line of its own for each request, as each phone has; so many of the uploads are cut. */
export function makeRoad(address: string, random: Random, cutShare: number): Ask {
  return (path, init = {}) => {
    const isCut = path === '/sync/envelopes' && random.chance(cutShare);
    return ask(new URL(path, address), init, isCut ? { at: random.pick(breaks), ms: random.below(workMs) } : undefined);
  };
}

function ask(
  url: URL,
  init: RequestInit,
  cut: { readonly at: Break; readonly ms: number } | undefined,
): Promise<Response> {
  const body = init.body === undefined ? Buffer.alloc(0) : Buffer.from(init.body as Uint8Array | string);
  const headers = { ...Object.fromEntries(new Headers(init.headers)), 'content-length': String(body.length) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: init.method ?? 'GET', headers, agent: false });
    const cutNow = () => {
      reject(new Cut('cut'));
      sent.destroy();
    };
    sent.once('error', reject);
    sent.once('response', (answer) => {
      if (cut?.at === 'answer') cutNow();
      else read(answer).then(resolve, reject);
    });
    if (cut?.at === 'body') writeHalf(sent, body, cutNow);
    else sent.end(body);
    if (cut?.at === 'work') sent.once('finish', () => void setTimeout(cut.ms).then(cutNow));
  });
}

function writeHalf(sent: ClientRequest, body: Buffer, then: () => void): void {
  sent.write(body.subarray(0, Math.floor(body.length / 2)), then);
}

async function read(answer: IncomingMessage): Promise<Response> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(Buffer.from(part));
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) headers.set(name, String(value));
  return new Response(Buffer.concat(parts), { status: answer.statusCode ?? 0, headers });
}
