import { expect, test } from 'vitest';
import { wordCertificate } from '../../../src/features/device/word-certificate.ts';
import { proofWords } from '../../../src/features/device/words.ts';

/* The hub's word that it has everything, read by somebody who is about to wipe the phone. */

const certificate = { at: Date.parse('2026-11-22T07:05:00Z'), acked: 114 };
const told = (left: Partial<{ waiting: number; mending: number; drafts: number }>) =>
  wordCertificate(certificate, { waiting: 0, mending: 0, drafts: 0, ...left }, proofWords.value);

test('with nothing left on the phone it is leave to wipe it', () => {
  expect(told({})).toMatch(/đến số 114\) đã ở máy chủ\. Có thể xóa hoặc giao máy/);
});

test.each([{ mending: 6 }, { drafts: 1 }, { waiting: 2 }])(
  'what is on this phone alone is not said to be at the hub: %o',
  (left) => {
    expect(told(left)).toMatch(/đến số 114\)\. Chưa xóa hoặc giao máy được/);
    expect(told(left)).not.toMatch(/Có thể xóa/);
  },
);
