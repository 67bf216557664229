import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vi } from '../../src/i18n/vi.ts';
import { answerOf, boxesOf, faultOf } from '../../src/ui/field/date-boxes.ts';
import { nextNumber } from '../../src/ui/field/next-number.ts';
import { wordDistance } from '../../src/ui/field/word-distance.ts';

const none = { unknown: 'none' } as const;

describe('a date as three boxes', () => {
  test('is written with leading zeros, however it was typed', () => {
    expect(answerOf({ day: '5', month: ' 3', year: '1996', ...none })).toBe('1996-03-05');
  });

  test('knows only the month, or only the year, when the rest is said to be unknown', () => {
    expect(answerOf({ day: '', month: '3', year: '1996', unknown: 'day' })).toBe('1996-03');
    expect(answerOf({ day: '31', month: '', year: '1996', unknown: 'month' })).toBe('1996');
  });

  test('of a birth is known as far as it is typed: the year alone, or the month and the year', () => {
    expect(answerOf({ day: '', month: '', year: '1966', ...none }, true)).toBe('1966');
    expect(answerOf({ day: '', month: '3', year: '1966', ...none }, true)).toBe('1966-03');
    expect(faultOf({ day: '5', month: '', year: '1966', ...none }, true)).toBe('no_month');
    expect(faultOf({ day: '', month: '', year: '1966', ...none })).toBe('incomplete');
    expect(faultOf({ day: '', month: '3', year: '1966', ...none })).toBe('no_day');
    expect(faultOf({ day: '5', month: '3', year: '', ...none })).toBe('no_year');
    expect(vi.form.datePart.no_month('Ngày sinh')).toBe('Nhập tháng sinh');
    expect(vi.form.datePart.no_month('Thay đổi từ ngày')).toBe('Thay đổi từ ngày: nhập tháng');
  });

  test('is kept as typed while it is no date, so that a draft loses nothing', () => {
    const half = { day: '31', month: '2', year: '1996', ...none };
    expect(answerOf(half)).toEqual(half);
    expect(boxesOf(answerOf(half))).toEqual(half);
  });

  test('is no answer at all while every box is empty', () => {
    expect(answerOf({ day: '', month: ' ', year: '', ...none })).toBeUndefined();
  });

  test('29 February is a day of leap years only', () => {
    expect(faultOf({ day: '29', month: '2', year: '2024', ...none })).toBeUndefined();
    expect(faultOf({ day: '29', month: '2', year: '2023', ...none })).toBe('calendar');
    expect(faultOf({ day: '0', month: '1', year: '2023', ...none })).toBe('calendar');
    expect(faultOf({ day: 'ba', month: '1', year: '2023', ...none })).toBe('calendar');
  });

  test('every civil day comes back from its boxes', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(answerOf(boxesOf(day))).toBe(day);
          expect(answerOf(boxesOf(day.slice(0, 7)))).toBe(day.slice(0, 7));
          expect(answerOf(boxesOf(day.slice(0, 4)))).toBe(day.slice(0, 4));
        },
      ),
    );
  });
});

describe('how long ago', () => {
  const word = (date: string, isBirth: boolean) => wordDistance(date, '2026-11-22', isBirth, vi);
  test('an age for a birth date, days for an event', () => {
    expect(word('1996-11-22', true)).toBe('30 tuổi');
    expect(word('1996-11-23', true)).toBe('29 tuổi');
    expect(word('1996', true)).toBe('30 tuổi');
    expect([word('2026-11-21', true), word('2026-11-22', true)]).toEqual(['1 ngày tuổi', 'mới sinh']);
    expect([word('2026-08-30', true), word('2026-09', true)]).toEqual(['2 tháng tuổi', '2 tháng tuổi']);
    expect([word('2026', true), word('2025-11-22', true)]).toEqual(['dưới 1 tuổi', '1 tuổi']);
    expect(word('2026-11-22', false)).toBe('Hôm nay');
    expect(word('2026-11-21', false)).toBe('Hôm qua');
    expect(word('2026-11-17', false)).toBe('5 ngày trước');
    expect(word('2026-11-23', false)).toBe('Ngày này chưa đến');
  });
});

describe('the number beside its two buttons', () => {
  test('begins at the smallest and stays within its bounds', () => {
    expect(nextNumber('', 1, 1, 20)).toBe(1);
    expect(nextNumber('hai', -1, 1, 20)).toBe(1);
    expect(nextNumber('2', 1, 1, 20)).toBe(3);
    expect(nextNumber('20', 1, 1, 20)).toBe(20);
    expect(nextNumber('1', -1, 1, 20)).toBe(1);
  });
});
