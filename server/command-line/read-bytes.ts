import { readFile } from 'node:fs/promises';
import { told } from './told.ts';

/** A file that somebody named; told to her where it cannot be read. */
export async function readBytes(path: string): Promise<Buffer> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) throw told(`Không đọc được ${path}.`, `${path} cannot be read.`);
  return bytes;
}
