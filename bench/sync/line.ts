import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createEnvelopeCount } from './count-envelopes.ts';

/** One request as it went over the line: bytes with all its headers, moments by `Date.now()`. */
export interface Passed {
  readonly path: string;
  readonly begun: number;
  readonly ended: number;
  readonly up: number;
  readonly down: number;
  /** Of our own that went up in it. */
  readonly envelopes: number;
}

type Passing = { -readonly [key in keyof Passed]: Passed[key] };

/**
 * A slow line in front of a server on this machine: all connections share so many bytes a second in each direction. It
 * passes bytes on as they are, and counts them. No delay of its own: that would be dearer for whoever asks more often.
 */
export interface Line {
  readonly address: string;
  /** Bytes a second; `undefined` for as fast as it goes. */
  readonly setSpeed: (bytesASecond: number | undefined) => void;
  /** No network, until it is mended. */
  readonly cut: () => void;
  readonly mend: () => void;
  /** Requests since the last call whose path begins so; the others are forgotten too. */
  readonly take: (path: string) => readonly Passed[];
  readonly end: () => void;
}

/** 1.6 Mbit/s: a weak 3G. */
export const slow = 200_000;

/** Small enough that one download does not hold up another request for long. */
const sliceBytes = 4_096;

export async function openLine(port: number): Promise<Line> {
  const lanes = { up: createLane(), down: createLane() };
  const open = new Set<Socket>();
  let passed: Passing[] = [];
  let isCut = false;

  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    let current: Passing | undefined;
    const countEnvelopes = createEnvelopeCount();
    const begin = (bytes: Buffer): void => {
      const path = requestIn(bytes);
      const envelopes = countEnvelopes(bytes);
      if (path === undefined) {
        if (current !== undefined) current.envelopes += envelopes;
        return;
      }
      current = { path, begun: Date.now(), ended: Date.now(), up: 0, down: 0, envelopes };
      passed.push(current);
    };
    const count = (way: 'up' | 'down') => (bytes: number) => {
      if (current === undefined) return;
      current[way] += bytes;
      current.ended = Date.now();
    };
    for (const socket of [near, far]) {
      open.add(socket);
      socket.setNoDelay(true);
      // A connection that breaks is what a line is for: whoever asked hears of it by the other end's closing.
      socket.on('error', () => undefined);
      socket.once('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    void pump(near, far, lanes.up, count('up'), begin);
    void pump(far, near, lanes.down, count('down'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');

  const cut = (): void => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  return {
    address: `http://localhost:${address.port}`,
    setSpeed(bytesASecond) {
      lanes.up.speed = bytesASecond;
      lanes.down.speed = bytesASecond;
    },
    cut,
    mend() {
      isCut = false;
    },
    take(path) {
      const taken = passed;
      passed = [];
      return taken.filter((one) => one.path.startsWith(path));
    },
    end() {
      cut();
      server.close();
    },
  };
}

interface Lane {
  speed: number | undefined;
  /** Until when the bytes already let in take. */
  free: number;
}

function createLane(): Lane {
  return { speed: undefined, free: 0 };
}

async function pass(lane: Lane, bytes: number): Promise<void> {
  if (lane.speed === undefined) return;
  const now = performance.now();
  lane.free = Math.max(now, lane.free) + (bytes / lane.speed) * 1_000;
  await sleep(lane.free - now);
}

async function pump(
  from: Socket,
  to: Socket,
  lane: Lane,
  count: (bytes: number) => void,
  begin: (bytes: Buffer) => void = () => undefined,
): Promise<void> {
  try {
    for await (const bytes of from as AsyncIterable<Buffer>) {
      begin(bytes);
      for (let at = 0; at < bytes.length; at += sliceBytes) {
        const slice = bytes.subarray(at, at + sliceBytes);
        await pass(lane, slice.length);
        count(slice.length);
        if (!to.write(slice)) await once(to, 'drain');
      }
    }
    to.end();
  } catch {
    // The connection broke; both ends are closed by now.
  }
}

/** A browser sends the next request of a connection behind the whole answer to the last: it begins a piece of its own. */
function requestIn(bytes: Buffer): string | undefined {
  return /^[A-Z]+ (\S+) HTTP\/1\.1\r\n/.exec(bytes.toString('latin1', 0, 4_000))?.[1];
}

/** What several requests came to. */
export interface Traffic {
  readonly requests: number;
  readonly envelopes: number;
  readonly up: number;
  readonly down: number;
}

export function sumTraffic(passed: readonly Passed[]): Traffic {
  const sum = (of: (one: Passed) => number) => passed.reduce((total, one) => total + of(one), 0);
  return {
    requests: passed.length,
    envelopes: sum(({ envelopes }) => envelopes),
    up: sum(({ up }) => up),
    down: sum(({ down }) => down),
  };
}
