import { civilDay } from '../../../../src/domain/calendar/civil-date.ts';
import { countLivedIn } from '../../../../src/register/lives/village-sizes.ts';
import { sumText } from '../../../../src/sync/records/digest.ts';
import type { CertifiedVerdict } from '../../../../src/sync/wire/certificate.ts';
import { receiptCode } from '../../../../src/sync/wire/receipt.ts';
import type { Hub } from '../../../hub.ts';
import { sha256 } from '../../../sync/hash.ts';
import { registerReader } from '../../../sync/units/open-register.ts';
import type { Place } from '../../find-place.ts';
import type { Holder } from './hand-over-holder.ts';
import type { Handed } from './handed-before.ts';

/* "Biên bản bàn giao địa bàn": who gave what to whom, when, counted and summed, to be printed and signed. */

export const handOverReasons = ['leave', 'maternity', 'transfer', 'other'] as const;
export type HandOverReason = (typeof handOverReasons)[number];

const reasonWords: { readonly [reason in HandOverReason]: string } = {
  leave: 'thôi làm cộng tác viên',
  maternity: 'nghỉ thai sản',
  transfer: 'chuyển địa bàn',
  other: 'lý do khác',
};

/** `open`: nothing proves that all was sent, so it may still send; `kept`: it goes on with other villages. */
export type OldPhone = 'closed' | 'lost' | 'open' | 'kept';

const phoneWords: { readonly [phone in OldPhone]: string } = {
  closed: 'đã đóng; lần liên lạc tới máy tự xóa sổ',
  lost: 'mất; đã thu hồi và ra lệnh xóa; việc còn trên máy nếu gửi được sẽ để riêng cho cán bộ xã xem',
  open: 'chưa đóng; việc còn trên máy gửi sau vẫn được nhận và theo hộ; gửi xong thì đóng bằng lệnh revoke',
  kept: 'tiếp tục dùng cho địa bàn còn lại',
};

export interface VillageCount {
  readonly id: string;
  readonly households: number;
  readonly people: number;
  readonly records: number;
  /** Sum of the village's records, as phone and hub compare it. */
  readonly digest: string;
}

/** What stands in these villages now. */
export async function countVillages(hub: Hub, book: string, villages: readonly string[]): Promise<VillageCount[]> {
  const register = await registerReader(hub, book)();
  const sums = await hub.database.transaction({ book, places: villages }, (tx) =>
    tx.selectFrom('place_sum').select(['place', 'records', 'digest']).where('book', '=', book).execute(),
  );
  return villages.map((id) => {
    const list = register?.village(id);
    const sum = sums.find(({ place }) => place === id);
    const digest = sumText(BigInt.asUintN(128, BigInt(sum?.digest ?? '0')));
    return {
      id,
      households: list === undefined ? 0 : countLivedIn(list),
      people: list?.people ?? 0,
      records: Number(sum?.records ?? 0),
      digest,
    };
  });
}

interface Minutes {
  readonly place: Place;
  readonly giver: Holder;
  readonly taker: Holder | undefined;
  readonly takerName: string | undefined;
  readonly reason: HandOverReason;
  readonly handed: Handed;
  /** What came as a file, in words. */
  readonly received: string | undefined;
  readonly certified: CertifiedVerdict | undefined;
  readonly phone: OldPhone;
}

export async function writeMinutes(hub: Hub, minutes: Minutes): Promise<string> {
  const { place, giver, taker, takerName, reason, handed, phone } = minutes;
  const commune = await hub.database.transaction(undefined, (tx) =>
    tx.selectFrom('unit').select(['name', 'code']).where('id', '=', place.communeId).executeTakeFirst(),
  );
  return [
    'BIÊN BẢN BÀN GIAO ĐỊA BÀN',
    `Ngày ${spellDay(handed.at)} · ${commune?.name ?? ''} (mã ${commune?.code ?? ''})`,
    `Lý do: ${reasonWords[reason]}`,
    `Bên giao: ${giver.userName} (máy ${giver.id})`,
    `Bên nhận: ${spellTaker(taker, takerName)}`,
    '',
    'Địa bàn và số liệu lúc giao:',
    ...handed.counts.map((count) => spellVillage(place, count)),
    '',
    'Việc chưa gửi của bên giao:',
    ...spellWork(minutes),
    `Máy của bên giao: ${phoneWords[phone]}.`,
    spellChain(handed),
    '',
    'Bên giao (ký)                 Bên nhận (ký)                 Cán bộ dân số xã (ký)',
    '',
  ].join('\n');
}

function spellDay(at: number): string {
  return civilDay(at).split('-').reverse().join('/');
}

function spellTaker(taker: Holder | undefined, name: string | undefined): string {
  if (taker !== undefined) return `${taker.userName} (máy ${taker.id})`;
  return name === undefined ? 'chưa có người nhận; cán bộ dân số xã giữ' : `${name} (kích hoạt máy bằng mã cấp riêng)`;
}

function spellVillage(place: Place, { id, households, people, records, digest }: VillageCount): string {
  const { code = '', name = '' } = place.villages.find((village) => village.id === id) ?? {};
  return `- ${code} ${name}: ${households} hộ, ${people} người, ${records} bản ghi, mã đối chiếu ${digest}`;
}

function spellWork({ giver, received, certified, phone }: Minutes): readonly string[] {
  const files = received === undefined ? [] : [`- ${received}`];
  if (certified !== undefined) {
    const { device, acked, holds, hubTime } = certified;
    const code = receiptCode({ device, acked, digest: holds.digest }, sha256);
    return [...files, `- Đã gửi đủ đến số ${acked}, theo giấy xác nhận ngày ${spellDay(hubTime)}, mã ${code}.`];
  }
  const last = `- Máy chủ đã nhận đến số ${giver.acked}`;
  if (phone === 'lost') return [...files, `${last}; việc ghi sau đó nếu có thì nằm trên máy mất.`];
  return [...files, `${last}; không có giấy xác nhận là đã gửi đủ.`];
}

/** The entry of the commune's log that says the same: nobody can change either without the other. */
function spellChain({ entry }: Handed): string {
  return `Nhật ký xã: dòng ${entry.n}, mã ${entry.hash.slice(0, 16)}`;
}
