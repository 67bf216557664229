import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OpResult, SignedVerdict } from '../../src/sync/verdict.ts';
import { fromBase64url, fromUtf8, toBase64url, utf8 } from '../../src/sync/wire/bytes.ts';
import { firstChain } from '../../src/sync/wire/chain.ts';
import { lengthen, shorten } from '../../src/sync/wire/upload-bytes.ts';
import { verdictPayload } from '../../src/sync/wire/verdict-bytes.ts';

/* A month's answers travel without the hashes that the phone holds; what it verifies is what was signed, to the letter. */

const sha256 = (of: string | Uint8Array) => new Uint8Array(createHash('sha256').update(of).digest());
const sum = async (bytes: Uint8Array) => toBase64url(sha256(bytes));
const hashFor = (seq: number) => toBase64url(sha256(`op ${seq}`));

const treacherous = fc.constantFrom('"seq":7,"hash":""', '","seq":1,"hash":"', '\\"seq\\":2', '\ud800', 'hoà', '$1$&');
const text = fc.oneof(fc.string({ unit: 'binary' }), treacherous);
const result: fc.Arbitrary<OpResult> = fc.oneof(
  fc.constantFrom<OpResult>({ is: 'applied' }, { is: 'merged' }, { is: 'parked' }),
  text.map((field): OpResult => ({ is: 'refused', code: 'place', field })),
);

function signed(first: number, results: readonly OpResult[], envelope: string): SignedVerdict {
  const ops = results.map((of, at) => ({ seq: first + at, hash: hashFor(first + at), result: of }));
  const told = { v: 1, envelope, device: 'd', ops, acked: 1, chain: firstChain, missing: [], hubTime: 1 } as const;
  const payload = verdictPayload({ ...told, epoch: 1, hubEpoch: 1, lease: { until: null, pinUntil: null } });
  return { payload: toBase64url(payload), signature: 'signed', key: 'k' };
}

const answers = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.array(result, { maxLength: 8 }), text)
    .map(([first, results, envelope]) => signed(first, results, envelope)),
  { maxLength: 3 },
);

const travelled = (verdicts: readonly SignedVerdict[]) =>
  JSON.parse(JSON.stringify({ brief: verdicts.map((one) => shorten(one, sha256)) }));

test('what comes back whole is what was signed, whatever stands in it', async () => {
  await fc.assert(
    fc.asyncProperty(answers, async (verdicts) => {
      const answer = travelled(verdicts);
      expect(JSON.stringify(answer)).not.toMatch(/[^\\]"hash":"[^"]/);
      expect(await lengthen(answer, hashFor, sum)).toEqual(verdicts);
    }),
    { numRuns: 500 },
  );
});

test('with another hash here than was judged there, or with anything altered on the way, it is no answer', async () => {
  const whole = signed(41, [{ is: 'applied' }, { is: 'merged' }], 'e1');
  const answer = travelled([whole]);
  const [brief] = answer.brief;
  const isOther = (seq: number) => (seq === 42 ? hashFor(7) : hashFor(seq));
  expect(await lengthen(answer, isOther, sum)).toBeUndefined();
  expect(await lengthen(answer, () => undefined, sum)).toBeUndefined();
  for (const altered of [
    { ...brief, text: brief.text.replace('merged', 'parked') },
    { ...brief, text: brief.text.slice(0, -1) },
    { ...brief, sum: '' },
    { text: brief.text, sum: brief.sum },
    { ...brief, text: 7 },
    null,
  ])
    expect(await lengthen({ brief: [altered] }, hashFor, sum)).toBeUndefined();
  for (const foreign of [{}, { brief: 'none' }, { verdicts: [whole] }])
    expect(await lengthen(foreign, hashFor, sum)).toBeUndefined();
});

test('nothing that could not be signed by the hub comes of it: the signature is over the text as it was', async () => {
  const whole = signed(41, [{ is: 'applied' }], 'e1');
  const [brief] = travelled([whole]).brief;
  // Whoever stands between can make a sum fit his own text, and no signature.
  const text = brief.text.replace('"acked":1', '"acked":9');
  const filled = text.replace('"hash":""', `"hash":"${hashFor(41)}"`);
  const made = await lengthen({ brief: [{ ...brief, text, sum: await sum(utf8(filled)) }] }, hashFor, sum);
  expect(made?.[0]?.signature).toBe('signed');
  expect(made?.[0]?.payload).not.toBe(whole.payload);
  expect(fromUtf8(fromBase64url(made?.[0]?.payload ?? '') ?? new Uint8Array(0))).toBe(filled);
});
