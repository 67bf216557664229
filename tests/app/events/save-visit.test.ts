import { expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import type { Finding } from '../../../src/domain/form/check.ts';
import { saveVisit } from '../../../src/features/lives/visit/save-visit.ts';
import { type OpenTask, ticksOf } from '../../../src/features/lives/visit/visit-tasks.ts';
import type { Screen, Toast } from '../../../src/features/screen.ts';
import { makeMemoryPhone } from '../memory/memory-phone.ts';

/* "Đã lưu trên máy" is said of what was saved, and of nothing else. */

const damaged: Finding = { check: 'storage_damaged', strength: 'stop', field: 'note', message: { vi: 'Bộ nhớ hỏng' } };
const answers = { kind: 'home', topics: [], day: '2026-11-20', met: '', ticked: [] };

/** A screen over a phone whose storage takes a save or not. */
function screenOver(found: readonly Finding[]) {
  const { phone } = makeMemoryPhone();
  const [told, asked, went]: [Toast[], (readonly string[])[], string[]] = [[], [], []];
  const record: Screen['phone']['record'] = async (_form, _where, _answers, yes) => {
    asked.push(yes);
    const open = found.filter(({ check }) => !yes.includes(check));
    return open.length > 0 ? { ok: false, error: open } : { ok: true, value: { transaction: 't1', records: [] } };
  };
  const screen: Pick<Screen, 'phone' | 'say' | 'returnTo'> = {
    phone: { ...phone, record },
    say: (toast) => void told.push(toast),
    returnTo: (path) => void went.push(path),
  };
  return { screen, told, asked, went };
}

test('a visit that storage does not take is not said to be saved, and its draft stays', async () => {
  const { screen, told, went } = screenOver([damaged]);
  let ended = 0;
  expect(await saveVisit(screen, 'h1', answers, [], async () => void ended++)).toEqual([damaged]);
  expect([told, went, ended]).toEqual([[], [], 0]);
});

test('what is only asked is saved at the second press', async () => {
  const doubt: Finding = { ...damaged, check: 'odd', strength: 'ask' };
  const { screen, told, went } = screenOver([doubt]);
  expect(await saveVisit(screen, 'h1', answers, [], async () => undefined)).toEqual([doubt]);
  expect(await saveVisit(screen, 'h1', answers, ['odd'], async () => undefined)).toEqual([]);
  expect([told.length, went]).toEqual([1, ['/household/h1']]);
});

test('what a visit settles along the way says nothing of a pregnancy at the door', () => {
  const reasons = new Map(catalogue.tasks.map(({ key, reason }) => [key, reason]));
  const open = catalogue.tasks.filter(
    ({ kind, form, orElse }) => kind === 'person' && [form, orElse].includes('visit'),
  );
  const told = open.flatMap(({ key, form, orElse = '', reason }) => {
    const task: OpenTask = {
      ...{ id: key, definition: key, form, orElse, reason, due: '2026-11-01' },
      ...{
        person: 'p2',
        name: 'Nguyễn Thị Hoà',
        sex: 'female',
        birthYear: '1998',
        household: 'h1',
        householdNumber: '42',
        villageName: 'Thôn Đông',
      },
    };
    return ticksOf(task, '2026-11-20').map(({ title }) => title.vi);
  });
  expect(reasons.get('birth_due')?.vi).toContain('dự sinh');
  expect(told.length).toBeGreaterThan(3);
  expect(told.filter((title) => /sinh chưa|dự sinh|thai|riêng/.test(title))).toEqual([]);
});
