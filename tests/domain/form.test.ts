import { expect, test } from 'vitest';
import { problems, visibleQuestions } from '../../src/domain/form/answers.ts';
import { writesOf } from '../../src/domain/form/writes.ts';
import { bees, swarmForm } from './beehive.ts';

const answers = { old: 'h1', name: ' Mai  Vàng ', date: '2026-05-01', breed: 'gold', frames: 5 };
const scope = { ...answers, old: { id: 'h1', yard: 'hill' }, today: '2026-05-02' };
const context = { records: bees.records, scope, asked: ['old'] };

const asked = (breed: string) =>
  swarmForm.pages.flatMap((page) => visibleQuestions(page, { breed })).map(({ field }) => field.key);

test('a question is asked only where its condition holds', () => {
  expect(asked('gold')).toEqual(['old', 'name', 'date', 'breed', 'frames']);
  expect(asked('dark')).toEqual(['old', 'name', 'date', 'breed']);
});

test('blanks and impossible answers stand in the way, in the order asked; what is not asked does not', () => {
  expect(problems(swarmForm, { breed: 'gold', date: '2026-02-30' })).toEqual([
    { field: 'old', why: 'missing' },
    { field: 'date', why: 'impossible_date' },
    { field: 'frames', why: 'missing' },
  ]);
  expect(problems(swarmForm, { old: 'h1', date: '2026-05-01', breed: 'dark' })).toEqual([]);
});

test('saving writes a new hive and the swarm that made it, linked by name', () => {
  expect(writesOf(swarmForm, answers, context)).toEqual([
    {
      name: 'young',
      kind: 'hive',
      nature: 'state',
      fields: { name: 'Mai Vàng', since: '2026-05-01', breed: 'gold', frames: 5 },
      links: {},
    },
    {
      name: 'swarm',
      kind: 'swarm',
      nature: 'fact',
      fields: { date: '2026-05-01', old: 'h1', yard: 'hill', seen: ['old'] },
      links: { young: 'young' },
    },
  ]);
});

test('a blank is left out or takes what the form says instead, and an answer to a question no longer asked is dropped', () => {
  const dark = { ...answers, name: '', breed: 'dark' };
  const [young] = writesOf(swarmForm, dark, { ...context, scope: { ...scope, ...dark, old: scope.old } });
  expect(young?.fields).toEqual({ name: 'Không tên', since: '2026-05-01', breed: 'dark' });
});

test('answers that still have problems are never written', () => {
  expect(() => writesOf(swarmForm, { ...answers, date: '2026-02-31' }, context)).toThrow('impossible_date');
});
