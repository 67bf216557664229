import { describe, expect, test } from 'vitest';
import { allBranches, canChiOf, stemsOf, yearsOf } from '../../../src/domain/calendar/can-chi.ts';

describe('years as elders name them', () => {
  test('known years: 1945 Ất Dậu, 1968 Mậu Thân, 1975 Ất Mão, 2026 Bính Ngọ', () => {
    expect([1945, 1968, 1975, 2026].map(canChiOf)).toEqual(['Ất Dậu', 'Mậu Thân', 'Ất Mão', 'Bính Ngọ']);
  });

  test('Canh Ngọ is one year in sixty: of the living 1930 or 1990', () => {
    expect(yearsOf('Ngọ', 'Canh', 1906, 2026)).toEqual([1990, 1930]);
  });

  test('the animal alone gives one year in twelve', () => {
    expect(yearsOf('Ngọ', undefined, 1960, 2026)).toEqual([2026, 2014, 2002, 1990, 1978, 1966]);
  });

  test('a stem that never meets that branch has no year', () => {
    expect(stemsOf('Ngọ')).toEqual(['Giáp', 'Bính', 'Mậu', 'Canh', 'Nhâm']);
    expect(yearsOf('Ngọ', 'Ất', 1900, 2026)).toEqual([]);
  });

  test('sixty names, each once', () => {
    const names = Array.from({ length: 60 }, (_, index) => canChiOf(1984 + index));
    expect(names[0]).toBe('Giáp Tý');
    expect(new Set(names).size).toBe(60);
    expect(canChiOf(2044)).toBe('Giáp Tý');
    expect(names.every((name) => allBranches().some((branch) => name.endsWith(branch)))).toBe(true);
  });
});
