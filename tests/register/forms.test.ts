import { expect, test } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import { checksOf } from '../../src/domain/catalogue.ts';
import { operandValue } from '../../src/domain/condition.ts';
import { findings } from '../../src/domain/form/check.ts';
import { writesOf } from '../../src/domain/form/writes.ts';
import type { Fields } from '../../src/domain/value.ts';
import { birth, hoaFamily, lodgers, openRegister, resident } from './tale.ts';

const register = openRegister([...hoaFamily, ...lodgers]);
const answers: Fields = {
  mother: 'p2',
  fullName: 'Trần Bảo An',
  sex: 'female',
  date: '2026-11-20',
  order: 2,
  deliveryPlace: 'station',
  multiple: false,
};

function form() {
  const found = catalogue.forms.find(({ key }) => key === 'birth');
  if (found === undefined) throw new Error('no birth form');
  return found;
}

function write(household: string, given: Fields, asked: readonly string[] = []) {
  const scope = register.scopeFor('birth', household, given);
  const [child, birth] = writesOf(form(), given, { records: catalogue.records, scope, asked });
  return { child: child?.fields, birth: birth?.fields, links: birth?.links };
}

function find(household: string, given: Fields) {
  return findings(checksOf(catalogue, form()), register.scopeFor('birth', household, given)).map((finding) => [
    finding.strength,
    finding.field,
    finding.message.vi,
  ]);
}

test('the mothers of a household are its living women, those of an age to give birth first', () => {
  expect(register.formContext('birth', 'h1')).toEqual({
    today: '2026-11-22',
    defaults: {},
    choices: {
      mother: [
        { value: 'p2', label: 'Nguyễn Thị Hoà', note: '05/03/1998', brings: { father: 'p1' } },
        { value: 'p3', label: 'Lê Thị Mận', note: '1965' },
      ],
      father: [{ value: 'p1', label: 'Trần Văn Đức', note: '20/07/1995' }],
    },
  });
});

test('a woman who left or died is no choice; one whose age nobody knows stands behind', () => {
  const changed = openRegister([
    ...hoaFamily,
    resident('p6', { fullName: 'Trần Thị Lụa', sex: 'female', household: 'h1', relation: 'child' }),
    resident('p7', { fullName: 'Trần Thị Na', sex: 'female', household: 'h1', status: 'dead' }),
  ]);
  expect(changed.formContext('birth', 'h1').choices.mother?.map(({ label }) => label)).toEqual([
    'Nguyễn Thị Hoà',
    'Trần Thị Lụa',
    'Lê Thị Mận',
  ]);
});

test('saving writes the child and the birth that gives it its household and residence', () => {
  expect(write('h1', answers, ['birth_mother_age'])).toEqual({
    child: {
      fullName: 'Trần Bảo An',
      sex: 'female',
      birthDate: '2026-11-20',
      relation: 'child',
      mother: 'p2',
      father: 'p1',
    },
    birth: {
      date: '2026-11-20',
      mother: 'p2',
      household: 'h1',
      order: 2,
      deliveryPlace: 'station',
      multiple: false,
      residence: 'usual_present',
      asked: ['birth_mother_age'],
    },
    links: { child: 'child' },
  });
});

test('a child without a name is "Trai" or "Gái"', () => {
  expect(write('h1', { ...answers, fullName: '' }).child?.fullName).toBe('Gái');
  expect(write('h1', { ...answers, fullName: null, sex: 'male' }).child?.fullName).toBe('Trai');
});

test('the child of a temporary mother starts as temporary', () => {
  expect(write('h2', { ...answers, mother: 'q1' }).birth).toMatchObject({ residence: 'temporary', household: 'h2' });
});

test("what the child is to the head follows from its mother's place in the household", () => {
  const relations = ['head', 'spouse', 'child', 'daughter_in_law', 'parent', undefined].map((relation) => {
    const fields = { fullName: 'Mẹ', sex: 'female', household: 'h1', ...(relation === undefined ? {} : { relation }) };
    const other = openRegister([
      ...hoaFamily,
      resident('m', relation === undefined ? { ...fields, relation: null } : fields),
    ]);
    const given = { ...answers, mother: 'm' };
    const scope = other.scopeFor('birth', 'h1', given);
    return writesOf(form(), given, { records: catalogue.records, scope, asked: [] })[0]?.fields.relation;
  });
  expect(relations).toEqual(['child', 'child', 'grandchild', 'grandchild', 'other', undefined]);
});

test('a birth after today is stopped, in words that say so', () => {
  expect(find('h1', { ...answers, date: '2026-11-23' })).toEqual([
    ['stop', 'date', 'Ngày sinh không được sau hôm nay'],
  ]);
  expect(find('h1', { ...answers, date: '2026-11-22' })).toEqual([]);
});

test('a mother outside 10–55 is asked about; a birth before her own is stopped', () => {
  expect(find('h1', { ...answers, mother: 'p3' })).toEqual([['ask', 'mother', 'Mẹ 61 tuổi khi sinh. Đúng không?']]);
  expect(find('h1', { ...answers, date: '2008-03-04' })).toEqual([
    ['ask', 'mother', 'Mẹ 9 tuổi khi sinh. Đúng không?'],
  ]);
  expect(find('h1', { ...answers, date: '2008-03-05' })).toEqual([]);
  expect(find('h1', { ...answers, date: '1998-03-04' })).toEqual([
    ['stop', 'date', 'Ngày sinh của con không được trước ngày sinh của mẹ (05/03/1998)'],
  ]);
});

test('while little is answered nothing is found odd', () => {
  expect(find('h1', {})).toEqual([]);
  expect(find('h1', { mother: 'nobody', date: '2026' })).toEqual([]);
});

test('whom an answer names is seen as she was on the day of the fact', () => {
  const girl = openRegister([
    ...hoaFamily,
    ...birth('b1', { date: '2010-05-01', mother: 'p3', residence: 'temporary' }),
  ]);
  const residenceOn = (date: string | undefined) =>
    operandValue(
      { path: 'mother.residence' },
      girl.scopeFor('birth', 'h1', { mother: 'b1-child', ...(date === undefined ? {} : { date }) }),
    );
  expect(['2010-04-30', '2010-05-01', '2026', undefined].map(residenceOn)).toEqual([
    undefined,
    'temporary',
    'temporary',
    'temporary',
  ]);
});

test('a form nobody defined is a bug', () => {
  expect(() => register.formContext('comet', 'h1')).toThrow('comet');
});
