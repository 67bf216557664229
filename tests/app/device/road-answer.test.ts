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

test('what was taken stays said after it was sent, so it says nothing of a sending to come', () => {
  const [said = ''] = wordRoadAnswer({ is: 'carried', fresh: 2, known: 0, broken: 0 }, roadWords.value);
  expect(said).toBe('Đã nhận 2 gói của máy khác.');
  expect(roadWords.value.carrying('2')).toContain('sẽ gửi đi ở lần có mạng tới');
});
