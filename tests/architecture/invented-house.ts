import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Builds a small house of source files, hands over its folder, and takes it down again. */
export function inInventedHouse<Result>(
  files: { readonly [path: string]: string },
  look: (root: string) => Result,
): Result {
  const root = mkdtempSync(join(tmpdir(), 'invented-house-'));
  try {
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), source);
    }
    return look(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
