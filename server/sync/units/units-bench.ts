import type { OpDraft } from '../../../src/sync/phone/transaction.ts';
import { writeBatch } from '../../command-line/register/write-batch.ts';
import type { Hub } from '../../hub.ts';

/** What changing units works on: a hub, and who wants to know of what was written. */
export interface UnitsBench {
  readonly hub: Hub;
  onWritten(book: string): void;
}

/** The device that writes for changes of a book's villages. */
export function authorOf(book: string): string {
  return `units-${book}`;
}

/** Who writes for a change of units, with the hub's own key. */
export function unitsAuthor({ founder }: Hub, book: string) {
  return { device: authorOf(book), user: 'uunits00', userName: 'Thay đổi địa giới', signKey: founder.publicKey };
}

export async function writeUnits({ hub }: UnitsBench, book: string, drafts: readonly OpDraft[]): Promise<void> {
  const groups = drafts.map((draft) => [draft]);
  if (groups.length > 0) await writeBatch(hub, book, unitsAuthor(hub, book).device, groups, () => {});
}

const turns = new Map<string, Promise<unknown>>();

/** One at a time a book: each works over what the one before it left, and their ops are numbered one behind the other. */
export function inTurn<Result>(book: string, work: () => Promise<Result>): Promise<Result> {
  const turn = (turns.get(book) ?? Promise.resolve()).then(work, work);
  turns.set(book, turn);
  return turn;
}

/** In the turn of each of these books, taken in one order: two who want several never wait for each other for ever. */
export function inTurns<Result>(books: readonly string[], work: () => Promise<Result>): Promise<Result> {
  return [...new Set(books)].sort().reduce((inner, book) => () => inTurn(book, inner), work)();
}
