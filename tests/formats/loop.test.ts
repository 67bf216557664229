import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase45, toBase45 } from '../../src/formats/loop/base45.ts';
import { frameAt, mostLoopBytes, readFrame, writeFrames } from '../../src/formats/loop/frames.ts';
import { createGathering, type Gathered } from '../../src/formats/loop/gathering.ts';
import { sha256 } from '../../src/sync/records/sha256.ts';
import { fromUtf8, utf8 } from '../../src/sync/wire/bytes.ts';
import { readRoadFile } from '../../src/sync/wire/road-file.ts';
import loop1 from '../fixtures/formats/loop-1.json' with { type: 'json' };

/* One phone shows a file as a loop of codes; another one's camera catches them as it can. */

const fileOf = (length: number, seed = 7): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, at) => (at * 31 + seed * (1 + (at >> 8))) & 255);

function framesOf(file: Uint8Array): readonly string[] {
  const frames = writeFrames(file);
  if (frames === undefined) throw new Error('too much for a loop');
  return frames;
}

/** Looks at codes one by one, until a file is whole. */
function look(texts: Iterable<string>, { take } = createGathering()): Gathered | undefined {
  let last: Gathered | undefined;
  for (const text of texts) {
    last = take(text);
    if (last.is === 'whole') return last;
  }
  return last;
}

/** Of up to fifteen frames; left to itself the library would hardly ever choose more than one. */
const anyFile = fc.tuple(fc.integer({ min: 1, max: 9_000 }), fc.nat(255)).map(([length, seed]) => fileOf(length, seed));

describe('version 1 opens for ever', () => {
  test.each(['work', 'verdicts'] as const)('a loop of %s that was shown then is read, from any frame on', (is) => {
    const { file, frames } = loop1[is];
    for (let first = 0; first < frames.length; first++) {
      const seen = look([...frames.slice(first), ...frames.slice(0, first)]);
      if (seen?.is !== 'whole') throw new Error('a loop of version 1 is read');
      expect(fromUtf8(seen.bytes)).toBe(file);
      expect(readRoadFile(seen.bytes, sha256)).toMatchObject({ ok: true, value: { is } });
    }
  });

  test('base45 is that of RFC 9285', () => {
    for (const [plain, written] of [
      ['AB', 'BB8'],
      ['Hello!!', '%69 VD92EX0'],
      ['base-45', 'UJCLQE7W581'],
      ['ietf!', 'QED8WEX0'],
    ] as const) {
      expect(toBase45(utf8(plain))).toBe(written);
      expect(fromBase45(written)).toEqual(utf8(plain));
    }
    for (const wrong of ['GGW', ':::', '::', 'A', 'ABCD', 'ab8', 'Ă00']) expect(fromBase45(wrong)).toBeUndefined();
  });
});

describe('a loop', () => {
  test('is letters that a code packs best, a thousand at most, and says how many there are', () => {
    const frames = framesOf(fileOf(640 * 40 - 5));
    expect(frames).toHaveLength(40);
    for (const frame of frames) expect(frame).toMatch(/^SDSQ1:[0-9A-F]{20}:\d+\/40:[0-9A-F]{8}:[0-9A-Z $%*+\-./:]+$/);
    expect(Math.max(...frames.map(({ length }) => length))).toBeLessThanOrEqual(1_003);
    const { take } = createGathering();
    expect(take(frames[11] ?? '')).toEqual({ is: 'part', have: 1, of: 40 });
    expect(take(frames[11] ?? '')).toEqual({ is: 'part', have: 1, of: 40 });
    expect(take(frames[3] ?? '')).toEqual({ is: 'part', have: 2, of: 40 });
  });

  test('of too much is not begun, nor of nothing', () => {
    expect(writeFrames(fileOf(mostLoopBytes))).toHaveLength(99);
    expect(writeFrames(fileOf(mostLoopBytes + 1))).toBeUndefined();
    expect(writeFrames(new Uint8Array())).toBeUndefined();
  });

  test('shows every frame once a round, and others to a camera that misses each second or third', () => {
    for (let of = 1; of <= 99; of++) {
      for (let round = 0; round < 9; round++) {
        const shown = Array.from({ length: of }, (_, at) => frameAt(round * of + at, of));
        expect(new Set(shown).size).toBe(of);
        expect(Math.max(...shown)).toBe(of - 1);
      }
      for (const every of [2, 3]) {
        const caught = new Set(Array.from({ length: 8 * of }, (_, at) => frameAt(at * every, of)));
        expect([of, every, caught.size]).toEqual([of, every, of]);
      }
    }
  });

  test('is whole in whatever order, however often and with whatever loss its frames are seen', () => {
    const seen = fc.tuple(anyFile, fc.infiniteStream(fc.nat()));
    fc.assert(
      fc.property(seen, ([file, chance]) => {
        const frames = framesOf(file);
        // As chance has it, with repetition, until each was seen.
        const left = new Set(frames);
        const shown: string[] = [];
        for (const number of chance) {
          const frame = frames[number % frames.length] ?? '';
          shown.push(frame);
          left.delete(frame);
          if (left.size === 0 || shown.length > 2_000) break;
        }
        expect(look([...shown, ...left])).toEqual({ is: 'whole', bytes: file });
      }),
      { numRuns: 150 },
    );
  });
});

describe('what else a camera sees', () => {
  test('two phones side by side: each loop makes its own file', () => {
    const [mine, hers] = [fileOf(3_000), fileOf(2_500, 9)];
    const gathering = createGathering();
    const done: Uint8Array[] = [];
    for (let at = 0; at < 5; at++) {
      for (const file of [mine, hers]) {
        const seen = gathering.take(framesOf(file)[at] ?? '');
        if (seen.is === 'whole') done.push(seen.bytes);
      }
    }
    expect(done).toEqual([hers, mine]);
  });

  test('the codes of others, of a later version, and ones misread get a word each and cost nothing', () => {
    const frames = framesOf(fileOf(1_500));
    const [first = '', second = '', third = ''] = frames;
    const { take } = createGathering();
    expect([take(first).is, take(second).is]).toEqual(['part', 'part']);
    expect(take('https://example.vn/#ma=ABC')).toEqual({ is: 'strange' });
    expect(take('')).toEqual({ is: 'strange' });
    expect(take(first.replace('SDSQ1', 'SDSQ2'))).toEqual({ is: 'newer' });
    expect(take(`SDSQ1:${'A'.repeat(2_000_000)}`)).toEqual({ is: 'strange' });
    expect(take(third.slice(0, -1))).toEqual({ is: 'damaged' });
    expect(take(third.replace(':3/3:', ':2/3:'))).toEqual({ is: 'damaged' });
    expect(take(third.replace(':3/3:', ':4/3:'))).toEqual({ is: 'damaged' });
    expect(take(third)).toEqual({ is: 'whole', bytes: fileOf(1_500) });
  });

  test('a frame that somebody forged makes no wrong file: all is seen anew, and then it is the right one', () => {
    const file = fileOf(1_500);
    const [first = '', second = '', third = ''] = framesOf(file);
    const [, forged = ''] = framesOf(fileOf(1_500, 8));
    const [, whole = ''] = first.split(':');
    const [mark, , number, , ...letters] = forged.split(':');
    const body = letters.join(':');
    const check = Buffer.from(sha256(utf8(`${mark}:${whole}:${number}:${body}`)).subarray(0, 4)).toString('hex');
    const planted = `${mark}:${whole}:${number}:${check.toUpperCase()}:${body}`;
    expect(readFrame(planted)).toMatchObject({ ok: true, value: { whole, number: 2 } });
    const gathering = createGathering();
    expect(look([first, planted, second, third], gathering)).toEqual({ is: 'broken' });
    expect(look([first, second, third], gathering)).toEqual({ is: 'whole', bytes: file });
  });

  test('5,000 mutated frames between the true ones: no crash, a word each, never a wrong file', () => {
    const words = new Set<string>();
    const turned = fc.record({
      file: anyFile,
      turns: fc.array(fc.record({ how: fc.nat(5), at: fc.nat(), by: fc.nat() }), { minLength: 50, maxLength: 50 }),
    });
    fc.assert(
      fc.property(turned, ({ file, turns }) => {
        const frames = framesOf(file);
        const gathering = createGathering();
        for (const turn of turns) {
          const seen = gathering.take(mutate(frames, turn));
          words.add(seen.is);
          if (seen.is === 'whole') expect(seen.bytes).toEqual(file);
        }
        expect(look(frames, gathering)).toEqual({ is: 'whole', bytes: file });
      }),
      { numRuns: 100 },
    );
    expect([...words].sort()).toEqual(expect.arrayContaining(['damaged', 'newer', 'part', 'strange']));
  });
});

interface Turn {
  readonly how: number;
  readonly at: number;
  readonly by: number;
}

/** A letter changed, a piece cut out or doubled, two frames in one, another number, or left as it is. */
function mutate(frames: readonly string[], { how, at, by }: Turn): string {
  const frame = frames[by % frames.length] ?? '';
  const other = frames[at % frames.length] ?? '';
  // Half of them in the head, where each letter means something.
  const place = by % 2 === 0 ? at % 50 : at % frame.length;
  const to = place + 1 + (by % 40);
  const ways = [
    () => frame.slice(0, place) + String.fromCharCode(32 + (by % 60)) + frame.slice(place + 1),
    () => frame.slice(0, place) + frame.slice(to),
    () => frame.slice(0, to) + frame.slice(place),
    () => frame.slice(0, place) + other.slice(place),
    () => frame.replace(/:\d+\/\d+:/, `:${at % 120}/${by % 120}:`),
    () => frame,
  ];
  return ways[how]?.() ?? '';
}
