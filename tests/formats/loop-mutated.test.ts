import { expect, test } from 'vitest';
import { readFrame, writeFrames } from '../../src/formats/loop/frames.ts';
import { createGathering, type Gathering } from '../../src/formats/loop/gathering.ts';
import { sha256 } from '../../src/sync/records/sha256.ts';
import { fromUtf8, toHex, utf8 } from '../../src/sync/wire/bytes.ts';
import { mutate } from '../server/access/mutated/mutation.ts';
import { makeRandom, type Random } from '../simulation/random.ts';

/*
 * A camera is an entrance: whoever shows codes may show anything. Whatever is seen gets a word; only what was really
 * shown ever comes out whole; and what is shown meanwhile still comes through.
 */

const cases = Number(process.env.MUTATED_FRAMES ?? 2_000);
const seed = Number(process.env.SEED ?? 1);

const words = new Set(['strange', 'newer', 'damaged', 'part', 'whole', 'broken']);

function fileOf(random: Random): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: 1 + random.below(3_000) }, () => random.below(256));
}

/** One who knows how frames are written: other contents, and the check put right. */
function checkedAnew(text: string): string {
  const [mark, whole, number, , ...piece] = text.split(':');
  const head = `${mark}:${whole}:${number}`;
  const check = toHex(sha256(utf8(`${head}:${piece.join(':')}`)).subarray(0, 4)).toUpperCase();
  return `${head}:${check}:${piece.join(':')}`;
}

/** What one code, true or not, brought; a file that comes out whole is the one that is shown. */
function look({ take }: Gathering, text: string, shown: string): string {
  const seen = take(text);
  expect(words).toContain(seen.is);
  if (seen.is === 'whole') expect(toHex(seen.bytes)).toBe(shown);
  return seen.is;
}

function altered(frames: readonly string[], random: Random): string {
  const text = fromUtf8(mutate(utf8(random.pick(frames)), random)) ?? '\ud800';
  return random.chance(0.5) ? checkedAnew(text) : text;
}

test(`${cases} mutated codes: a word each, no false file, and the true one comes through`, () => {
  const random = makeRandom(seed);
  const gathering = createGathering();
  const counts: { [is: string]: number } = {};
  let [done, files] = [0, 0];
  while (done < cases) {
    const file = fileOf(random);
    const shown = toHex(file);
    const frames = writeFrames(file) ?? [];
    for (let noise = 0; noise < 20; noise++, done++) {
      const is = look(gathering, altered(frames, random), shown);
      counts[is] = (counts[is] ?? 0) + 1;
    }
    // Twice over: a false piece that was taken shows at the end, and is forgotten with all the others.
    const came = [...frames, ...frames].map((text) => look(gathering, text, shown));
    expect(came, `seed ${seed}, case ${done}`).toContain('whole');
    files += 1;
  }
  console.log(`mutated codes ${done} · true files that came through ${files} · ${JSON.stringify(counts)}`);
  // Some of them were taken for good ones, or the checks behind the first had nothing to do.
  expect(counts.part ?? 0).toBeGreaterThan(0);
});

test('a code without end is no code', () => {
  expect(readFrame(`SDSQ1:${'0'.repeat(1_000_000)}`)).toEqual({ ok: false, error: 'strange' });
});
