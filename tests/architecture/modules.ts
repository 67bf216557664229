import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Import, importsOf, parse, type SyntaxNode } from './syntax.ts';

/** One source file: its path from the root with forward slashes, its text, its tree, and what it imports. */
export interface Module {
  readonly path: string;
  readonly source: string;
  readonly program: SyntaxNode;
  readonly imports: readonly Import[];
}

/** Paths of all files below `folder`, sorted, from `root`; nothing where the folder is missing. */
export function filesBelow(root: string, folder: string): readonly string[] {
  let entries: readonly { readonly name: string; isDirectory(): boolean }[];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(root, path) : [path];
    })
    .sort();
}

export function readModules(root: string, folders: readonly string[]): readonly Module[] {
  return folders
    .flatMap((folder) => filesBelow(root, folder))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => {
      const source = readFileSync(join(root, path), 'utf8');
      const program = parse(path, source);
      return { path, source, program, imports: importsOf(program, source) };
    });
}

/** Path from the root that a relative import names; `undefined` for a package. */
export function targetOf(from: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : undefined;
}
