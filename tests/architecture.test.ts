import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claims, mayClaim } from './architecture/claims.ts';
import { judgeImports, judgeReach, judgeTargets } from './architecture/judge-imports.ts';
import {
  judgeCrowding,
  judgeDepth,
  judgeEmptyRooms,
  judgeLength,
  judgePathNames,
} from './architecture/judge-layout.ts';
import { judgeAny, judgeCasts, judgeDefaultExport, judgeNames, judgePurity } from './architecture/judge-syntax.ts';
import { filesBelow, readModules } from './architecture/modules.ts';
import { rooms } from './architecture/rooms.ts';

const ROOT = join(import.meta.dirname, '..');
const house = ['src', 'sw', 'server'];
const modules = readModules(ROOT, house);
const files = house.flatMap((folder) => filesBelow(ROOT, folder));
const written = [...files, ...['tests', 'bench', 'docs'].flatMap((folder) => filesBelow(ROOT, folder)), 'README.md'];

function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

test('every room of the house is lived in, and its modules were read', () => {
  expect(modules.length).toBeGreaterThan(60);
  expect(judgeEmptyRooms(Object.keys(rooms), files)).toEqual([]);
});

test('every import stands in the table of who may import whom', () => {
  expect(judgeImports(modules)).toEqual([]);
});

test('every relative import leads to a file', () => {
  expect(judgeTargets(modules, new Set(filesBelow(ROOT, '.').map((path) => path.replace(/^\.\//, ''))))).toEqual([]);
});

test('the service worker and the hub never reach a closed room, through however many files', () => {
  expect(judgeReach(modules)).toEqual([]);
});

test('the rules ask no clock, no dice and no world', () => {
  const rules = modules.filter((module) => /^src\/(domain|catalogue|sync|register)\//.test(module.path));
  expect(rules.length).toBeGreaterThan(20);
  expect(rules.flatMap(judgePurity)).toEqual([]);
});

test('types are claimed only where bytes become data, and nothing is any', () => {
  expect(modules.flatMap((module) => judgeCasts(module, mayClaim))).toEqual([]);
  expect([...modules, ...readModules(ROOT, ['tests', 'bench'])].flatMap(judgeAny)).toEqual([]);
});

test('each name that may claim types still has something to claim', () => {
  const idle = Object.keys(claims).filter((path) => {
    const module = modules.find((one) => one.path === path);
    return module === undefined || judgeCasts(module, () => false).length === 0;
  });
  expect(idle).toEqual([]);
});

test('nothing is exported by default', () => {
  expect([...modules, ...readModules(ROOT, ['tests', 'bench'])].flatMap(judgeDefaultExport)).toEqual([]);
});

test('files are short, folders are small and not deep', () => {
  const sources = written.filter((path) => /\.(tsx?|mjs|css)$/.test(path));
  expect(sources.flatMap((path) => judgeLength(path, textOf(path), 300))).toEqual([]);
  // The tests mirror the rooms and add their own: that one folder is as wide as the house. Records are a list by number.
  const wide = /^(tests|docs\/decisions): /;
  expect(judgeCrowding(written, 15).filter((fault) => !wide.test(fault))).toEqual([]);
  expect(judgeDepth(written, 5)).toEqual([]);
});

test('names say one thing, and say it', () => {
  expect(judgePathNames(written)).toEqual([]);
  expect(modules.flatMap(judgeNames)).toEqual([]);
});

test('nothing is left for later in a comment', () => {
  expect(written.filter((path) => /\b(TO[D]O|FIX[M]E|X{3})\b/.test(textOf(path)))).toEqual([]);
});

test('a decision record is read in two minutes', () => {
  const records = written.filter((path) => path.startsWith('docs/decisions/'));
  expect(records.length).toBeGreaterThan(4);
  expect(records.flatMap((path) => judgeLength(path, textOf(path), 80))).toEqual([]);
});
