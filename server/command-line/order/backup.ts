import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { backupFolder } from '../../durable/backup.ts';
import { keyFile } from '../../durable/key-file.ts';
import { need, readArguments } from '../arguments.ts';
import { runProgram, told } from '../told.ts';

/** `npm run -s backup -- --data FOLDER --to FOLDER`: copies a hub, also one that runs, into a folder that is not there yet. */
await runProgram(async () => {
  const asked = readArguments(process.argv.slice(2), ['data', 'to'] as const);
  const [data, to] = [need(asked.data, 'data'), need(asked.to, 'to')];
  if (process.env.DATABASE_URL !== undefined)
    throw told(
      'Máy chủ dùng PostgreSQL: sao lưu cơ sở dữ liệu bằng pg_dump, và giữ keys.json cùng chỗ.',
      'The hub works on PostgreSQL: back the database up with pg_dump, and keep keys.json beside it.',
    );
  if (!existsSync(join(data, keyFile)))
    throw told(`Không có máy chủ nào trong thư mục ${data}.`, `There is no hub in the folder ${data}.`);
  const inside = existsSync(to) ? await readdir(to).catch(() => undefined) : [];
  if (inside === undefined) throw told(`${to} không phải thư mục mở được.`, `${to} is no folder that can be opened.`);
  if (inside.length > 0) throw told(`Thư mục ${to} không trống.`, `The folder ${to} is not empty.`);
  const { end } = await backupFolder(data, to, Date.now()).catch((error: unknown) => {
    throw tellWhy(error, to);
  });
  process.stdout.write(`Đã sao lưu vào ${to} (${end} byte). Cất ở nơi khóa kín: có khóa của máy chủ.\n`);
  process.stdout.write(`Backed up to ${to} (${end} bytes). Keep it locked away: it holds the hub's keys.\n`);
});

/** A stick that is full, locked or gone: the system's word says which. */
function tellWhy(error: unknown, to: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  return told(
    `Không ghi được bản sao lưu vào ${to}: ${error.code}.`,
    `The backup could not be written to ${to}: ${error.code}.`,
  );
}
