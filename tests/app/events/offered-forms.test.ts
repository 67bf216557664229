import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import { draftPath, draftTitle } from '../../../src/features/draft-path.ts';
import { groupForms } from '../../../src/features/event/event-groups.ts';
import { offeredForms } from '../../../src/features/event/offered-forms.ts';
import { vi } from '../../../src/i18n/vi.ts';
import { begunAs } from '../../../src/ui/lives/begun.ts';
import { formPath } from '../../../src/ui/lives/paths.ts';

const today = '2026-11-25';
const keys = (asked: Partial<Parameters<typeof offeredForms>[0]>): readonly string[] =>
  offeredForms({ role: 'officer', today, isPanel: false, ...asked }).now.map(({ key }) => key);
const lateKeys = (asked: Partial<Parameters<typeof offeredForms>[0]>): readonly string[] =>
  offeredForms({ role: 'officer', today, isPanel: false, ...asked }).late.map(({ key }) => key);

const person = {
  id: 'p1',
  name: 'Phạm Thị Đượm',
  relation: 'parent',
  relationWords: 'Mẹ',
  sex: 'female',
  birthDate: '1950',
  age: 76,
  residence: 'usual_present',
  status: 'active',
  ended: '',
  endedFor: '',
  spouse: '',
  standing: 'confirmed',
} as const;

describe('"Ghi biến động"', () => {
  test('a neighbour may be looking: nothing of a woman’s own panel is offered at the household', () => {
    const offered = keys({});
    expect(offered).toContain('birth');
    for (const secret of ['pregnancy', 'abortion', 'method_start', 'adopt', 'newborn_screen']) {
      expect(offered).not.toContain(secret);
    }
  });

  test('the checks of the book are the officer’s', () => {
    expect(keys({})).toContain('review_remove');
    expect(keys({ role: 'collaborator' })).not.toContain('review_remove');
  });

  test('about one person only what suits: an elder has no pregnancy, a child no check-up of elders', () => {
    expect(keys({ person })).toContain('elder_check');
    expect(keys({ person: { ...person, birthDate: '2020' } })).not.toContain('elder_check');
    expect(keys({ person, isPanel: true })).not.toContain('pregnancy');
    expect(keys({ person: { ...person, birthDate: '1996' }, isPanel: true })).toContain('pregnancy');
    expect(keys({ person })).not.toContain('household_edit');
  });

  test('what came about before a death or a departure can be written down late, and nothing that ends a life twice', () => {
    const died = { ...person, status: 'dead', ended: '2026-05-01' } as const;
    expect(keys({ person: died })).toEqual(['person_edit', 'join']);
    expect(lateKeys({ person: died })).toEqual(
      expect.arrayContaining(['elder_check', 'marriage', 'divorce', 'move_internal', 'move_out', 'away', 'visit']),
    );
    for (const never of ['death', 'move_in', 'birth', 'settle', 'back'])
      expect(lateKeys({ person: died })).not.toContain(never);
    const left = { ...person, status: 'left', ended: '2026-05-01', birthDate: '1996-03-01' } as const;
    expect(keys({ person: left })).toContain('move_in');
    expect(lateKeys({ person: left })).toEqual(expect.arrayContaining(['birth', 'death', 'marriage']));
    expect(lateKeys({ person: left })).not.toContain('move_out');
    expect(lateKeys({ person: left, isPanel: true })).toEqual(
      expect.arrayContaining(['pregnancy', 'prenatal_screen', 'method_start', 'method_stop']),
    );
    expect(lateKeys({ person })).toEqual([]);
  });

  test('a birth is nobody’s who was too old for it on every day it may be written of', () => {
    const of = (birthDate: string, more = {}) => ({ person: { ...person, birthDate, ...more } });
    expect(keys(of('1965-03-01'))).not.toContain('birth');
    expect(keys(of('1970-03-01'))).toContain('birth');
    expect(keys(of('2018-03-01'))).not.toContain('birth');
    const died = { status: 'dead', ended: '2026-11-20' } as const;
    expect(lateKeys(of('1996-03-01', died))).toContain('birth');
    expect(lateKeys(of('1965-03-01', died))).not.toContain('birth');
  });

  test('each offered form stands under one heading', () => {
    const offered = offeredForms({ role: 'officer', today, isPanel: false }).now;
    const shown = groupForms(offered).flatMap((group) => group.offered.map(({ key }) => key));
    expect(shown.toSorted()).toEqual(offered.map(({ key }) => key).toSorted());
  });
});

describe('a draft', () => {
  const kept = { id: 'd1', page: 1 };
  test('has an address that says nothing of what it is, nor of whom it is for', () => {
    expect(draftPath({ ...kept, form: 'birth' })).toBe('/record/d1?page=2');
    expect(draftPath({ ...kept, form: 'for_many:newborn_screen' })).toBe('/for-many/d1');
    expect(draftPath({ ...kept, form: 'paper_sheet' })).toBe('/paper-sheet/d1');
  });

  test('is begun under a random name, and remembered without an address', () => {
    const path = formPath('h42', 'abortion', 'p2');
    expect(path).toMatch(/^\/record\/[0-9a-f-]{36}$/);
    expect(begunAs(path.slice('/record/'.length))).toEqual({ where: 'h42', form: 'abortion', person: 'p2' });
    expect(formPath('h42', 'abortion', 'p2')).not.toBe(path);
    expect(begunAs('khong')).toBeUndefined();
  });

  test('is called by its form, but not where that belongs to an own panel', () => {
    expect(draftTitle({ form: 'birth' }, vi, 'vi')).toBe('Sinh');
    expect(draftTitle({ form: 'for_many:visit' }, vi, 'vi')).toMatch(/^Ghi theo danh sách: /);
    for (const { key } of catalogue.forms.filter(({ shown }) => shown === 'panel')) {
      expect(draftTitle({ form: key }, vi, 'vi')).toBe('Ghi ở trang riêng');
    }
  });
});
