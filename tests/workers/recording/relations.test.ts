import { expect, test } from 'vitest';
import { hoaFamily, lodgers } from '../../register/tale.ts';
import { openDesk } from './clerk.ts';

/* What somebody is to the head, beside sex and age: asked, never refused. */

const commune = [...hoaFamily, ...lodgers];
// The head, Trần Văn Đức, is a man born on 20/07/1995.
const row = {
  fullName: 'Bùi Thị Lành',
  sex: 'female',
  birthDate: '1996-01-01',
  marital: 'married',
  residence: 'usual_present',
};

test.each([
  [{ relation: 'son_in_law' }, ['relation_son_in_law_female']],
  [{ relation: 'daughter_in_law', sex: 'male' }, ['relation_daughter_in_law_male']],
  [{ relation: 'daughter_in_law' }, []],
  [{ relation: 'spouse', sex: 'male' }, ['relation_spouse_same_sex']],
  [{ relation: 'spouse' }, []],
  [{ relation: 'parent' }, ['relation_parent_younger']],
  [{ relation: 'parent', birthDate: '1990' }, ['relation_parent_younger']],
  [{ relation: 'parent', birthDate: '1970' }, []],
  [{ relation: 'child' }, ['relation_child_older']],
  [{ relation: 'child', birthDate: '2020-05-01', marital: 'single' }, []],
  [{ relation: 'grandchild', birthDate: '2015', marital: 'single' }, ['relation_grandchild_older']],
  [{ relation: 'other' }, []],
])('a new row that says %o', (told, asked) => {
  expect(openDesk(commune).check('paper_person', 'h1', { ...row, ...told })).toEqual(asked);
});

test('who stands in the book is asked about when it is written anew, and not otherwise', () => {
  const desk = openDesk(commune);
  const { defaults } = desk.register.formContext('person_edit', 'h1', 'p4');
  expect(desk.check('person_edit', 'h1', { ...defaults, isCorrection: true, relation: 'parent' })).toEqual([
    'relation_parent_younger',
  ]);
  expect(desk.check('person_edit', 'h1', { ...defaults, isCorrection: true, phone: '0912345678' })).toEqual([]);
});

test('a new head is asked about whoever does not fit', async () => {
  const desk = openDesk(commune);
  const relations = { p3: 'head', p1: 'child', p2: 'son_in_law', p4: 'parent' };
  const act = { is: 'newHead', household: 'h1', relations } as const;
  expect(await desk.actStopped(act)).toEqual(['relation_odd', 'relation_odd']);
  await desk.act(act, ['relation_odd']);
  expect(desk.now('p3', 'relation')).toBe('head');
});
