import { describe, expect, test } from 'vitest';
import { ethnicity } from '../../src/catalogue/codes/ethnicity.ts';
import { relation } from '../../src/catalogue/codes/relation.ts';
import { residence } from '../../src/catalogue/codes/residence.ts';
import { sex } from '../../src/catalogue/codes/sex.ts';
import { personEditForm } from '../../src/catalogue/forms/edit/person.ts';
import { cycleOf } from '../../src/catalogue/paper/book-year.ts';
import { readCode, sharingNumber } from '../../src/features/lives/sheet/cell/read-code.ts';
import { saidIn } from '../../src/features/lives/sheet/cell/script.ts';
import { readTypedDate, typedDate } from '../../src/features/lives/sheet/cell/typed-date.ts';
import { methodGrid } from '../../src/features/lives/sheet/methods/method-grid.ts';
import { openSheet } from '../../src/features/lives/sheet/open-sheet.ts';
import { answersOf } from '../../src/features/lives/sheet/save-line.ts';
import { sheetColumns } from '../../src/features/lives/sheet/sheet-columns.ts';
import { finishAnswers } from '../../src/ui/form/finished-answers.ts';
import { hoaFamily, openRegister, resident, tell } from '../register/tale.ts';
import { openDesk } from '../workers/recording/clerk.ts';

describe('a date typed in a cell of the sheet', () => {
  test('is read as the paper writes it, with as much as is known', () => {
    expect(readTypedDate('5/3/1996')).toBe('1996-03-05');
    expect(readTypedDate('05.03.1996')).toBe('1996-03-05');
    expect(readTypedDate(' 3-1996 ')).toBe('1996-03');
    expect(readTypedDate('1996')).toBe('1996');
    expect(readTypedDate('')).toBeNull();
  });

  test('is not guessed: no such day, a short year, words', () => {
    for (const text of ['31/02/1996', '5/3/96', '13/1996', 'Canh Ngọ', '1/2/3/1996', '96']) {
      expect(readTypedDate(text), text).toBeUndefined();
    }
  });

  test('stands in its cell as it was typed', () => {
    for (const text of ['05/03/1996', '03/1996', '1996']) expect(typedDate(readTypedDate(text) ?? '')).toBe(text);
  });
});

describe('words in which a birth date was told', () => {
  const told = { birthDate: '1996-04-27', birthDateSaid: '10/3/1996 (Bính Tý) âm lịch' };
  const stands = { person: 'p1', ...told, isCorrection: true };

  test('do not stay beside another date that is typed in its cell', () => {
    expect(answersOf({ form: personEditForm }, { birthDate: '1996-03-10' }, stands)).toEqual({
      ...stands,
      birthDate: '1996-03-10',
      birthDateSaid: null,
    });
    expect(answersOf({ form: personEditForm }, { birthDate: null }, stands).birthDateSaid).toBeNull();
  });

  test('stay while it is the date that they told', () => {
    expect(answersOf({ form: personEditForm }, { birthDate: stands.birthDate, fullName: 'Đức' }, stands)).toEqual({
      ...stands,
      fullName: 'Đức',
    });
    const { birthDateSaid: _, ...untold } = stands;
    expect(answersOf({ form: personEditForm }, { birthDate: '1996' }, untold)).not.toHaveProperty('birthDateSaid');
  });

  test('are emptied in the book with the correction, and not written back by what is typed next', async () => {
    const desk = openDesk([
      ...hoaFamily.filter(({ state }) => state.id !== 'p1'),
      resident('p1', { fullName: 'Trần Văn Đức', sex: 'male', relation: 'head', household: 'h1', ...told }),
    ]);
    const { defaults } = desk.register.formContext('person_edit', 'h1', 'p1');
    const begun = { ...defaults, isCorrection: true };
    const first = answersOf({ form: personEditForm }, { birthDate: '1996-03-10' }, begun);
    await desk.record('person_edit', 'h1', finishAnswers(personEditForm, first, '2026-11-22'));
    const next = answersOf({ form: personEditForm }, { fullName: 'Trần Văn Dức' }, { ...begun, ...first });
    await desk.record('person_edit', 'h1', finishAnswers(personEditForm, next, '2026-11-22'));
    expect(['birthDate', 'birthDateSaid', 'fullName'].map((field) => desk.now('p1', field))).toEqual([
      '1996-03-10',
      undefined,
      'Trần Văn Dức',
    ]);
  });
});

describe('the line of who left', () => {
  test('is ruled through in the words of the other lines, short as the paper’s', async () => {
    const register = openRegister([
      ...hoaFamily,
      resident('g1', {
        fullName: 'Lê Thị Sáu',
        sex: 'female',
        birthDate: '1952',
        ethnicity: '01',
        education: 'lower_sec',
        relation: 'parent',
        marital: 'widowed',
        household: 'h1',
      }),
      tell('move_out', 'o1', { date: '2026-10-15', person: 'g1', to: 'Hà Nội' }),
    ]);
    const sheet = await openSheet(
      {
        household: async (id) => register.household(id),
        person: async (id) => register.person(id),
        changes: async (id) => register.changes(id),
        formContext: async (form, where, person) => register.formContext(form, where, person),
        yearBook: async () => ({ year: 2026, closed: [] }),
        drafts: async () => [],
      },
      'h1',
    );
    const gone = sheet?.lines.find(({ id }) => id === 'g1');
    if (gone === undefined) throw new Error('she does not stand on the sheet');
    expect([gone.isGone, gone.form]).toEqual([true, undefined]);
    expect(sheetColumns.map((column) => saidIn(gone, column))).toEqual([
      'Lê Thị Sáu',
      'Bố / mẹ',
      'Nữ',
      '1952',
      'Kinh',
      'THCS',
      'Góa',
      '',
    ]);
  });
});

describe('a code typed in a cell', () => {
  test('is known by its number on paper, or by first letters without accents', () => {
    expect(readCode(relation, '1')).toBe('head');
    expect(readCode(relation, 'vo')).toBe('spouse');
    expect(readCode(relation, 'con gai')).toBe('child');
    expect(readCode(sex, 'n')).toBe('male');
    expect(readCode(sex, 'Nữ')).toBe('female');
    expect(readCode(residence, 'tam vang')).toBe('usual_absent');
    expect(readCode(residence, 'tam tru')).toBe('temporary');
    expect(readCode(ethnicity, 'muong')).toBe(ethnicity.codes.find(({ label }) => label.vi === 'Mường')?.key);
  });

  test('is blank when nothing is typed, and unknown when nothing fits', () => {
    expect(readCode(sex, ' ')).toBeNull();
    expect(readCode(sex, 'xyz')).toBeUndefined();
  });

  test('is asked for where the paper has one number for several: 4 is no adopted child by itself', () => {
    expect(readCode(relation, '4')).toBeUndefined();
    expect(sharingNumber(relation, '4').map(({ key }) => key)).toEqual(['adopted', 'son_in_law', 'daughter_in_law']);
    expect(readCode(relation, 'con dau')).toBe('daughter_in_law');
    expect(sharingNumber(relation, '3')).toEqual([]);
  });
});

describe('the grid of Mục II', () => {
  const words = { iud: 'Vòng tránh thai (DCTC)', pill: 'Viên uống tránh thai' };
  const fact = (kind: 'method_start' | 'method_stop', date: string, method: keyof typeof words) => ({
    kind,
    date,
    details: [{ field: 'method', value: { vi: words[method] } }],
  });
  const today = '2027-03-10';
  const months = (facts: Parameters<typeof methodGrid>[0], year: number) =>
    methodGrid(facts, today, 2026)
      .find((one) => one.year === year)
      ?.months.join('|');

  test('has the five years of the book in use', () => {
    expect(cycleOf(2025).first).toBe(2021);
    expect(cycleOf(2026).first).toBe(2026);
    expect(methodGrid([], today, 2026, words.iud)[0]?.months[0]).toBe('1');
    expect(methodGrid([], '2030-06-01', 2030).map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029, 2030]);
  });

  test('a cell is the method on the last day of its month; the future is blank', () => {
    const facts = [fact('method_start', '2026-10-31', 'iud')];
    expect(months(facts, 2026)).toBe('|||||||||1|1|1');
    expect(months(facts, 2027)).toBe('1|1|1|||||||||');
  });

  test('one begun in the book before goes on; the newest facts come first, as a panel tells them', () => {
    const facts = [fact('method_start', '2026-05-02', 'pill'), fact('method_start', '2024-01-01', 'iud')];
    expect(months(facts, 2026)).toBe('1|1|1|1|5|5|5|5|5|5|5|5');
  });

  test('a stop ends the method that it names, and no other', () => {
    const begun = fact('method_start', '2026-01-05', 'pill');
    expect(months([begun, fact('method_stop', '2026-03-01', 'pill')], 2026)).toBe('5|5||||||||||');
    expect(months([begun, fact('method_stop', '2026-03-01', 'iud')], 2026)).toBe('5|5|5|5|5|5|5|5|5|5|5|5');
  });

  test('of what was told on one day the last word holds', () => {
    const wrong = fact('method_start', '2026-11-05', 'iud');
    expect(months([fact('method_start', '2026-11-05', 'pill'), wrong], 2026)).toBe('||||||||||5|5');
    expect(months([fact('method_stop', '2026-11-05', 'iud'), wrong], 2026)).toBe('|||||||||||');
  });

  test('what the first start found in use stood there from the beginning', () => {
    const register = openRegister([
      ...hoaFamily.filter(({ state }) => state.id !== 'p2'),
      resident('p2', { fullName: 'Nguyễn Thị Hoà', sex: 'female', household: 'h1', method: 'iud' }),
      tell('method_start', 's1', { date: '2026-05-02', person: 'p2', method: 'pill' }),
    ]);
    const facts = register.panel('p2')?.changes ?? [];
    expect(months(facts, 2026)).toBe('1|1|1|1|5|5|5|5|5|5|5|5');
  });
});
