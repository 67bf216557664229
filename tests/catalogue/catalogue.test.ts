import { expect, test } from 'vitest';
import { printedCodes } from '../../src/catalogue/codes/printed.ts';
import { catalogue } from '../../src/catalogue/index.ts';
import { checksOf } from '../../src/domain/catalogue.ts';
import type { Condition, Operand } from '../../src/domain/condition.ts';
import { indicatorOf } from '../../src/domain/figure/indicator.ts';
import { isInForce } from '../../src/domain/form/edition.ts';
import { anyone } from '../../src/domain/form/form.ts';
import type { Words } from '../../src/domain/words.ts';

/* The catalogue speaks of itself: names that lead nowhere would only show on a phone in a village. */

const { records, forms, checks, choices, indicators, reports } = catalogue;
const lists = records.flatMap(({ fields }) =>
  fields.flatMap(({ type }) => (type.is === 'code' || type.is === 'codes' ? [type.list] : [])),
);
const recordOf = (kind: string) => records.find((record) => record.kind === kind);
/** What a form's rules see beside its answers; a rule that many forms share may speak of a person whom one does not ask. */
const around = ['today', 'where', 'household', 'alike', 'person', 'stock'];
const keysOf = (kind: string) => recordOf(kind)?.fields.map(({ key }) => key) ?? [];

function* wordsIn(value: unknown): Generator<Words> {
  if (typeof value !== 'object' || value === null) return;
  if ('vi' in value && typeof value.vi === 'string')
    yield { vi: value.vi, ...('en' in value ? { en: String(value.en) } : {}) };
  else for (const part of Object.values(value)) yield* wordsIn(part);
}

function* pathsIn(condition: Condition | Operand): Generator<string> {
  if ('path' in condition && typeof condition.path === 'string') yield condition.path;
  for (const part of Object.values(condition)) {
    for (const one of Array.isArray(part) ? part : [part])
      if (typeof one === 'object' && one !== null) yield* pathsIn(one);
  }
}

test('keys are unique, and everything says which law it comes from', () => {
  for (const keys of [
    records.map(({ kind }) => kind),
    forms.map(({ key }) => key),
    checks.map(({ id }) => id),
    indicators.map(({ key }) => key),
    ...lists.map(({ codes }) => codes.map(({ key }) => key)),
    ...records.map(({ fields }) => fields.map(({ key }) => key)),
  ]) {
    expect(new Set(keys).size).toBe(keys.length);
  }
  for (const { law } of [...records, ...forms, ...checks, ...indicators, ...reports, ...lists]) {
    expect(law.length).toBeGreaterThan(10);
  }
});

test('the Vietnamese wording is there and in NFC, and all but the names of peoples is in English too', () => {
  const peoples = new Set(lists.find(({ name }) => name === 'ethnicity')?.codes.map(({ label }) => label.vi));
  const all = [...wordsIn(catalogue)];
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter(({ vi }) => vi === '' || vi !== vi.normalize('NFC'))).toEqual([]);
  expect(all.filter(({ vi, en }) => !en && !peoples.has(vi))).toEqual([]);
});

test('one spelling: hóa, khóa, hủy, khỏe', () => {
  const other = [...wordsIn(catalogue)].filter(({ vi }) => /(o[áàảãạéèẻẽẹ]|(?<!q)u[ýỳỷỹỵ])(?!\p{L})/iu.test(vi));
  expect(other).toEqual([]);
});

test('references lead to kinds, date and place to fields; a fact has its day and its place within it', () => {
  for (const { fields, dateField, placeThrough, nature, phase } of records) {
    const keys = fields.map(({ key }) => key);
    for (const { type } of fields) if (type.is === 'reference') expect(recordOf(type.to)).toBeDefined();
    for (const key of [dateField, placeThrough]) if (key !== undefined) expect(keys).toContain(key);
    expect(nature === 'fact').toBe(dateField !== undefined && phase !== undefined);
  }
});

test('facts change dated fields only, each from a field of their own or a fixed value', () => {
  for (const { fields, effects = [] } of records) {
    for (const { target, set } of effects) {
      const type = fields.find(({ key }) => key === target)?.type;
      const changed = recordOf(type?.is === 'reference' ? type.to : '')?.fields.filter(({ isDated }) => isDated);
      expect(changed?.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(set)));
      const sources = Object.values(set).flatMap((source) => ('field' in source ? [source.field] : []));
      expect(fields.map(({ key }) => key)).toEqual(expect.arrayContaining(sources));
    }
  }
});

test('forms ask few questions a page, and name checks and choices that exist', () => {
  for (const form of forms) {
    expect(checksOf(catalogue, form)).toHaveLength(form.checks.length);
    for (const { questions } of form.pages) {
      expect(questions.length, form.key).toBeGreaterThanOrEqual(2);
      expect(questions.length, form.key).toBeLessThanOrEqual(7);
    }
    const asked = form.pages.flatMap(({ questions }) => questions);
    expect(new Set(asked.map(({ field }) => field.key)).size).toBe(asked.length);
    for (const { field, choices: list } of asked) {
      expect(field.type.is === 'reference').toBe(list !== undefined);
      if (list !== undefined) expect([anyone, ...choices.map(({ key }) => key)]).toContain(list);
    }
  }
});

test('forms write fields that exist, and tell changes in fields that exist', () => {
  for (const { kind, values, changes } of forms.flatMap(({ writes }) => writes)) {
    expect(keysOf(kind)).toEqual(expect.arrayContaining(Object.keys(values)));
    const told = changes === undefined ? [] : [...Object.keys(changes.values), ...Object.values(changes.names)];
    expect(keysOf(changes?.kind ?? '')).toEqual(expect.arrayContaining(told));
  }
});

test('the help of a form is three sentences', () => {
  for (const { key, help } of forms) expect(help.vi.split(/[.?!](?:\s|$)/).filter(Boolean), key).toHaveLength(3);
});

test('checks speak of fields that a form asks, and every gap in a message has a value', () => {
  for (const form of forms) {
    const asked = form.pages.flatMap(({ questions }) => questions.map(({ field }) => field.key));
    for (const check of checksOf(catalogue, form)) {
      expect(asked, `${form.key} ${check.id}`).toContain(check.field);
      for (const path of pathsIn(check.when)) expect([...asked, ...around], check.id).toContain(path.split('.')[0]);
      const gaps = [check.message.vi, check.message.en ?? ''].flatMap((text) => text.match(/\{\w+\}/g) ?? []);
      for (const gap of gaps) expect(Object.keys(check.names ?? {})).toContain(gap.slice(1, -1));
    }
  }
});

test('reports arrange indicators that exist, each row under its own number', () => {
  for (const { above, rows } of reports) {
    for (const key of [...above, ...rows.map(({ indicator }) => indicator)]) {
      expect(indicatorOf(indicators, key).key).toBe(key);
    }
    const numbers = rows.map(({ number }) => number);
    expect(new Set([...numbers, ...above]).size).toBe(numbers.length + above.length);
  }
});

test('the 54 peoples and foreigners keep their two printed digits', () => {
  const codes = lists.find(({ name }) => name === 'ethnicity')?.codes ?? [];
  expect(codes).toHaveLength(55);
  const named = (vi: string) => codes.find(({ label }) => label.vi === vi)?.key;
  expect(['Kinh', 'Tày', 'Dao', 'Bru-Vân Kiều', 'Rơ-măm', 'Người nước ngoài'].map(named)).toEqual([
    '01',
    '02',
    '09',
    '23',
    '54',
    '55',
  ]);
  expect(codes.every(({ key, printed }) => key === printed)).toBe(true);
});

test('numbers printed for codes stand in one table, each with the mark of where it was read', () => {
  const unverified = printedCodes.filter(({ mark }) => mark !== 'V').map(({ list }) => list);
  expect(new Set(unverified)).toEqual(new Set(['household_kind', 'relation', 'method']));
  for (const { list, key, printedCode, labelVi, formSet } of printedCodes) {
    const code = lists.find(({ name }) => name === list)?.codes.find((one) => one.key === key);
    expect(code, `${list} ${key}`).toMatchObject({ printed: printedCode, label: { vi: labelVi } });
    expect(formSet).toBe('TT01-2022');
  }
  // No number stands beside a code but through the table, or as the key that is a printed number itself.
  const told = new Set(printedCodes.map(({ list, key }) => `${list} ${key}`));
  for (const { name, codes } of lists)
    for (const { key, printed } of codes)
      expect(printed === undefined || printed === key || told.has(`${name} ${key}`)).toBe(true);
});

test('forms, records with their fields, code lists and checks say of which form set they are, and from when', () => {
  for (const one of [...forms, ...records, ...lists, ...checks]) {
    expect(one).toMatchObject({ formSet: 'TT01-2022', from: '2022-03-01' });
    expect([isInForce(one, '2022-02-28'), isInForce(one, '2026-11-22')]).toEqual([false, true]);
  }
});

test('what was answered yes is kept with the record, whatever else a form writes', () => {
  const isAsked = (source: unknown): boolean => JSON.stringify(source) === '{"context":"asked"}';
  const asking = forms.filter((form) => checksOf(catalogue, form).some(({ strength }) => strength === 'ask'));
  const forgetful = asking.filter(({ writes }) =>
    writes.every(
      // Without its first write a form writes nothing at all.
      ({ when, values, changes }, index) =>
        !((when === undefined || index === 0) && isAsked(values.asked)) && !isAsked(changes?.values.asked),
    ),
  );
  expect(forgetful.map(({ key }) => key)).toEqual([]);
  expect(asking.length).toBeGreaterThan(20);
});
