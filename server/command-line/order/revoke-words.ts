import type { Hub } from '../../hub.ts';
import { readArguments } from '../arguments.ts';
import { told } from '../told.ts';
import { listBooks } from './list-books.ts';

export const revokeNames = ['data', 'device', 'ground'] as const;

/** `--device ID`: ends a phone's work; it is told at its next contact. Without it: every device, a line each. */
export async function obeyRevoke(hub: Hub, words: readonly string[]): Promise<string> {
  const { device, ground = '' } = readArguments(words, revokeNames);
  if (device === undefined) return listDevices(hub);
  const answer = await hub.run({ is: 'revoke', at: hub.now(), device, actor: 'command line', ground });
  if (answer.is === 'revoked')
    return [
      `Đã thu hồi máy ${device}. Máy nhận lệnh khi liên lạc lần tới.`,
      `Device ${device} is revoked. It is told at its next contact.`,
    ].join('\n');
  if (answer.is === 'before')
    throw told(`Máy ${device} đã bị thu hồi từ trước.`, `Device ${device} was revoked before.`);
  throw told(`Không có máy ${device} trên máy chủ này.`, `No device ${device} on this hub.`);
}

/** Book, device, role, status, user. */
async function listDevices(hub: Hub): Promise<string> {
  const lines: string[] = [];
  for (const book of await listBooks(hub)) {
    const rows = await hub.database.transaction(undefined, (tx) =>
      tx.selectFrom('device').selectAll().where('book', '=', book).orderBy('id').execute(),
    );
    const phones = rows.filter(({ sign_key }) => sign_key !== hub.founder.publicKey);
    lines.push(...phones.map(({ id, role, status, user_name }) => `${book} ${id} ${role} ${status} ${user_name}`));
  }
  return lines.join('\n');
}
