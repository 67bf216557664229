import { describe, expect, test } from 'vitest';
import {
  candidateYears,
  readLunar,
  saidAge,
  saidCanChi,
  saidLunar,
  yearOfAge,
} from '../../src/ui/field/told/told-year.ts';

const today = '2026-11-25';

describe('a birth date as it is told', () => {
  test('an age gives the year; tuổi mụ counts the year of birth as one', () => {
    expect(yearOfAge('60', false, today)).toBe('1966');
    expect(yearOfAge('60', true, today)).toBe('1967');
    expect(yearOfAge(' 0 ', false, today)).toBe('2026');
    for (const typed of ['', 'sáu mươi', '121', '-3', '6.5']) expect(yearOfAge(typed, false, today)).toBeUndefined();
    expect(yearOfAge('0', true, today)).toBeUndefined();
  });

  test('Canh Ngọ is 1990 or 1930; Ngọ alone is every twelfth year, of the living', () => {
    expect(candidateYears('Ngọ', 'Canh', today)).toEqual([1990, 1930]);
    expect(candidateYears('Ngọ', undefined, today).slice(0, 3)).toEqual([2026, 2014, 2002]);
  });

  test('before Tết the new animal has not come yet', () => {
    expect(candidateYears('Ngọ', 'Bính', '2026-02-16')).toEqual([1966, 1906]);
    expect(candidateYears('Ngọ', 'Bính', '2026-02-17')[0]).toBe(2026);
  });

  test('a lunar date becomes the solar one; half of it is not judged yet', () => {
    const parts = { day: '10', month: '3', year: '1966', isLeap: false };
    expect(readLunar(parts)).toEqual({ is: 'one', date: '1966-03-31' });
    expect(readLunar({ ...parts, year: '19' })).toEqual({ is: 'blank' });
    expect(readLunar({ ...parts, day: '31' })).toEqual({ is: 'none' });
    expect(readLunar({ ...parts, isLeap: true })).toEqual({ is: 'one', date: '1966-04-30' });
  });

  test('Tết Mậu Thân: the person says whose calendar it was', () => {
    expect(readLunar({ day: '1', month: '1', year: '1968', isLeap: false })).toEqual({
      is: 'two',
      north: '1968-01-29',
      south: '1968-01-30',
    });
  });

  test('how it was told is kept in words', () => {
    expect(saidAge('60', false, today)).toBe('khoảng 60 tuổi (năm 2026)');
    expect(saidCanChi('Ngọ', 'Canh')).toBe('tuổi Canh Ngọ');
    expect(saidCanChi('Ngọ', undefined)).toBe('tuổi Ngọ');
    expect(saidLunar({ day: '05', month: '6', year: '2025', isLeap: true })).toBe('5/6 nhuận/2025 (Ất Tỵ) âm lịch');
  });
});
