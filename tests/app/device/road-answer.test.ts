import { expect, test } from 'vitest';
import { wordRoadAnswer } from '../../../src/features/device/word-road-answer.ts';
import { roadWords } from '../../../src/features/device/words.ts';

const told = (answer: { readonly acts: number; readonly refused: number }) =>
  wordRoadAnswer({ is: 'answered', waiting: 0, others: 0, again: 0, ...answer }, roadWords.value);

test('what came back refused is not among what the hub has', () => {
  expect(told({ acts: 2, refused: 0 })).toEqual(['Máy chủ đã nhận 2 mục của máy này.']);
  expect(told({ acts: 1, refused: 1 })).toEqual([
    'Máy chủ đã nhận 1 mục của máy này.',
    'Máy chủ trả lại 1 mục, cần sửa: xem “Mục chờ gửi”.',
  ]);
  expect(told({ acts: 0, refused: 1 })).toEqual(['Máy chủ trả lại 1 mục, cần sửa: xem “Mục chờ gửi”.']);
  expect(told({ acts: 0, refused: 0 })).toEqual(['Trong tệp không có trả lời mới cho máy này.']);
});
