import { civilDay, clockTime } from '../../../src/domain/calendar/civil-date.ts';
import type { Tx } from '../../db/database.ts';
import type { Hub } from '../../hub.ts';
import { readArguments, readYes } from '../arguments.ts';
import { told } from '../told.ts';
import { listBooks } from './list-books.ts';
import { listPeople } from './list-people.ts';

export const revokeNames = ['data', 'device', 'ground', 'wipe', 'people'] as const;

/**
 * `--device ID`: ends a phone's work; it is told at its next contact, with `--wipe yes` also to forget all that it holds.
 * `--people FILE`: writes whose data it holds. Without a device: every device, a line each.
 */
export async function obeyRevoke(hub: Hub, words: readonly string[]): Promise<string> {
  const asked = readArguments(words, revokeNames);
  const { device, ground = '', people } = asked;
  const mustWipe = readYes(asked, 'wipe');
  if (device === undefined) return listDevices(hub);
  if (people !== undefined) return listPeople(hub, device, people, ground);
  const answer = await hub.run({
    is: 'revoke',
    at: hub.now(),
    device,
    actor: 'command line',
    ground,
    aside: true,
    ...(mustWipe && { wipe: true }),
  });
  if (answer.is === 'revoked' && mustWipe)
    return [
      `Đã thu hồi máy ${device} và ra lệnh xóa. Liên lạc lần tới máy gửi nốt việc đã mã hóa, xóa sổ rồi báo lại.`,
      `Device ${device} is revoked and told to wipe. At its next contact it sends its sealed work, wipes, and says so.`,
    ].join('\n');
  if (answer.is === 'revoked')
    return [
      `Đã thu hồi máy ${device}. Máy nhận lệnh khi liên lạc lần tới.`,
      `Device ${device} is revoked. It is told at its next contact.`,
    ].join('\n');
  if (answer.is === 'before')
    throw told(`Máy ${device} đã bị thu hồi từ trước.`, `Device ${device} was revoked before.`);
  throw told(`Không có máy ${device} trên máy chủ này.`, `No device ${device} on this hub.`);
}

/**
 * Book, device, role, status, user; since when and when it last wrote, for the old phone and the new one of one person bear
 * the same name; then what became of an order to wipe. The oldest first.
 */
async function listDevices(hub: Hub): Promise<string> {
  const lines: string[] = [];
  const since = await hub.database.transaction(undefined, readSince);
  for (const book of await listBooks(hub)) {
    const rows = await hub.database.transaction(undefined, (tx) =>
      tx.selectFrom('device').selectAll().where('book', '=', book).orderBy('id').execute(),
    );
    const phones = rows.filter(({ sign_key }) => sign_key !== hub.founder.publicKey);
    phones.sort((a, b) => (since.get(a.id) ?? 0) - (since.get(b.id) ?? 0));
    for (const { id, role, status, user_name, last_ms, ...row } of phones) {
      const at = since.get(id);
      const begun = at === undefined ? '' : ` · từ ${spellMoment(at)} / since`;
      const wrote =
        last_ms === 0 ? ' · chưa ghi gì / wrote nothing' : ` · ghi gần nhất ${spellMoment(last_ms)} / last wrote`;
      lines.push(`${book} ${id} ${role} ${status} ${user_name}${begun}${wrote}${spellWipe(row)}`);
    }
  }
  return lines.join('\n');
}

/** When each phone was activated; after a merger it stands in the chain of the commune of then. */
async function readSince(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('audit')
    .select(['device', 'at'])
    .where('action', 'in', ['activate', 'enrol'])
    .orderBy('at', 'desc')
    .execute();
  return new Map(rows.map(({ device, at }) => [device, at]));
}

/** "2026-11-22 20:43", by Viet Nam's clocks. */
function spellMoment(moment: number): string {
  return `${civilDay(moment)} ${clockTime(moment)}`;
}

function spellWipe({ wipe, wiped_at: at }: { readonly wipe: string; readonly wiped_at: number }): string {
  if (wipe === '') return '';
  return wipe === 'done' ? ` · đã xóa ${civilDay(at)} / wiped` : ' · chờ xóa / told to wipe';
}
