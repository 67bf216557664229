import { civilDay } from '../../../src/domain/calendar/civil-date.ts';
import type { Hub } from '../../hub.ts';
import type { ErasureAnswer } from '../../sync/erasing/erase-for-good.ts';
import { readState } from '../../sync/erasing/find-bodies.ts';
import { need, readArguments } from '../arguments.ts';
import { told } from '../told.ts';
import { listBooks } from './list-books.ts';

export const eraseNames = ['data', 'record', 'ground'] as const;

/** `--record ID --ground TEXT`: forgets the record's values for good. Without them: which orders there are, and who obeyed. */
export async function obeyErase(hub: Hub, words: readonly string[]): Promise<string> {
  const asked = readArguments(words, eraseNames);
  if (asked.record === undefined && asked.ground === undefined) return listOrders(hub);
  const record = need(asked.record, 'record');
  const ground = need(asked.ground, 'ground').normalize('NFC').trim();
  const books = await findBooks(hub, record);
  if (books.length === 0) throw unknown(record);
  const lines: string[] = [];
  for (const book of books) {
    const answer = await hub.erase({ book, record, actor: 'command line', ground });
    if (answer.is === 'erased') lines.push(...sayErased(record, answer));
  }
  if (lines.length === 0)
    throw told(
      `Bản ghi ${record} đã được xóa từ trước, không còn gì để xóa.`,
      `Record ${record} was erased before; nothing is left of it.`,
    );
  return lines.join('\n');
}

function sayErased(
  record: string,
  { lines, naming, number }: Extract<ErasureAnswer, { readonly is: 'erased' }>,
): readonly string[] {
  return [
    `Đã xóa nội dung bản ghi ${record}: ${lines} dòng. Các máy nhận lệnh ${number} khi liên lạc. Còn ${naming} bản ghi khác nhắc đến bản ghi này.`,
    `Erased record ${record}: ${lines} lines. Phones are told order ${number} at their next contact. ${naming} other records still name it.`,
  ];
}

/** One; or two, where its village went to another commune. */
async function findBooks(hub: Hub, record: string): Promise<readonly string[]> {
  const books: string[] = [];
  for (const book of await listBooks(hub)) {
    const found = await hub.database.transaction(await hub.wholeBook(book), (tx) => readState(tx, book, record));
    if (found !== undefined) books.push(book);
  }
  return books;
}

/** A line an order: book, number, day, record, and how many of the phones at work have obeyed. */
async function listOrders(hub: Hub): Promise<string> {
  const lines: string[] = [];
  for (const book of await listBooks(hub)) {
    const { orders, devices } = await hub.database.transaction({ book, places: [] }, async (tx) => ({
      orders: await tx.selectFrom('erasure').selectAll().where('book', '=', book).orderBy('number').execute(),
      devices: await tx
        .selectFrom('device')
        .select('obeyed')
        .where('book', '=', book)
        .where('status', '=', 'active')
        .where('sign_key', '<>', hub.founder.publicKey)
        .execute(),
    }));
    for (const { number, at, record } of orders) {
      const obeyed = devices.filter((device) => device.obeyed >= number).length;
      lines.push(`${book} ${number} ${civilDay(at)} ${record} ${obeyed}/${devices.length}`);
    }
  }
  return lines.join('\n');
}

function unknown(record: string): Error {
  return told(`Không có bản ghi ${record} trên máy chủ này.`, `No record ${record} on this hub.`);
}
