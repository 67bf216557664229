import { describe, expect, test } from 'vitest';
import { faultPlace } from '../../src/app/fault-place.ts';

describe('where the app broke, for whoever helps by telephone', () => {
  test('kind, file and line; no word of what it was about', () => {
    const fault = new TypeError('Nguyễn Thị Hoà, hộ 12: not a woman');
    fault.stack = `TypeError: ${fault.message}\n    at f (http://localhost:4100/assets/book-C3x_1.js:12:340)\n    at g`;
    expect(faultPlace(fault)).toBe('TypeError book-C3x_1.js:12:340');
  });

  test('a worker says it by an event', () => {
    const told = { message: 'Hoà', filename: 'https://so.vn/assets/register.worker-a1.js', lineno: 3, colno: 7 };
    expect(faultPlace(told)).toBe('register.worker-a1.js:3:7');
  });

  test('whatever else was thrown says nothing', () => {
    for (const fault of [
      undefined,
      null,
      'Hoà',
      { name: 'Hoà' },
      Object.assign(new Error('Hoà'), { stack: undefined }),
    ])
      expect(faultPlace(fault)).toMatch(/^(Error)?$/);
  });
});
