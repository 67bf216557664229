import { writeCsv } from '../../src/formats/sheet/write-csv.ts';
import type { FileBytes } from '../../src/workers/api/transfer-api.ts';

/** A file as an officer picks it. */
export function file(name: string, rows: readonly (readonly string[])[]): FileBytes {
  return { name: `${name}.csv`, bytes: writeCsv({ name, rows }) };
}
