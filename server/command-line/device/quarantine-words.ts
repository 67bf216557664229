import { records } from '../../../src/catalogue/records/index.ts';
import { civilDay } from '../../../src/domain/calendar/civil-date.ts';
import type { OpVerdict } from '../../../src/sync/verdict.ts';
import type { Hub } from '../../hub.ts';
import { findDevice } from '../../sync/device-rows.ts';
import type { UnitsBench } from '../../sync/units/units-bench.ts';
import { readOpen } from '../../sync/waiting/aside-devices.ts';
import { type Aside, distinctLines, readAside } from '../../sync/waiting/aside-rows.ts';
import { type Taken, takeAside } from '../../sync/waiting/take-aside.ts';
import { need, readArguments, readYes } from '../arguments.ts';
import { listBooks } from '../order/list-books.ts';
import { told } from '../told.ts';

export const quarantineNames = ['data', 'device', 'envelope', 'take', 'drop', 'ground'] as const;

/**
 * What was kept aside: behind a revocation, or of a device that gave a number out twice. Without a device: every device
 * that somebody must decide on, a line each; with one: its envelopes; with `--take yes` they are written into the book in
 * their author's name, with `--drop yes` they stay out of it (and may be taken later); `--envelope ID,ID` means these only.
 */
export async function obeyQuarantine(bench: UnitsBench, words: readonly string[]): Promise<string> {
  const asked = readArguments(words, quarantineNames);
  const [takes, drops] = [readYes(asked, 'take'), readYes(asked, 'drop')];
  const { hub } = bench;
  if (asked.device === undefined) return listAside(hub);
  const device = await hub.database.transaction(undefined, (tx) => findDevice(tx, asked.device ?? ''));
  if (device === undefined)
    throw told(`Không có máy ${asked.device} trên máy chủ này.`, `No device ${asked.device} on this hub.`);
  const { book, id, status } = device;
  const all = await hub.database.transaction({ book, places: [] }, (tx) => readAside(tx, book, id));
  if (!takes && !drops)
    return [...spellEnvelopes(all), ...(status === 'frozen' ? [frozenWords] : [])].join('\n') || nothing;
  if (takes && drops)
    throw told('Chọn một: --take yes (nhận vào sổ) hoặc --drop yes (bỏ).', 'Choose one: --take yes or --drop yes.');
  const ground = need(asked.ground, 'ground').normalize('NFC').trim();
  const envelopes = (asked.envelope ?? '').split(',').flatMap((one) => one.trim() || []);
  const strange = envelopes.find((one) => !all.some(({ envelope }) => envelope === one));
  if (strange !== undefined)
    throw told(`Máy ${id} không có gói ${strange} để riêng.`, `No envelope ${strange} of device ${id} is kept aside.`);
  const decision = takes ? 'taken' : 'dropped';
  return spellDone(
    await takeAside(bench, { book, device: id, envelopes, decision, actor: 'command line', ground }),
    decision,
  );
}

const nothing = 'Không có gì để riêng. / Nothing is kept aside.';
const frozenWords = [
  'Máy đang bị dừng: một số thứ tự được ghi hai việc khác nhau (máy bị sao chép hoặc khôi phục từ bản cũ). Hãy thu hồi máy (npm run revoke), cấp mã kích hoạt mới; việc máy còn giữ sẽ về đây khi máy liên lạc, rồi mới nhận.',
  'The device is stopped: one number was given to two different ops (a copied phone, or one put back to an older state). Revoke it, issue a new code; what it still holds comes here at its next contact, and may be taken then.',
].join('\n');

async function listAside(hub: Hub): Promise<string> {
  const lines: string[] = [];
  for (const book of await listBooks(hub)) {
    const devices = await hub.database.transaction({ book, places: [] }, (tx) => readOpen(tx, book));
    for (const { device, role, status, userName, open } of devices)
      lines.push(`${book} ${device} ${role} ${status} ${userName} · ${spellOps(open)}`);
  }
  return lines.join('\n') || nothing;
}

/** What was sealed one by one comes again where the phone gathered it: that is said, and all of it counted once. */
function spellEnvelopes(all: readonly Aside[]): readonly string[] {
  const told = new Set<string>();
  const small = [...all].sort((a, b) => a.lines.length - b.lines.length);
  const again = new Map<Aside, number>();
  for (const aside of small) {
    const lines = distinctLines([aside]);
    again.set(aside, lines.filter(({ hash }) => told.has(hash)).length);
    for (const { hash } of lines) told.add(hash);
  }
  const envelopes = all.map((aside) => spellEnvelope(aside, again.get(aside) ?? 0));
  if ([...again.values()].every((count) => count === 0)) return envelopes;
  const { size } = told;
  return [...envelopes, `Tất cả ${size} việc, mỗi việc tính một lần. / ${size} ops in all, each counted once.`];
}

/** @param again how many of its ops stand in other envelopes, too */
function spellEnvelope(aside: Aside, again: number): string {
  const { envelope, why, decision } = aside;
  const said = { '': 'chưa quyết / open', taken: 'đã nhận vào sổ / taken', dropped: 'đã bỏ / dropped' }[decision];
  const twice = again === 0 ? [] : [`${again} việc cũng có ở gói khác / ${again} also in other envelopes`];
  return [envelope, reasons.get(why) ?? why, spellOps([aside]), ...twice, said].join(' · ');
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['revoked', 'gửi sau khi thu hồi / sent when revoked'],
  ['conflict', 'trùng số, khác nội dung / other content under the same number'],
  ['parked', 'đến trước các việc trước nó / waited behind a gap'],
  ['chain', 'không khớp chuỗi / does not fit the chain'],
]);

/** How many ops, of which days, on what: never whom. What was sent twice is told once. */
function spellOps(all: readonly Aside[]): string {
  const lines = distinctLines(all);
  const ops = lines.flatMap(({ op }) => op ?? []);
  const days = ops.map(({ at: [ms] }) => civilDay(ms)).sort();
  const kinds = new Map<string, number>();
  for (const { k } of ops) kinds.set(k, (kinds.get(k) ?? 0) + 1);
  const spelt = [...kinds].map(([kind, count]) => `${count} ${labels.get(kind) ?? kind}`).join(', ');
  return [`${lines.length} việc / ops`, [...new Set([days[0], days.at(-1)])].join('…'), spelt]
    .filter((part) => part !== '')
    .join(' · ');
}

const labels: ReadonlyMap<string, string> = new Map(
  records.map(({ kind, label }) => [kind, `${label.vi} (${label.en})`]),
);

function spellDone({ decided, answers }: Taken, decision: 'taken' | 'dropped'): string {
  if (decided.is === 'two_histories')
    throw told(
      'Các gói này trùng số thứ tự với nhau: máy có hai bản. Chọn gói đúng bằng --envelope.',
      'These envelopes give one number to two ops: the device has two copies. Choose the right ones with --envelope.',
    );
  if (decided.is === 'nothing' && answers.length === 0)
    throw told('Không có gói nào để quyết.', 'There is no envelope to decide on.');
  if (decided.is === 'decided' && decision === 'dropped')
    return `Đã bỏ ${decided.ops} việc.\nDropped ${decided.ops} ops.`;
  const refused = answers.filter(({ result }) => result.is === 'refused' || result.is === 'with');
  const count = answers.length - refused.length;
  const { known, left } = decided.is === 'decided' ? decided : { known: 0, left: 0 };
  const parts: readonly (readonly [count: number, vi: string, en: string])[] = [
    [1, `Đã nhận vào sổ ${count} việc`, `Took ${count} ops into the book`],
    [known, `${known} việc đã có trong sổ`, `${known} stood there already`],
    [left, `${left} việc không nhận được`, `${left} cannot be taken`],
    [
      refused.length,
      `sổ từ chối ${refused.length} việc: ${codesOf(refused)}`,
      `the book refused ${refused.length}: ${codesOf(refused)}`,
    ],
  ];
  const said = parts.filter(([some]) => some > 0);
  return [said.map(([, vi]) => vi), said.map(([, , en]) => en)].map((line) => `${line.join('; ')}.`).join('\n');
}

function codesOf(refused: readonly OpVerdict[]): string {
  const codes = refused.flatMap(({ result }) => (result.is === 'refused' ? [result.code] : []));
  return [...new Set(codes)].join(', ');
}
