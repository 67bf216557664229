import { describe, expect, test } from 'vitest';
import type { Fields, Value } from '../../src/domain/value.ts';
import { en } from '../../src/i18n/en.ts';
import { layOver } from '../../src/i18n/translation.ts';
import { vi } from '../../src/i18n/vi.ts';
import { findFaults } from '../../src/ui/form/answer-fault.ts';
import { finishAnswers } from '../../src/ui/form/finished-answers.ts';
import { pageOf, pageQuestions } from '../../src/ui/form/page-questions.ts';
import { duckForm } from './invented-form.ts';

const today = '2026-11-22';

function faultsOfPage(page: number, answers: Fields): readonly string[] {
  const definition = duckForm.pages[page];
  if (definition === undefined) throw new Error('no such page');
  return findFaults(pageQuestions(definition, answers, today), answers, vi, 'vi').map((fault) => fault.text);
}

describe('what stands in the way of leaving a page', () => {
  test('an empty page says what to do, in the order of its questions', () => {
    expect(faultsOfPage(0, {})).toEqual(['Nhập họ tên người nuôi', 'Nhập số vịt', 'Có vịt đẻ: chọn “Có” hoặc “Không”']);
  });

  test('a question that is not asked is not missed; once it is asked, it is', () => {
    const answers = { keeper: 'Tư Ếch', count: '3', layers: false };
    expect(faultsOfPage(0, answers)).toEqual([]);
    expect(faultsOfPage(0, { ...answers, layers: true })).toEqual(['Nhập số trứng']);
  });

  test('blanks are no name', () => {
    expect(faultsOfPage(0, { keeper: '   ', count: '3', layers: false })).toEqual(['Nhập họ tên người nuôi']);
  });

  test.each(['ba', '0', '21', '2,5', '-1', '1e1', '99999999999999999999'])('“%s” is no number of ducks', (count) => {
    expect(faultsOfPage(0, { keeper: 'Tư', count, layers: false })).toEqual(['Số vịt: nhập số từ 1 đến 20']);
  });

  test('a date says which part is wrong', () => {
    const since = (day: string, month: string, year: string, unknown = 'none') =>
      faultsOfPage(1, { since: { day, month, year, unknown } })[0];
    expect(since('', '', '')).toBe('Nhập ngày bắt đầu nuôi');
    expect(since('5', '', '2020')).toBe('Nhập tháng bắt đầu nuôi');
    expect(since('5', '', '')).toBe('Ngày bắt đầu nuôi: nhập đủ ngày, tháng, năm');
    expect(since('5', '6', '20')).toBe('Ngày bắt đầu nuôi: nhập năm đủ 4 chữ số');
    expect(since('31', '2', '2020')).toBe('Ngày bắt đầu nuôi: không có ngày này trong lịch');
    expect(faultsOfPage(1, { since: '2020' })).toEqual([]);
  });

  test('a date that must be whole is not satisfied by a year; one that is optional may be left out', () => {
    expect(faultsOfPage(1, { since: '2020', counted: '2026' })).toEqual(['Ngày đếm: nhập đủ ngày, tháng, năm']);
    expect(faultsOfPage(1, { since: '2020', counted: '2026-11-22' })).toEqual([]);
  });

  test('an optional answer is judged once it is given', () => {
    expect(faultsOfPage(1, { since: '2020', phone: '0912' })).toEqual(['Điện thoại: nhập 9 đến 12 chữ số']);
    expect(faultsOfPage(1, { since: '2020', phone: '0912 345 678' })).toEqual([]);
  });

  test('somebody who was sought and not chosen is no answer, and not forgotten in silence', () => {
    const label = { vi: 'Mẹ', en: 'Mother' };
    const questions = [
      { field: { key: 'mother', label, type: { is: 'reference', to: 'person' } }, choices: 'anyone' },
    ] as const;
    const faults = (mother?: Value) =>
      findFaults(questions, mother === undefined ? {} : { mother }, vi, 'vi').map(({ text }) => text);
    expect(faults({ sought: 'hoa' })).toEqual(['Mẹ: chọn một dòng trong kết quả tìm, hoặc xóa chữ đã gõ']);
    expect([faults(), faults('p2')]).toEqual([[], []]);
  });

  test('in English the same', () => {
    const page = duckForm.pages[0];
    const faults = findFaults(page ? pageQuestions(page, {}, today) : [], {}, layOver(vi, en), 'en');
    expect(faults[0]?.text).toBe('Enter: keeper');
  });
});

describe('answers as they are saved', () => {
  test('text is NFC with single blanks, whatever the keyboard composed', () => {
    const decomposed = '  Nguyễn   Thị Hoà '.normalize('NFD');
    expect(finishAnswers(duckForm, { keeper: decomposed }, today)).toEqual({ keeper: 'Nguyễn Thị Hoà' });
  });

  test('numbers are numbers, half a date is nothing, a question no longer asked is dropped', () => {
    const answers = {
      count: '7',
      layers: false,
      eggs: '12',
      since: { day: '5', month: '', year: '', unknown: 'none' },
    };
    expect(finishAnswers(duckForm, answers, today)).toEqual({ count: 7, layers: false });
  });

  test('what stood in a question and was emptied is told as empty; what nobody touched is not told at all', () => {
    const [page] = duckForm.pages;
    const questions = (page?.questions ?? []).map((question) => ({ ...question, startsAs: { path: 'keeper' } }));
    const editForm = { ...duckForm, pages: [{ key: 'flock', title: duckForm.title, questions }] };
    expect(finishAnswers(editForm, { keeper: ' ', count: null }, today)).toEqual({ keeper: null, count: null });
    expect(finishAnswers(editForm, {}, today)).toEqual({});
    expect(finishAnswers(duckForm, { keeper: ' ' }, today)).toEqual({});
  });

  test('a default that belongs to no question stays', () => {
    expect(finishAnswers(duckForm, { place: 'village-1' }, today)).toEqual({ place: 'village-1' });
  });

  test('a field is found on its page', () => {
    expect(pageOf(duckForm, 'since')).toBe(1);
    expect(pageOf(duckForm, 'geese')).toBe(-1);
  });
});
