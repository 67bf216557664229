import { openRescue } from '../../auth/rescue.ts';
import type { Hub } from '../../hub.ts';
import { need, readArguments } from '../arguments.ts';
import { listBooks } from '../order/list-books.ts';
import { told } from '../told.ts';

export const rescueNames = ['data', 'device', 'ground'] as const;

/**
 * `--device ID --ground TEXT`: the code to read out to one who has lost PIN and card; who asked, and why, stands in the
 * commune's chain first. Without a device: who can be helped so, a line each.
 */
export async function obeyRescue(hub: Hub, words: readonly string[]): Promise<string> {
  const asked = readArguments(words, rescueNames);
  const phones = await listPhones(hub);
  if (asked.device === undefined)
    return phones
      .map(({ book, id, role, user_name, rescue }) =>
        [book, id, role, user_name, rescue === '' ? '· chưa có mã / no code' : '· có mã / code kept'].join(' '),
      )
      .join('\n');
  const ground = need(asked.ground, 'ground').normalize('NFC').trim();
  const phone = phones.find(({ id }) => id === asked.device);
  if (phone === undefined)
    throw told(
      `Không có máy ${asked.device} đang dùng trên máy chủ này.`,
      `No device ${asked.device} in use on this hub.`,
    );
  const code = await openRescue(hub, phone.id, phone.rescue);
  if (code === undefined)
    throw told(
      `Máy ${phone.id} chưa gửi mã khôi phục. Hãy dùng thẻ khôi phục, hoặc cấp mã kích hoạt mới.`,
      `Device ${phone.id} has left no rescue code. Use the recovery card, or issue a new activation code.`,
    );
  const who = { book: phone.book, actor: 'command line', device: phone.id };
  await hub.run({ is: 'audit', at: hub.now(), ...who, action: 'rescue_code', object: '', ground });
  return [
    code,
    `Mã khôi phục của ${phone.user_name}. Hỏi chắc đúng người rồi mới đọc. Trên máy: Dùng thẻ khôi phục, gõ mã, đặt mã PIN mới; sau đó mã này hết dùng được.`,
    `Rescue code of ${phone.user_name}. Make sure who is asking before reading it out. On the phone: use the recovery card, type the code, choose a new PIN; then this code is good no more.`,
  ].join('\n');
}

async function listPhones(hub: Hub) {
  const books = await listBooks(hub);
  const rows = await hub.database.transaction(undefined, (tx) =>
    tx
      .selectFrom('device')
      .selectAll()
      .where('book', 'in', [...books])
      .where('status', '=', 'active')
      .orderBy('id')
      .execute(),
  );
  return rows.filter(({ sign_key }) => sign_key !== hub.founder.publicKey);
}
