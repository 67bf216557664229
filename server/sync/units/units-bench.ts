import type { Register } from '../../../src/register/register.ts';
import type { OpDraft } from '../../../src/sync/phone/transaction.ts';
import { writeBatch } from '../../command-line/register/write-batch.ts';
import type { Hub } from '../../hub.ts';

/** What changing units works on: a hub, its books in memory, and who wants to know of what was written. */
export interface UnitsBench {
  readonly hub: Hub;
  register(book: string): Promise<Register | undefined>;
  /** The register of a book is told its units anew. */
  retell(book: string): Promise<void>;
  onWritten(book: string): void;
}

/** Who writes for a change of units, with the hub's own key. */
export function unitsAuthor({ founder }: Hub, book: string) {
  return { device: `units-${book}`, user: 'uunits00', userName: 'Thay đổi địa giới', signKey: founder.publicKey };
}

export async function writeUnits({ hub }: UnitsBench, book: string, drafts: readonly OpDraft[]): Promise<void> {
  if (drafts.length > 0) await writeBatch(hub, book, unitsAuthor(hub, book).device, drafts, () => {});
}

const turns = new Map<string, Promise<unknown>>();

/** One at a time a book: each works over what the one before it left, and their ops are numbered one behind the other. */
export function inTurn<Result>(book: string, work: () => Promise<Result>): Promise<Result> {
  const turn = (turns.get(book) ?? Promise.resolve()).then(work, work);
  turns.set(book, turn);
  return turn;
}
