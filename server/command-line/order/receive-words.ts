import { readFile, writeFile } from 'node:fs/promises';
import { isHubsVerdict } from '../../../src/seal/device-crypto.ts';
import { fromBase64url } from '../../../src/sync/wire/bytes.ts';
import { openCertificate, readCertificate, writeSigned } from '../../../src/sync/wire/certificate.ts';
import { receiptCode } from '../../../src/sync/wire/receipt.ts';
import { type RoadFault, readRoadFile, writeRoadFile } from '../../../src/sync/wire/road-file.ts';
import { openVerdict } from '../../../src/sync/wire/verdict-bytes.ts';
import { civilDay } from '../../figures/months.ts';
import type { Hub } from '../../hub.ts';
import { findDevice } from '../../sync/device-rows.ts';
import { sha256 } from '../../sync/hash.ts';
import { takeIn } from '../../sync/routes.ts';
import type { UnitsBench } from '../../sync/units/units-bench.ts';
import { need, readArguments } from '../arguments.ts';
import { told } from '../told.ts';
import { listBooks } from './list-books.ts';

export const receiveNames = ['data', 'file'] as const;

const faults: { readonly [fault in RoadFault]: Error } = {
  strange: told('Đây không phải tệp của Sổ Dân Số.', 'This is no file of Sổ Dân Số.'),
  newer: told('Tệp do bản mới hơn của ứng dụng lưu.', 'The file was saved by a newer version of the app.'),
  cut: told('Tệp bị cụt, thiếu phần cuối.', 'The file is cut off; its end is missing.'),
  altered: told('Nội dung tệp đã bị thay đổi trên đường.', 'The file was changed on the way.'),
  too_large: told('Tệp quá lớn.', 'The file is too large.'),
};

/** Takes in waiting work that came as a file and writes the answers beside it; or says what a certificate says. */
export async function obeyReceive(bench: UnitsBench, words: readonly string[]): Promise<string> {
  const path = need(readArguments(words, receiveNames).file, 'file');
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) throw told(`Không đọc được ${path}.`, `${path} cannot be read.`);
  const certificate = /^SDSC1\.\S+$/m.exec(bytes.subarray(0, 10_000).toString())?.[0];
  return certificate === undefined ? receiveWork(bench, path, bytes) : tellCertificate(bench.hub, certificate);
}

async function receiveWork(bench: UnitsBench, path: string, bytes: Uint8Array): Promise<string> {
  const { hub } = bench;
  const file = readRoadFile(bytes, sha256);
  if (!file.ok) throw faults[file.error];
  const { is, book, items } = file.value;
  if (is !== 'work')
    throw told('Tệp này là trả lời của máy chủ, không phải việc chờ gửi.', 'This file holds answers, not work.');
  if (file.value.hub !== hub.keys.pinned.verdictId || !(await listBooks(hub)).includes(book))
    throw told('Tệp của xã khác hoặc máy chủ khác.', 'The file is of another commune or another hub.');
  const verdicts = await takeIn(
    bench,
    items.flatMap((item) => fromBase64url(item) ?? []),
  );
  const answers = `${path.replace(/\.txt$/, '')}-tra-loi.txt`;
  const lines = { is: 'verdicts', hub: file.value.hub, book, items: verdicts.map(writeSigned) } as const;
  await writeFile(answers, writeRoadFile(lines, sha256));
  const opened = verdicts.map(openVerdict);
  const taken = opened.filter((verdict) => verdict !== undefined && verdict.refused === undefined).length;
  return [
    `Đã nhận ${taken}/${items.length} gói. Trả lời ở ${answers}: đưa lại cho người gửi.`,
    `Took ${taken}/${items.length} envelopes. The answers are in ${answers}: give them back to the sender.`,
  ].join('\n');
}

/** Whether this hub signed it, and whether the device wrote anything since. */
async function tellCertificate(hub: Hub, text: string): Promise<string> {
  const signed = readCertificate(text);
  const isOurs = signed !== undefined && (await isHubsVerdict(crypto.subtle, hub.keys.pinned, signed));
  const certified = isOurs ? openCertificate(signed) : undefined;
  if (certified === undefined)
    throw told('Giấy xác nhận không phải do máy chủ này ký.', 'The certificate was not signed by this hub.');
  const { device: id, acked, holds, hubTime } = certified;
  const device = await hub.database.transaction(undefined, (tx) => findDevice(tx, id));
  const code = receiptCode({ device: id, acked, digest: holds.digest }, sha256);
  const since = (device?.acked ?? acked) - acked;
  return [
    `Đúng: máy ${id}, ngày ${civilDay(hubTime)}, đến số ${acked}, mã ${code}. Sau đó máy này gửi thêm ${since}.`,
    `True: device ${id}, ${civilDay(hubTime)}, up to number ${acked}, code ${code}. It has sent ${since} more since.`,
  ].join('\n');
}
