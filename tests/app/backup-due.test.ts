import { expect, test } from 'vitest';
import { isBackupDue } from '../../src/features/home/backup-due.ts';

const noon = Date.UTC(2026, 10, 22, 5);
const day = 86_400_000;

test('a copy of what waits is offered from 50 items, or when some has waited for a week, on a new phone too; never when nothing waits', () => {
  expect(isBackupDue({ waiting: 0, waitsSince: null, sentAt: noon }, noon)).toBe(false);
  expect(isBackupDue({ waiting: 49, waitsSince: noon - day, sentAt: null }, noon)).toBe(false);
  expect(isBackupDue({ waiting: 50, waitsSince: noon, sentAt: null }, noon)).toBe(true);
  expect(isBackupDue({ waiting: 1, waitsSince: noon - 7 * day + 1, sentAt: null }, noon)).toBe(false);
  expect(isBackupDue({ waiting: 1, waitsSince: noon - 7 * day, sentAt: null }, noon)).toBe(true);
  // What a restored hub has lost waits again.
  expect(isBackupDue({ waiting: 1, waitsSince: null, sentAt: noon - 7 * day }, noon)).toBe(true);
  expect(isBackupDue({ waiting: 1, waitsSince: null, sentAt: noon - day }, noon)).toBe(false);
});
