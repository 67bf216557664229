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
  await restoreFolder(from, data, Date.now());
  process.stdout.write(
    `Đã khôi phục vào ${data}. Chạy: npm start -- --data ${data}. Các máy tự gửi lại phần còn thiếu.\n`,
  );
  process.stdout.write(`Restored to ${data}. Run: npm start -- --data ${data}. Phones offer again what is missing.\n`);
});
