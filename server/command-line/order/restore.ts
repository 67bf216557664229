import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isBackup, restoreFolder } from '../../durable/backup.ts';
import { keyFile } from '../../durable/key-file.ts';
import { need, readArguments } from '../arguments.ts';
import { runProgram, told } from '../told.ts';

/** `npm run -s restore -- --from FOLDER --data FOLDER`: puts a backup where a hub can start on it. */
await runProgram(async () => {
  const asked = readArguments(process.argv.slice(2), ['from', 'data'] as const);
  const [from, data] = [need(asked.from, 'from'), need(asked.data, 'data')];
  if (!isBackup(from)) throw told(`${from} không phải bản sao lưu đầy đủ.`, `${from} is no whole backup.`);
  if (existsSync(join(data, keyFile)))
    throw told(
      `Thư mục ${data} đã có máy chủ, không ghi đè.`,
      `There is a hub in ${data} already; it is not overwritten.`,
    );
  const restored = await restoreFolder(from, data, Date.now());
  if (!restored.ok)
    throw told(
      `Nhật ký trong bản sao lưu ${from} bị thiếu hoặc hỏng, không khôi phục. Hãy dùng bản sao lưu khác.`,
      `The journal in the backup ${from} is cut short or damaged; nothing was restored. Use another backup.`,
    );
  process.stdout.write(`${sayRestored(data).join('\n')}\n`);
});

/**
 * Phones bring back what people wrote; what administrators ordered since the backup stands nowhere else. Before the first
 * phone comes, each order finds it where the order left it.
 */
function sayRestored(data: string): readonly string[] {
  return [
    `Đã khôi phục vào ${data}.`,
    'Trước khi chạy máy chủ, quản trị làm lại những gì đã ra lệnh sau bản sao này: bàn giao thôn, đổi thôn xã, thu hồi máy, xóa theo yêu cầu, mã kích hoạt, người dùng trang quản lý và mật khẩu. Các lệnh ấy chạy được khi máy chủ chưa chạy.',
    'Lệnh nào báo chưa có máy, hộ hay người (có sau bản sao) thì làm lại sau khi các máy đã gửi lại. Việc ghi ở thôn chưa được giao lại thì máy chủ giữ, đến khi giao lại mới vào sổ.',
    `Sau đó chạy: npm start -- --data ${data}. Các máy tự gửi lại phần còn thiếu.`,
    `Restored to ${data}.`,
    'Before you start it, order again what was ordered since this backup: villages handed over, changes of villages and communes, revocations, erasures, activation codes, console users and passwords. These commands work while the hub is stopped.',
    'Where one says that a device, household or person is not there (it came after the backup), give it again once phones have offered what is missing. What was written in a village that is not handed over again yet is kept by the hub, and enters the book when it is.',
    `Then run: npm start -- --data ${data}. Phones offer again what is missing.`,
  ];
}
