import { describe, expect, test } from 'vitest';
import { inInventedHouse } from './invented-house.ts';
import { judgeImports, judgeReach, judgeTargets } from './judge-imports.ts';
import { judgeCrowding, judgeDepth, judgeEmptyRooms, judgeLength, judgePathNames } from './judge-layout.ts';
import { judgeAny, judgeCasts, judgeDefaultExport, judgeNames, judgePurity } from './judge-syntax.ts';
import { filesBelow, type Module, readModules } from './modules.ts';

/* The sentinels themselves are tried on invented houses, each with one fault planted. */

function modulesOf(files: { readonly [path: string]: string }): readonly Module[] {
  return inInventedHouse(files, (root) => readModules(root, ['src', 'sw', 'server']));
}

function judged(path: string, source: string): readonly string[] {
  return judgeImports(modulesOf({ [path]: source }));
}

describe('who may import whom', () => {
  test('a house that keeps the table is silent', () => {
    const house = {
      'src/domain/age.ts': "import * as z from 'zod/mini';\nexport const age = z.number();",
      'src/features/birth/page.tsx':
        "import { age } from '../../domain/age.ts';\nimport type { PhoneApi } from '../../workers/api/phone-api.ts';\nimport { Part } from './part.tsx';\nimport { signal } from '@preact/signals';\nexport const page = [age, Part, signal];",
      'src/features/birth/part.tsx': 'export const Part = 1;',
      'src/store/outbox.ts':
        "import { open } from '../sync/open.ts';\nimport Dexie from 'dexie';\nexport { open, Dexie };",
      'src/sync/open.ts': 'export const open = 1;',
      'sw/sw.ts': "import { open } from '../src/store/outbox.ts';\nexport default open;",
      'server/main.ts':
        "import { readFileSync } from 'node:fs';\nimport '../src/sync/open.ts';\nexport { readFileSync };",
    };
    expect(judgeImports(modulesOf(house))).toEqual([]);
    expect(judgeReach(modulesOf(house))).toEqual([]);
  });

  test('a house with no modules proves nothing, and says so', () => {
    expect(judgeImports(modulesOf({}))).toEqual(['no modules were read: nothing is proved']);
    expect(judgeImports(modulesOf({ 'readme.md': 'empty' }))).toHaveLength(1);
  });

  test('the message names the file, the line and the import', () => {
    expect(judged('src/domain/age.ts', "\nimport { open } from '../store/open.ts';")).toEqual([
      'src/domain/age.ts:2 imports ../store/open.ts: domain may not import store',
    ]);
  });

  test.each([
    ['a static import', "import '../store/open.ts';"],
    ['a type', "import type { Open } from '../store/open.ts';"],
    ['a re-export', "export { open } from '../store/open.ts';"],
    ['a re-export of all', "export * from '../store/open.ts';"],
    ['a dynamic import', "export const later = () => import('../store/open.ts');"],
    ['a type by import()', "export type Open = import('../store/open.ts').Open;"],
    ['a worker by its address', "import address from '../store/open.ts?worker&url';"],
    ['a worker by new URL', "export const address = new URL('../store/open.ts', import.meta.url);"],
    ['an import nobody can read', 'export const later = (name: string) => import(name);'],
    ['a glob', "export const all = import.meta.glob('../store/*.ts');"],
    ['a package', "import Dexie from 'dexie';"],
    ['plain zod where only zod/mini is open', "import { z } from 'zod';"],
    ['the outside', "import { x } from '../../tests/x.ts';"],
  ])('%s is seen', (_what, source) => {
    expect(judged('src/domain/age.ts', source)).toHaveLength(1);
  });

  test('one feature may not import another, on the phone or in the console', () => {
    expect(judged('src/features/birth/page.tsx', "import '../household/page.tsx';")).toHaveLength(1);
    expect(judged('src/console/features/report/page.tsx', "import '../sign-in/page.tsx';")).toHaveLength(1);
    expect(judged('src/features/screen.ts', "import './birth/page.tsx';")).toHaveLength(1);
    expect(judged('src/features/birth/page.tsx', "import type { Screen } from '../screen.ts';")).toEqual([]);
    const area = {
      'src/features/supply/dispense/page.tsx': "import '../stock/page.tsx';",
      'src/features/supply/stock/page.tsx': 'export const page = 1;',
    };
    expect(judgeImports(modulesOf(area))).toHaveLength(1);
  });

  test('a feature knows the worker by its type only', () => {
    const value = "import { api } from '../../workers/api/phone-api.ts';";
    expect(judged('src/features/birth/page.tsx', value)).toEqual([
      'src/features/birth/page.tsx:1 imports ../../workers/api/phone-api.ts: only its types are open here: import type',
    ]);
    expect(judged('src/features/birth/page.tsx', value.replace('import', 'import type'))).toEqual([]);
    expect(judged('src/features/birth/page.tsx', value.replace('{ api', '{ type Api'))).toEqual([]);
    expect(judged('src/features/birth/page.tsx', "import type { Key } from '../../vault/key.ts';")).toHaveLength(1);
  });

  test('the two apps know nothing of each other, and a stray file has no room', () => {
    expect(judged('src/app/main.tsx', "import '../console/main.tsx';")).toHaveLength(1);
    expect(judged('src/console/main.tsx', "import '../app/main.tsx';")).toHaveLength(1);
    expect(judged('src/stray.ts', 'export const x = 1;')).toEqual(['src/stray.ts: stands in no room of the table']);
  });

  test('the service worker is caught when it reaches the vault through three files', () => {
    const found = judgeReach(
      modulesOf({
        'sw/sw.ts': "import '../src/store/outbox.ts';",
        'src/store/outbox.ts': "export { pages } from './pages.ts';",
        'src/store/pages.ts': "import { key } from '../vault/key.ts';\nexport const pages = key;",
        'src/vault/key.ts': 'export const key = 1;',
      }),
    );
    expect(found).toEqual(['sw/sw.ts → src/store/outbox.ts → src/store/pages.ts → src/vault/key.ts']);
  });

  test('what is only a type is not reached', () => {
    const house = {
      'sw/sw.ts': "import type { Key } from '../src/vault/key.ts';",
      'src/vault/key.ts': 'export type Key = 1;',
    };
    expect(judgeReach(modulesOf(house))).toEqual([]);
  });

  test('an import that leads nowhere is found', () => {
    const house = { 'src/domain/age.ts': "import './gone.ts';\nimport './here.ts';", 'src/domain/here.ts': '' };
    const files = inInventedHouse(house, (root) => new Set(filesBelow(root, 'src')));
    expect(judgeTargets(modulesOf(house), files)).toEqual(['src/domain/age.ts:1 imports src/domain/gone.ts: no file']);
  });
});

describe('what a tree can prove', () => {
  function one(source: string, path = 'src/domain/x.ts'): Module {
    const [module] = modulesOf({ [path]: source });
    if (module === undefined) throw new Error('no module');
    return module;
  }

  test.each([
    'export const now = Date.now();',
    'export const now = new Date();',
    'export const roll = () => Math.random();',
    'export const id = crypto.randomUUID();',
    'export const where = typeof window;',
    'export const kind = process.env.KIND;',
    'export function read(url: string) { return fetch(url); }',
    'export const later = { then: () => setTimeout(() => 1, 1) };',
    'export const all = { crypto };',
    'export function outer() { const inner = (crypto: number) => crypto; return [inner, crypto]; }',
  ])('impure: %s', (source) => {
    expect(judgePurity(one(source))).toHaveLength(1);
  });

  test.each([
    'export const day = new Date(0).toISOString();',
    'export function hash(crypto: { hash(): string }) { return crypto.hash(); }',
    'export function hash(ports: { crypto: { hash(): string } }) { const { crypto } = ports; return crypto.hash(); }',
    'export interface Ports { readonly crypto: string; fetch(url: string): string }',
    'export const name = (record: { window: string }) => record.window;',
    'export const labels = { process: 1, window: 2 };',
  ])('pure: %s', (source) => {
    expect(judgePurity(one(source))).toEqual([]);
  });

  test('claimed types', () => {
    const never = () => false;
    expect(judgeCasts(one('export const x = JSON.parse("1") as number;'), never)).toHaveLength(1);
    expect(judgeCasts(one('export const x = <number>JSON.parse("1");'), never)).toHaveLength(1);
    expect(judgeCasts(one('export const x = [1][0]!;'), () => true)).toHaveLength(1);
    expect(judgeCasts(one('export const x = [1] as const;'), never)).toEqual([]);
    expect(judgeCasts(one('export const x = JSON.parse("1") as number;'), () => true)).toEqual([]);
  });

  test('any and default exports', () => {
    expect(judgeAny(one('export const x: readonly any[] = [];'))).toHaveLength(1);
    expect(judgeAny(one('export const any = 1;'))).toEqual([]);
    expect(judgeDefaultExport(one('export default 1;'))).toHaveLength(1);
  });

  test('names', () => {
    expect(judgeNames(one('export function saveAndSend() {}'))).toHaveLength(1);
    expect(judgeNames(one('export const dateUtils = 1;'))).toHaveLength(1);
    expect(judgeNames(one('export const island = 1; export function handOver() {}'))).toEqual([]);
  });
});

describe('what the folder list shows', () => {
  test('names, depth, crowds, length, empty rooms', () => {
    expect(judgePathNames(['src/ui/utils/x.ts', 'src/sync/push-and-pull.ts', 'src/ui/candle.ts'])).toHaveLength(2);
    expect(judgeDepth(['a/b/c/d/e/f.ts', 'a/b/c/d/e/f/g.ts'], 5)).toHaveLength(1);
    const crowd = Array.from({ length: 16 }, (_, n) => `src/ui/part-${n}.tsx`);
    expect(judgeCrowding(crowd, 15)).toEqual(['src/ui: 16 entries, more than 15']);
    expect(judgeLength('x.ts', 'a\n'.repeat(300), 300)).toEqual([]);
    expect(judgeLength('x.ts', 'a\n'.repeat(301), 300)).toHaveLength(1);
    expect(judgeEmptyRooms(['domain', 'vault'], ['src/domain/age.ts'])).toEqual(['vault: a room with no file']);
  });
});
