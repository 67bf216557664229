import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { layOver } from '../../src/i18n/translation.ts';
import { vi } from '../../src/i18n/vi.ts';

/** "home.title" … of every word, however deep. */
function keysOf(words: unknown, path = ''): readonly string[] {
  if (typeof words !== 'object' || words === null) return [path];
  return Object.entries(words).flatMap(([key, value]) => keysOf(value, path === '' ? key : `${path}.${key}`));
}

function textsOf(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words];
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap(textsOf);
}

/** Areas whose words travel with their screens: a file of each language. */
async function areas(): Promise<readonly (readonly [string, unknown, unknown])[]> {
  const all = await readdir(new URL('../../src/i18n/vi/', import.meta.url), { recursive: true });
  const names = all.filter((name) => name.endsWith('.ts'));
  const read = (language: string, name: string): Promise<unknown> => import(`../../src/i18n/${language}/${name}`);
  return Promise.all(names.map(async (name) => [name, await read('vi', name), await read('en', name)] as const));
}
const firstOf = (module: unknown): unknown => Object.values(Object(module))[0];

describe('the words of the interface', () => {
  test('every area says in English what it says in Vietnamese, in one spelling', async () => {
    for (const [name, vietnamese, english] of await areas()) {
      expect(keysOf(firstOf(english)).toSorted(), name).toEqual(keysOf(firstOf(vietnamese)).toSorted());
      for (const text of textsOf(firstOf(vietnamese))) {
        expect(text).toBe(text.normalize('NFC'));
        expect(text).not.toMatch(/hoá|khoá|huỷ|khoẻ/i);
      }
    }
  });

  test('English says everything that Vietnamese says', () => {
    expect(keysOf(en).toSorted()).toEqual(keysOf(vi).toSorted());
  });

  test('a missing translation shows Vietnamese, never a key', () => {
    const { home } = layOver(vi, { home: { title: 'Today' } });
    expect(home.title).toBe('Today');
    expect(home.search).toBe('Tìm hộ, người');
    expect(layOver(vi, {}).unlock.open).toBe('Mở khóa');
  });

  test('every text is NFC, with one spelling of hóa, khóa, hủy, khỏe', () => {
    for (const text of textsOf(vi)) {
      expect(text).toBe(text.normalize('NFC'));
      expect(text).not.toMatch(/hoá|khoá|huỷ|khoẻ/i);
    }
  });

  test('the words that others drive the app by stay as they are', () => {
    expect([vi.activate.code, vi.pin.pin, vi.pin.again, vi.unlock.open, vi.home.search]).toEqual([
      'Mã kích hoạt',
      'Mã PIN',
      'Nhập lại mã PIN',
      'Mở khóa',
      'Tìm hộ, người',
    ]);
    expect([vi.household.record, vi.app.next, vi.app.save, vi.bar.sendNow, vi.bar.saved, vi.bar.waiting(1)]).toEqual([
      'Ghi biến động',
      'Tiếp tục',
      'Lưu',
      'Gửi ngay',
      'Đã lưu trên máy',
      '1 mục chờ gửi',
    ]);
  });
});
