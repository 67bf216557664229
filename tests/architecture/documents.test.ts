import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from './modules.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const documents = ['README.md', ...filesBelow(ROOT, 'docs').filter((path) => path.endsWith('.md'))];

/** Paths in backquotes: `src/domain/age.ts`, `server/`; a pattern or a placeholder is no path. */
function pathsIn(text: string): readonly string[] {
  return [...text.matchAll(/`((?:src|sw|server|tests|bench|docs|public|\.ci)\/[\w./-]*)`/g)].map(
    (found) => found[1] ?? '',
  );
}

function linksIn(text: string): readonly string[] {
  return [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map((found) => found[1] ?? '');
}

test('every path that a document names is there', () => {
  const named = documents.flatMap((document) =>
    pathsIn(readFileSync(join(ROOT, document), 'utf8')).map((path) => [document, path] as const),
  );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter(([, path]) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('every link of a document leads to a file', () => {
  const broken = documents.flatMap((document) =>
    linksIn(readFileSync(join(ROOT, document), 'utf8'))
      .filter((link) => !existsSync(join(ROOT, document, '..', link)))
      .map((link) => `${document} → ${link}`),
  );
  expect(broken).toEqual([]);
});

test('every command that the README names is one of the package', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const { scripts }: { scripts: { readonly [name: string]: string } } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const named = [...readme.matchAll(/npm (?:run (?:-s )?)?([a-z]+)/g)].map((found) => found[1] ?? '');
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter((name) => !(name in scripts) && name !== 'install')).toEqual([]);
});
