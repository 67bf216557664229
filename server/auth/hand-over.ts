import type { FormerPlace } from '../../src/sync/hub-ports.ts';
import type { Tx } from '../db/database.ts';
import { appendAudit } from '../durable/audit-chain.ts';
import type { CommandOf } from '../durable/command.ts';
import { keep, leave, type Performed } from '../durable/performed.ts';
import { heldBy } from '../sync/device-rows.ts';

export interface HandedOver {
  /** Places that really went; none where the device had none of them. */
  readonly places: readonly string[];
  /** How many places the device is left with. */
  readonly left: number;
}

/**
 * Takes villages from one device and gives them to another. Both learn of it by their risen epoch: the one drops what it
 * may no longer hold, the other loads it. What the first had sealed before it knew is still accepted there.
 */
export async function handOver(tx: Tx, command: CommandOf<'hand_over'>): Promise<Performed<HandedOver>> {
  const { book, from, to, actor, ground, at } = command;
  const giver = await readHolder(tx, book, from);
  const places = command.places.filter((place) => giver?.places.includes(place));
  if (giver === undefined || places.length === 0) return leave({ places: [], left: giver?.places.length ?? 0 });
  const left = giver.places.filter((place) => !places.includes(place));
  const kept = giver.former.filter(({ place }) => !places.includes(place));
  const former = [...kept, ...places.map((place): FormerPlace => ({ place, until: giver.epoch }))];
  await save(tx, book, from, { places: left, former, epoch: giver.epoch + 1 });
  const taker = to === '' ? undefined : await readHolder(tx, book, to);
  if (taker !== undefined) {
    const held = [...new Set([...taker.places, ...places])];
    // What comes back to her is hers again, and no longer what she once had.
    const rest = taker.former.filter(({ place }) => !places.includes(place));
    await save(tx, book, to, { places: held, former: rest, epoch: taker.epoch + 1 });
  }
  const object = spellHanded(command, places);
  await appendAudit(tx, { book, actor, device: from, action: 'hand_over', object, ground }, at);
  return keep({ places, left: left.length });
}

/** "v1 v2 > device", and behind it what stood in them. */
function spellHanded({ to, newcomer, counts }: CommandOf<'hand_over'>, places: readonly string[]): string {
  const taker = newcomer === undefined ? to : `+${newcomer}`;
  return `${places.join(' ')} > ${taker}${counts === undefined ? '' : ` · ${counts}`}`;
}

interface Holder {
  readonly places: readonly string[];
  readonly former: readonly FormerPlace[];
  readonly epoch: number;
}

async function readHolder(tx: Tx, book: string, id: string): Promise<Holder | undefined> {
  const row = await tx
    .selectFrom('device')
    .select(['places', 'former', 'epoch'])
    .where('book', '=', book)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...heldBy(row), epoch: row.epoch };
}

async function save(tx: Tx, book: string, id: string, { places, former, epoch }: Holder): Promise<void> {
  await tx
    .updateTable('device')
    .set({ places: JSON.stringify(places), former: JSON.stringify(former), epoch })
    .where('book', '=', book)
    .where('id', '=', id)
    .execute();
}
