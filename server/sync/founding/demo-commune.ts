import { civilDay } from '../../../src/domain/calendar/civil-date.ts';
import { demoCommune, makeSample } from '../../../src/sample/sample.ts';
import type { Op } from '../../../src/sync/op.ts';
import type { SampleRecipe } from '../../durable/command.ts';
import type { Hub } from '../../hub.ts';
import { findDevice } from '../device-rows.ts';
import { type Founding, readFounding } from './found-commune.ts';
import { acceptAsFounder } from './founder-envelope.ts';

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

/** To invent 60,000 people takes many seconds: that all are written is remembered. */
async function writePeople(hub: Hub, founding: Founding): Promise<void> {
  const { book, recipe, device: id, user } = founding;
  const { device, whole } = await hub.database.transaction(undefined, async (tx) => ({
    device: await findDevice(tx, id),
    whole: await tx.selectFrom('sample_whole').select('ops').where('book', '=', book).executeTakeFirst(),
  }));
  if (device === undefined) throw new TypeError('the founding has no author');
  let { acked, chain } = device;
  if (whole !== undefined && acked >= whole.ops) return;
  const sample = makeSample({ ...demoCommune, ...recipe, device: id, user });
  for (const ops of batches(sample.ops, acked)) {
    chain = await acceptAsFounder(hub, ops, chain);
    acked += ops.length;
  }
  await hub.database.transaction(undefined, (tx) =>
    tx
      .insertInto('sample_whole')
      .values({ book, ops: acked })
      .onConflict((conflict) => conflict.column('book').doUpdateSet({ ops: acked }))
      .execute(),
  );
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
