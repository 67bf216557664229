import { expect, test } from 'vitest';
import type { Finding } from '../../../src/domain/form/check.ts';
import { saveMany } from '../../../src/features/event/many/save-many.ts';
import { makeMemoryPhone } from '../memory/memory-phone.ts';

const people = Array.from({ length: 600 }, (_, index) => `p${index}`);
const many = { form: 'elder_check', subject: 'person', place: 'v1', answers: { date: '2026-11-20' }, asked: [] };

/** A phone that records whatever it is given, and finds what it is told to. */
function phoneFinding(found: readonly Finding[]) {
  const portions: number[] = [];
  const { phone } = makeMemoryPhone();
  const recording = {
    ...phone,
    check: async () => found,
    record: async (_form: string, _place: string, answers: { readonly [field: string]: unknown }) => {
      const list = answers.person;
      portions.push(Array.isArray(list) ? list.length : 0);
      return { ok: true, value: { transaction: `t${portions.length}`, records: [] } } as const;
    },
  };
  return { phone: recording, portions };
}

const doubt: Finding = { check: 'odd', strength: 'ask', field: 'date', message: { vi: 'Đúng không?' } };

test('six hundred people are a few transactions, each told when it is done', async () => {
  const { phone, portions } = phoneFinding([]);
  const told: number[] = [];
  const saved = await saveMany(phone, { ...many, people }, (done) => told.push(done));
  expect(saved).toEqual({ transactions: ['t1', 't2', 't3'], findings: [] });
  expect(portions.reduce((sum, size) => sum + size, 0)).toBe(600);
  expect(told.at(-1)).toBe(600);
});

test('all are judged before the first is written; what was answered yes does not stop', async () => {
  const { phone, portions } = phoneFinding([doubt]);
  expect((await saveMany(phone, { ...many, people }, () => undefined)).findings).toEqual([doubt]);
  expect(portions).toEqual([]);
  const sure = await saveMany(phone, { ...many, people: people.slice(0, 3), asked: ['odd'] }, () => undefined);
  expect(sure.transactions).toEqual(['t1']);
});
