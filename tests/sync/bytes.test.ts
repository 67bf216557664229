import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectiveStamp, tick, witness } from '../../src/sync/records/clock.ts';
import { sha256 } from '../../src/sync/records/sha256.ts';
import { compareStamps, type Stamp } from '../../src/sync/stamp.ts';
import {
  concat,
  fromBase64url,
  fromUtf8,
  readU16,
  readU32,
  toBase64url,
  toHex,
  u16,
  u32,
  utf8,
} from '../../src/sync/wire/bytes.ts';
import { firstChain, nextChain } from '../../src/sync/wire/chain.ts';
import { joinUpload, splitUpload } from '../../src/sync/wire/upload-bytes.ts';

const bytes = fc.uint8Array({ maxLength: 400 });

test('base64url is what everybody writes, and nothing else is read', () => {
  fc.assert(
    fc.property(bytes, (some) => {
      expect(toBase64url(some)).toBe(Buffer.from(some).toString('base64url'));
      expect(fromBase64url(toBase64url(some))).toEqual(new Uint8Array(some));
    }),
  );
  for (const text of ['a', 'AB', 'AA==', 'A+/A', 'A AA', 'AAAAA']) expect(fromBase64url(text)).toBeUndefined();
});

test('our SHA-256 is the platform’s', () => {
  fc.assert(
    fc.property(bytes, (some) => {
      expect(toHex(sha256(some))).toBe(createHash('sha256').update(some).digest('hex'));
    }),
    { numRuns: 1000 },
  );
  const lengths = fc.oneof(fc.integer({ max: 200, min: 0 }), fc.integer({ max: 4_200, min: 4_000 }));
  const texts = fc.tuple(lengths, fc.string({ unit: 'binary', maxLength: 40 }));
  fc.assert(
    fc.property(texts, ([length, end]) => {
      // The bytes behind a longer text before it are no part of the next.
      for (const text of ['ộ'.repeat(length) + end, `\ud800${end}`, end])
        expect(toHex(sha256(text))).toBe(createHash('sha256').update(utf8(text)).digest('hex'));
    }),
  );
});

test('lengths are big-endian, and reading beyond the end is not a number', () => {
  expect([...u16(0x1234), ...u32(0x89abcdef)]).toEqual([0x12, 0x34, 0x89, 0xab, 0xcd, 0xef]);
  expect(readU32(concat(Uint8Array.of(0), u32(0x89abcdef)), 1)).toBe(0x89abcdef);
  expect(readU16(Uint8Array.of(1), 0)).toBeUndefined();
  expect(readU32(u32(1), 1)).toBeUndefined();
});

test('bytes that are not UTF-8 are no text', () => {
  expect(fromUtf8(utf8('Hoà'))).toBe('Hoà');
  expect(fromUtf8(Uint8Array.of(0xc3))).toBeUndefined();
});

test('the chain is the same in one go or in two, and shows a missing or altered op', () => {
  const hashes = ['a', 'b', 'c'].map((line) => toBase64url(sha256(utf8(line))));
  const chain = nextChain(firstChain, hashes, sha256);
  expect(nextChain(nextChain(firstChain, hashes.slice(0, 1), sha256), hashes.slice(1), sha256)).toBe(chain);
  expect(nextChain(firstChain, hashes.slice(1), sha256)).not.toBe(chain);
});

const stamp: fc.Arbitrary<Stamp> = fc.tuple(fc.nat(50), fc.nat(3));

test('a clock never stands or goes back, even when its phone’s does', () => {
  fc.assert(fc.property(stamp, fc.nat(60), (last, now) => compareStamps(tick(last, now), last) > 0));
});

test('a phone set to 2031 does not drag another along', () => {
  expect(witness([1000, 0], [1000 + 300_000, 4], 1000)).toEqual([301_000, 4]);
  expect(witness([1000, 0], [1000 + 300_001, 4], 1000)).toEqual([1000, 0]);
  expect(witness([1000, 0], [999, 9], 1000)).toEqual([1000, 0]);
});

test('an effective stamp is never after receipt by its own claim, and always after the device’s op before', () => {
  expect(effectiveStamp([90, 2], 100, [0, 0])).toEqual([90, 2]);
  expect(effectiveStamp([999, 2], 100, [0, 0])).toEqual([100, 0]);
  expect(effectiveStamp([50, 0], 100, [80, 3])).toEqual([80, 4]);
  fc.assert(
    fc.property(stamp, fc.nat(60), stamp, (at, now, last) => compareStamps(effectiveStamp(at, now, last), last) > 0),
  );
});

test('an upload is split as it was joined; a cut one is refused as a whole', () => {
  const body = joinUpload([utf8('one'), utf8('two')]);
  expect(splitUpload(body)).toEqual({ ok: true, value: [utf8('one'), utf8('two')] });
  for (let length = 0; length < body.length; length++) {
    if (length !== 7) expect(splitUpload(body.slice(0, length))).toEqual({ ok: false, error: 'malformed' });
  }
  expect(splitUpload(new Uint8Array(1_000_001))).toEqual({ ok: false, error: 'too_large' });
  expect(splitUpload(joinUpload(Array.from({ length: 401 }, () => utf8('x'))))).toEqual({
    ok: false,
    error: 'too_large',
  });
});
