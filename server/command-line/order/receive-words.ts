import { civilDay } from '../../../src/domain/calendar/civil-date.ts';
import { isHubsVerdict } from '../../../src/seal/device-crypto.ts';
import type { RoadFileAnswer } from '../../../src/sync/console-api.ts';
import { type CertifiedVerdict, openCertificate, readCertificate } from '../../../src/sync/wire/certificate.ts';
import { receiptCode } from '../../../src/sync/wire/receipt.ts';
import type { Hub } from '../../hub.ts';
import { findDevice } from '../../sync/device-rows.ts';
import { sha256 } from '../../sync/hash.ts';
import { takeRoadFile } from '../../sync/proof/take-road-file.ts';
import type { UnitsBench } from '../../sync/units/units-bench.ts';
import { need, readArguments } from '../arguments.ts';
import { readBytes, writeBytes } from '../named-file.ts';
import { told } from '../told.ts';

export const receiveNames = ['data', 'file'] as const;

const faults: { readonly [why in Extract<RoadFileAnswer, { is: 'refused' }>['why']]: Error } = {
  strange: told('Đây không phải tệp của Sổ Dân Số.', 'This is no file of Sổ Dân Số.'),
  newer: told('Tệp do bản mới hơn của ứng dụng lưu.', 'The file was saved by a newer version of the app.'),
  cut: told('Tệp bị cụt, thiếu phần cuối.', 'The file is cut off; its end is missing.'),
  altered: told('Nội dung tệp đã bị thay đổi trên đường.', 'The file was changed on the way.'),
  too_large: told('Tệp quá lớn.', 'The file is too large.'),
  answers: told('Tệp này là trả lời của máy chủ, không phải việc chờ gửi.', 'This file holds answers, not work.'),
  foreign: told('Tệp của xã khác hoặc máy chủ khác.', 'The file is of another commune or another hub.'),
};

/** Takes in waiting work that came as a file and writes the answers beside it; or says what a certificate says. */
export async function obeyReceive(bench: UnitsBench, words: readonly string[]): Promise<string> {
  const path = need(readArguments(words, receiveNames).file, 'file');
  const bytes = await readBytes(path);
  const certificate = findCertificate(bytes);
  return certificate === undefined ? receiveWork(bench, path, bytes) : tellCertificate(bench.hub, certificate);
}

/** The text of a certificate, as a phone saves it among words for people. */
export function findCertificate(bytes: Buffer): string | undefined {
  return /^SDSC1\.\S+$/m.exec(bytes.subarray(0, 10_000).toString())?.[0];
}

/** Judges the work in a file, and writes the answers beside it. */
export async function receiveWork(bench: UnitsBench, path: string, bytes: Uint8Array): Promise<string> {
  const answer = await takeRoadFile(bench, bytes);
  if (answer.is === 'refused') throw faults[answer.why];
  const answers = `${path.replace(/\.txt$/, '')}-tra-loi.txt`;
  await writeBytes(answers, answer.answers);
  return [
    `Đã nhận ${answer.taken}/${answer.of} gói. Trả lời ở ${answers}: đưa lại cho người gửi.`,
    `Took ${answer.taken}/${answer.of} envelopes. The answers are in ${answers}: give them back to the sender.`,
  ].join('\n');
}

/** What this hub has signed; anything else is told. */
export async function openOurs(hub: Hub, text: string): Promise<CertifiedVerdict> {
  const signed = readCertificate(text);
  const isOurs = signed !== undefined && (await isHubsVerdict(crypto.subtle, hub.keys.pinned, signed));
  const certified = isOurs ? openCertificate(signed) : undefined;
  if (certified === undefined)
    throw told('Giấy xác nhận không phải do máy chủ này ký.', 'The certificate was not signed by this hub.');
  return certified;
}

/** Whether this hub signed it, and whether the device wrote anything since. */
async function tellCertificate(hub: Hub, text: string): Promise<string> {
  const certified = await openOurs(hub, text);
  const { device: id, acked, holds, hubTime } = certified;
  const device = await hub.database.transaction(undefined, (tx) => findDevice(tx, id));
  const code = receiptCode({ device: id, acked, digest: holds.digest }, sha256);
  const since = (device?.acked ?? acked) - acked;
  return [
    `Đúng: máy ${id}, ngày ${civilDay(hubTime)}, đến số ${acked}, mã ${code}. Sau đó máy này gửi thêm ${since}.`,
    `True: device ${id}, ${civilDay(hubTime)}, up to number ${acked}, code ${code}. It has sent ${since} more since.`,
  ].join('\n');
}
