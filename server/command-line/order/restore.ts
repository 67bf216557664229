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

/** Phones bring back what people wrote; what administrators ordered since the backup stands nowhere else. */
function sayRestored(data: string): readonly string[] {
  return [
    `Đã khôi phục vào ${data}. Chạy: npm start -- --data ${data}. Các máy tự gửi lại phần còn thiếu.`,
    'Quản trị phải làm lại những gì đã ra lệnh sau bản sao này: thu hồi máy, bàn giao thôn, xóa theo yêu cầu, đổi thôn xã, mã kích hoạt, người dùng trang quản lý và mật khẩu.',
    `Restored to ${data}. Run: npm start -- --data ${data}. Phones offer again what is missing.`,
    'Order again what was ordered since this backup: revocations, villages handed over, erasures, changes of villages and communes, activation codes, console users and passwords.',
  ];
}
