import { civilDay } from '../../../src/domain/calendar/civil-date.ts';
import { fingerprintOf } from '../../../src/seal/hub-keys.ts';
import type { Hub } from '../../hub.ts';
import { need, readArguments, readYes } from '../arguments.ts';
import { listBooks } from './list-books.ts';

export const keysNames = ['data', 'rotate', 'ground'] as const;

/** `--rotate yes --ground TEXT`: new keys in place of the hub's. Without them: which keys there are. */
export async function obeyKeys(hub: Hub, words: readonly string[]): Promise<string> {
  const asked = readArguments(words, keysNames);
  if (!readYes(asked, 'rotate')) return listKeys(hub);
  const ground = need(asked.ground, 'ground').normalize('NFC').trim();
  await hub.turnKeys();
  const fingerprint = await fingerprintOf(crypto.subtle, hub.keys.pinned);
  for (const book of await listBooks(hub)) {
    const entry = { book, actor: 'command line', device: '', action: 'keys', object: fingerprint, ground };
    await hub.run({ is: 'audit', at: hub.now(), ...entry });
  }
  return [
    `Khóa mới của máy chủ: ${fingerprint}. Các máy nhận khóa mới khi liên lạc; khóa cũ vẫn mở được việc đã mã hóa trước. Sao lưu ngay; mã QR kích hoạt in trước hôm nay phải in lại.`,
    `New keys of this hub: ${fingerprint}. Phones take them at their next contact; the old ones still open what was sealed before. Back up now; activation QR codes printed before must be printed again.`,
  ].join('\n');
}

/** A line a key, newest first: since when phones are told it ("-": from the beginning); behind the first its fingerprint. */
async function listKeys({ keys: { published, pinned } }: Hub): Promise<string> {
  const [newest = '', ...older] = published.map(
    ({ id, since }) => `${id} ${since === undefined ? '-' : civilDay(since)}`,
  );
  return [`${newest} ${await fingerprintOf(crypto.subtle, pinned)}`, ...older].join('\n');
}
