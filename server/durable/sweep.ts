import { type CommandOf, readKept, type Substitute, writeBlank, writeCommandWithin } from './command.ts';
import type { Journal } from './journal.ts';

/*
 * Orders to erase change what stands in the journal before them. The order itself is appended first, with all that a
 * replay needs; then the bytes go. Whatever cuts that off, doing it again from what the journal says ends it.
 */

interface Order {
  readonly position: number;
  readonly length: number;
  readonly command: CommandOf<'erase'>;
}

async function readOrders(journal: Journal): Promise<readonly Order[]> {
  const orders: Order[] = [];
  for await (const { payload, position } of journal.entriesAfter(0)) {
    const kept = readKept(payload);
    if (kept.is === 'erase') orders.push({ position, length: payload.length, command: kept });
  }
  return orders;
}

/** What stands for blank entries: a later order's word takes the place of an earlier one's. */
export async function readSubstitutes(journal: Journal): Promise<readonly Substitute[]> {
  const last = lastWords(await readOrders(journal));
  return [...last.values()].map(({ substitute }) => substitute).sort((a, b) => a.position - b.position);
}

/** Blanks the entries that orders speak of, and takes out of each order what a later one says anew. */
export async function sweepJournal(journal: Journal): Promise<void> {
  const orders = await readOrders(journal);
  const last = lastWords(orders);
  const replaced = new Map<number, Uint8Array>();
  for (const { position, length, command } of orders) {
    const substitutes = command.substitutes.filter((one) => last.get(one.position)?.order === position);
    if (substitutes.length === command.substitutes.length) continue;
    replaced.set(position, writeCommandWithin({ ...command, substitutes }, length));
  }
  for await (const { payload, position } of journal.entriesAfter(0))
    if (last.has(position) && readKept(payload).is !== 'blank') replaced.set(position, writeBlank(payload.length));
  await journal.replace(replaced);
}

interface LastWord {
  readonly substitute: Substitute;
  /** Position of the order that says it. */
  readonly order: number;
}

function lastWords(orders: readonly Order[]): ReadonlyMap<number, LastWord> {
  const last = new Map<number, LastWord>();
  for (const { position: order, command } of orders)
    for (const substitute of command.substitutes) last.set(substitute.position, { substitute, order });
  return last;
}
