import { describe, expect, test } from 'vitest';
import { civilDay, clockTime } from '../../src/domain/calendar/civil-date.ts';
import { vi } from '../../src/i18n/vi.ts';
import { type SyncPicture, spellMoment, wordAnswer, wordArrival, wordTrouble } from '../../src/ui/bar/sync-words.ts';
import { monthAway } from '../../src/ui/words/civil-time.ts';
import { spellNumber } from '../../src/ui/words/spell-number.ts';

const now = Date.parse('2026-11-22T08:00:00Z');
const idle: SyncPicture = { is: 'idle', waiting: 0, mending: 0, sentAt: null, isWhole: true, clockOffset: null };
const arrival = (sync: Partial<SyncPicture>) => {
  const word = wordArrival({ ...idle, ...sync }, now, vi);
  if (word === undefined) throw new Error('nothing is said');
  return word;
};
const trouble = (sync: Partial<SyncPicture>, isOnline = true) =>
  wordTrouble({ ...idle, ...sync }, isOnline, vi, now).map((word) => `${word.tone}: ${word.text}`);
const hour = 3_600_000;

describe('whether my work has arrived', () => {
  test('waiting comes before any earlier sending, which stands beside it', () => {
    expect(arrival({ waiting: 1, sentAt: now - hour })).toMatchObject({
      text: '1 mục chờ gửi',
      more: ' · lần cuối 14:00',
    });
    expect(arrival({ waiting: 1 })).not.toHaveProperty('more');
  });

  test('nothing is said before the phone has looked through what was answered while it was locked', () => {
    expect(wordArrival({ ...idle, is: 'opening', waiting: 1 }, now, vi)).toBeUndefined();
  });

  test('while it is sent, how far; it still waits', () => {
    const progress = { is: 'send', done: 12, of: 40 } as const;
    expect(arrival({ is: 'sending', waiting: 40, progress })).toMatchObject({
      text: '40 mục chờ gửi',
      more: ' · đang gửi 12 / 40',
    });
  });

  test('sent says when, with the day once it is not today’s', () => {
    expect(arrival({ sentAt: Date.parse('2026-11-22T07:05:00Z') }).text).toBe('Đã gửi lúc 14:05');
    expect(arrival({ sentAt: Date.parse('2026-11-21T07:05:00Z') }).text).toBe('Đã gửi lúc 14:05 ngày 21/11');
    expect(arrival({ sentAt: Date.parse('2025-11-22T07:05:00Z') }).text).toBe('Đã gửi lúc 14:05 ngày 22/11/2025');
  });

  test('what was saved here and what was sent are different words and icons', () => {
    expect(arrival({}).tone).toBe('phone');
    expect(arrival({ sentAt: now }).tone).toBe('sent');
    expect(arrival({}).icon).not.toBe(arrival({ sentAt: now }).icon);
  });

  test('a long fetch shows counts', () => {
    expect(arrival({ progress: { is: 'receive', done: 300, of: 12_000 } }).text).toBe('Đang nhận 300 / 12000');
  });
});

describe('what else to know', () => {
  test('no network is calm and grey, whoever notices it', () => {
    const calm = ['offline: Không có mạng. Vẫn làm việc bình thường.'];
    expect(trouble({}, false)).toEqual(calm);
    expect(trouble({ is: 'offline' }, false)).toEqual(calm);
    expect(trouble({ is: 'failed', why: 'offline' }, false)).toEqual(calm);
  });

  test('a phone that has a network is not told that it has none: it is the hub that was not reached', () => {
    const notReached = ['offline: Chưa liên lạc được máy chủ. Vẫn làm việc bình thường, máy sẽ tự gửi lại.'];
    expect(trouble({ is: 'offline', why: 'offline' })).toEqual(notReached);
    expect(trouble({ is: 'failed', why: 'offline' })).toEqual(notReached);
  });

  test('once there is no network, nobody is sent to log in to one', () => {
    for (const why of ['foreign', 'busy', 'hub', 'forged'] as const)
      expect(trouble({ is: 'failed', why }, false)).toEqual(['offline: Không có mạng. Vẫn làm việc bình thường.']);
  });

  test('a book that is not whole is said to be so, unless the line above says how far it is', () => {
    const partial = ['waiting: Sổ chưa tải đủ về máy: số liệu còn thiếu.'];
    expect(trouble({ is: 'sending', isWhole: false })).toEqual(partial);
    expect(trouble({ is: 'sending', isWhole: false, progress: { is: 'receive', done: 5, of: 9 } })).toEqual([]);
    expect(trouble({ is: 'opening', isWhole: false })).toEqual([]);
  });

  test('a hub that does not answer is no alarm either; what was sent back is said first', () => {
    expect(trouble({ is: 'failed', why: 'hub', mending: 2 })).toEqual([
      'back: 2 mục cần sửa',
      'offline: Chưa liên lạc được máy chủ. Vẫn làm việc bình thường, máy sẽ tự gửi lại.',
    ]);
    expect(trouble({ is: 'done' })).toEqual([]);
  });

  test('each trouble is told with what to do; what passes by itself is grey, what needs somebody is not', () => {
    expect(trouble({ is: 'failed', why: 'busy' })).toEqual(['offline: Máy chủ đang bận. Sẽ tự gửi lại.']);
    expect(trouble({ is: 'failed', why: 'foreign' })[0]).toMatch(/^offline: .*Hãy đăng nhập Wi-Fi/);
    for (const why of ['device', 'frozen', 'revoked', 'refused'] as const)
      expect(trouble({ is: 'failed', why })[0]).toMatch(/^back: .*Hãy báo người cấp mã kích hoạt/);
  });

  test('a known trouble is not hidden by a browser that believes itself offline', () => {
    expect(trouble({ is: 'failed', why: 'revoked' }, false)).toHaveLength(1);
  });

  test('a wrong clock is told without being asked, a few minutes are not', () => {
    expect(trouble({ is: 'done', clockOffset: 48 * hour })).toEqual(['waiting: Ngày giờ trên máy sai 2 ngày']);
    expect(trouble({ is: 'done', clockOffset: -5 * hour })).toEqual(['waiting: Ngày giờ trên máy sai 5 giờ']);
    expect(trouble({ is: 'done', clockOffset: 240_000 })).toEqual([]);
  });

  test('after 35 days without the hub it is told until when the phone opens; where it never closes, it is not', () => {
    const away = (days: number) => ({ metAt: now - days * 24 * hour, closesAt: now + (75 - days) * 24 * hour });
    expect(trouble({ is: 'idle', lease: away(34) })).toEqual([]);
    expect(trouble({ is: 'idle', lease: away(36) })).toEqual(['waiting: 36 ngày chưa gặp máy chủ']);
    const [word] = wordTrouble({ ...idle, lease: away(36) }, true, vi, now);
    expect(word?.more).toContain('trước ngày 31/12/2026');
  });
});

describe('the answer to “Gửi ngay”', () => {
  test('says when it did not go, and when there was nothing to send', () => {
    expect(wordAnswer({ ...idle, is: 'offline' }, now, vi)).toBe('Chưa gửi được lúc 15:00. Máy sẽ tự gửi lại.');
    expect(wordAnswer({ ...idle, is: 'done' }, now, vi)).toBe('Đã hỏi máy chủ lúc 15:00: sổ đã mới nhất.');
  });
});

describe('time and numbers as people here read them', () => {
  test('the day turns at midnight in Viet Nam', () => {
    expect(civilDay(Date.parse('2026-11-21T16:59:59Z'))).toBe('2026-11-21');
    expect(civilDay(Date.parse('2026-11-21T17:00:00Z'))).toBe('2026-11-22');
    expect(clockTime(Date.parse('2026-11-21T17:00:00Z'))).toBe('00:00');
    expect(spellMoment(Date.parse('2026-11-21T16:59:00Z'), now, vi)).toBe('23:59 ngày 21/11');
  });

  test('months before and after', () => {
    expect(monthAway('2026-01', -1)).toBe('2025-12');
    expect(monthAway('2026-12', 1)).toBe('2027-01');
    expect(monthAway('2026-11', 0)).toBe('2026-11');
  });

  test('a figure that does not exist is a dash, and dots part the thousands', () => {
    expect(spellNumber(null, 'vi')).toBe('—');
    expect(spellNumber(12_034, 'vi')).toBe('12.034');
    expect(spellNumber(12_034, 'en')).toBe('12,034');
  });
});
