import { randomBytes } from 'node:crypto';
import { demoCommune, makeSample } from '../../src/sample/sample.ts';
import { makeDeviceCrypto } from '../../src/seal/device-crypto.ts';
import type { Op } from '../../src/sync/op.ts';
import { utf8 } from '../../src/sync/wire/bytes.ts';
import { nextChain } from '../../src/sync/wire/chain.ts';
import { writeHeader } from '../../src/sync/wire/envelope-bytes.ts';
import { lineHash, writeLine } from '../../src/sync/wire/line.ts';
import { openVerdict } from '../../src/sync/wire/verdict-bytes.ts';
import type { SampleRecipe } from '../durable/command.ts';
import { civilDay } from '../figures/months.ts';
import type { Hub } from '../hub.ts';
import { findDevice } from './device-rows.ts';
import { type Founding, readFounding } from './found-commune.ts';
import { sha256 } from './hash.ts';

const day = 86_400_000;
const demoBook = `b${demoCommune.communeCode}`;
/** Ops an envelope: far below what one may hold. */
const opsAtOnce = 1_500;

/** Founds the demo commune on an empty hub; writes what is missing of its people if a first start was cut off. */
export async function settleDemo(hub: Hub, households: readonly number[] = demoCommune.households): Promise<void> {
  const known = await hub.database.transaction(undefined, (tx) => readFounding(tx, demoBook));
  if (known === undefined) await found(hub, households);
  const founding = known ?? (await hub.database.transaction(undefined, (tx) => readFounding(tx, demoBook)));
  if (founding !== undefined) await writePeople(hub, founding);
}

async function found(hub: Hub, households: readonly number[]): Promise<void> {
  const at = hub.now();
  const today = civilDay(at);
  // Written before anything that people do today.
  const sample: SampleRecipe = { seed: demoCommune.seed, today, writtenAt: at - day, households };
  const author = { device: 'sample00', user: 'usample0' };
  const { commune, villages, units } = makeSample({ ...demoCommune, ...sample, ...author });
  await hub.run({
    is: 'found',
    at,
    units: units.map((unit) => ({ ...unit, validFrom: '2025-07-01' })),
    book: demoBook,
    commune: commune.id,
    author: {
      ...author,
      userName: 'Dữ liệu mẫu',
      role: 'officer',
      places: [commune.id, ...villages.map((village) => village.id)],
      signKey: hub.founder.publicKey,
    },
    sample,
  });
}

async function writePeople(hub: Hub, founding: Founding): Promise<void> {
  const sample = makeSample({ ...demoCommune, ...founding.recipe, device: founding.device, user: founding.user });
  const device = await hub.database.transaction(undefined, (tx) => findDevice(tx, founding.device));
  if (device === undefined) throw new TypeError('the founding has no author');
  let { acked, chain } = device;
  for (const ops of batches(sample.ops, acked)) {
    chain = await writeBatch(hub, ops, chain);
    acked += ops.length;
  }
}

/** Whole transactions only: an envelope that cut one would be refused. */
function* batches(all: Iterable<Op>, acked: number): Generator<readonly Op[]> {
  let batch: Op[] = [];
  for (const op of all) {
    if (op.s <= acked) continue;
    if (batch.length >= opsAtOnce && op.tx === op.s) {
      yield batch;
      batch = [];
    }
    batch.push(op);
  }
  if (batch.length > 0) yield batch;
}

/** Seals and accepts one envelope, as any phone would send it. @returns the chain head behind it */
async function writeBatch(hub: Hub, ops: readonly Op[], chain: string): Promise<string> {
  const { keys, founder } = hub;
  const { subtle } = globalThis.crypto;
  const crypto = makeDeviceCrypto({ subtle, random: randomBytes, signKey: founder.privateKey, hubKeys: keys.pinned });
  const [first, last] = [ops[0], ops.at(-1)];
  if (first === undefined || last === undefined) return chain;
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
  const refused = verdict?.ops.find(({ result }) => result.is === 'refused' || result.is === 'with');
  if (verdict?.acked === last.s && refused === undefined) return h;
  throw new TypeError(`the sample was refused: ${verdict?.refused ?? JSON.stringify(refused?.result)}`);
}
