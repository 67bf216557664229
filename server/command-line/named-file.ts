import { readFile, writeFile } from 'node:fs/promises';
import { told } from './told.ts';

/* Files that somebody named: told to her where they cannot be read or written. */

export async function readBytes(path: string): Promise<Buffer> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) throw told(`Không đọc được ${path}.`, `${path} cannot be read.`);
  return bytes;
}

export async function writeBytes(
  path: string,
  bytes: string | Uint8Array,
  how: { readonly mode?: number; readonly flag?: 'a' } = {},
): Promise<void> {
  try {
    await writeFile(path, bytes, how);
  } catch {
    throw told(`Không ghi được ${path}.`, `${path} cannot be written.`);
  }
}

/** For its owner only. Whether it can be written is tried before `first`, which says that it was: so it is never said in vain. */
export async function writeNames(
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  first: () => Promise<unknown>,
): Promise<void> {
  const mode = 0o600;
  for (const { path } of files) await writeBytes(path, '', { mode, flag: 'a' });
  await first();
  for (const { path, bytes } of files) await writeBytes(path, bytes, { mode });
}
