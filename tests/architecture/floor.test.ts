import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/*
 * The floor is Chrome 109, the last on the offices' old Windows (docs/threat-model.md). The build lowers the grammar,
 * but adds no missing method: these came later, and a phone's built files must not call them.
 */

const DIST = join(import.meta.dirname, '..', '..', 'dist');

const LATER: readonly (readonly [name: string, chrome: number, call: RegExp])[] = [
  ['Array.prototype.toSorted', 110, /\.toSorted\(/],
  ['Array.prototype.toReversed', 110, /\.toReversed\(/],
  ['Array.prototype.toSpliced', 110, /\.toSpliced\(/],
  ['String.prototype.isWellFormed', 111, /\.(?:is|to)WellFormed\(/],
  ['AbortSignal.any', 116, /AbortSignal\.any\(/],
  ['Object.groupBy', 117, /(?:Object|Map)\.groupBy\(/],
  ['Promise.withResolvers', 119, /Promise\.withResolvers\(/],
  ['URL.canParse', 120, /URL\.canParse\(/],
  ['Array.fromAsync', 121, /Array\.fromAsync\(/],
  ['Set.prototype.union', 122, /\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/],
  [
    'iterator helpers',
    122,
    /(?<!navigation\??)\.(?:values|keys|entries)\(\)\.(?:map|filter|take|drop|flatMap|reduce|toArray|some|every|find)\(/,
  ],
  ['Promise.try', 128, /Promise\.try\(/],
  ['RegExp.escape', 136, /RegExp\.escape\(/],
  ['Uint8Array.fromBase64', 140, /Uint8Array\.fromBase64\(|\.toBase64\(/],
];

const built = ['', 'assets', 'console'].flatMap((folder) =>
  readdirSync(join(DIST, folder))
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({ name, text: readFileSync(join(DIST, folder, name), 'utf8') })),
);

describe('the built apps on the oldest browser of the field', () => {
  test('there is something built to look at: pages, workers, service worker', () => {
    expect(built.length).toBeGreaterThan(10);
    expect(built.some(({ name }) => name === 'sw.js')).toBe(true);
  });

  test.each(LATER)('nothing calls %s (Chrome %d)', (_name, _chrome, call) => {
    expect(built.filter(({ text }) => call.test(text)).map(({ name }) => name)).toEqual([]);
  });
});
