import { randomBytes } from 'node:crypto';
import { civilDay } from '../../../src/domain/calendar/civil-date.ts';
import { makeDeviceCrypto } from '../../../src/seal/device-crypto.ts';
import type { Op } from '../../../src/sync/op.ts';
import type { Verdict } from '../../../src/sync/verdict.ts';
import { utf8 } from '../../../src/sync/wire/bytes.ts';
import { nextChain } from '../../../src/sync/wire/chain.ts';
import { writeHeader } from '../../../src/sync/wire/envelope-bytes.ts';
import { lineHash, writeLine } from '../../../src/sync/wire/line.ts';
import { openVerdict } from '../../../src/sync/wire/verdict-bytes.ts';
import type { Hub } from '../../hub.ts';
import { sha256 } from '../hash.ts';

interface Sent {
  /** Chain head behind it. */
  readonly chain: string;
  readonly verdict: Verdict;
}

/**
 * Seals and accepts one envelope of a device whose key the hub itself holds, as any phone would send it.
 * @param ops whole transactions, in order, without a gap after what was accepted before
 * @returns the chain head behind it
 */
export async function acceptAsFounder(hub: Hub, ops: readonly Op[], chain: string): Promise<string> {
  if (ops.length === 0) return chain;
  const { chain: head, verdict } = await sendAsFounder(hub, ops, chain);
  const refused = verdict.ops.find(({ result }) => result.is === 'refused' || result.is === 'with');
  if (refused === undefined) return head;
  throw new TypeError(`the hub refused its own ops: ${JSON.stringify(refused.result)}`);
}

/** The same of ops that others thought out, and that may be refused one by one. @param ops at least one */
export async function sendAsFounder(hub: Hub, ops: readonly Op[], chain: string): Promise<Sent> {
  const { keys, founder } = hub;
  const { subtle } = globalThis.crypto;
  const crypto = makeDeviceCrypto({ subtle, random: randomBytes, signKey: founder.privateKey, hubKeys: keys.pinned });
  const [first, last] = [ops[0], ops.at(-1)];
  if (first === undefined || last === undefined) throw new TypeError('an envelope holds an op');
  const lines = ops.map(writeLine);
  const h = nextChain(
    chain,
    lines.map((line) => lineHash(line, sha256)),
    sha256,
  );
  const y = civilDay(hub.now());
  const named = { v: 1, id: crypto.randomId(), d: first.d, e: 1, f: first.s, l: last.s } as const;
  const header = writeHeader({ ...named, h, k: keys.pinned.sealId, y });
  const envelope = await crypto.seal(header, utf8(lines.join('\n')));
  const verdict = openVerdict(await hub.accept(envelope, hub.now()));
  if (verdict?.acked === last.s) return { chain: h, verdict };
  throw new TypeError(`the hub did not take its own envelope: ${verdict?.refused}`);
}
