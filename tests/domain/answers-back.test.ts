import { expect, test } from 'vitest';
import { answersBack } from '../../src/domain/form/answers-back.ts';
import type { FormDefinition } from '../../src/domain/form/form.ts';
import type { ToldRecord } from '../../src/domain/form/told-pairs.ts';
import { writesOf } from '../../src/domain/form/writes.ts';
import { bees, swarmForm } from './beehive.ts';

const scope = { old: { id: 'h1', yard: 'hill' }, today: '2026-05-02' };

/** What a form wrote, as records of the book. */
function written(form: FormDefinition, answers: { readonly [field: string]: string | number }) {
  const writes = writesOf(form, answers, { records: bees.records, scope: { ...answers, ...scope }, asked: [] });
  const idOf = (name: string): string => `id-of-${name}`;
  return new Map<string, ToldRecord>(
    writes.map(({ name, kind, fields, links }) => {
      const linked = Object.entries(links).map(([field, made]) => [field, idOf(made)] as const);
      return [idOf(name), { kind, fields: { ...fields, ...Object.fromEntries(linked) } }];
    }),
  );
}

test('a swarm is read back into the answers it was written from, those of the new hive too', () => {
  const answers = { old: 'h1', name: 'Mai Vàng', date: '2026-05-01', breed: 'gold', frames: 5 };
  const records = written(swarmForm, answers);
  const fact = records.get('id-of-swarm');
  expect(fact && answersBack([swarmForm], [fact], (id) => records.get(id))).toEqual({ form: swarmForm, answers });
});

test('a fact that no form writes has no way back', () => {
  const get = () => undefined;
  expect(answersBack([swarmForm], [{ kind: 'loss', fields: {} }], get)).toBeUndefined();
});

test('two forms of one kind of fact are told apart by what they always say', () => {
  const sell: FormDefinition = { ...swarmForm, key: 'sell', writes: [lossWrite('sold')] };
  const burn: FormDefinition = { ...swarmForm, key: 'burn', writes: [lossWrite('burnt')] };
  const fact = { kind: 'loss', fields: { hive: 'h1', why: 'burnt' } };
  expect(answersBack([sell, burn], [fact], () => undefined)).toEqual({ form: burn, answers: { old: 'h1' } });
});

test('what was put onto standing records is not read back', () => {
  const edit: FormDefinition = { ...swarmForm, writes: [{ ...lossWrite('sold'), onto: { field: 'old' } }] };
  expect(answersBack([edit], [{ kind: 'loss', fields: { hive: 'h1', why: 'sold' } }], () => undefined)).toBeUndefined();
});

test('an act of several facts is read back only into a form that writes all of them', () => {
  const both: FormDefinition = { ...swarmForm, key: 'both', writes: [lossWrite('sold'), lossWrite('burnt')] };
  const sell: FormDefinition = { ...swarmForm, key: 'sell', writes: [lossWrite('sold')] };
  const facts = ['burnt', 'sold'].map((why) => ({ kind: 'loss', fields: { hive: 'h1', why } }));
  expect(answersBack([sell, both], facts, () => undefined)?.form.key).toBe('both');
  expect(answersBack([sell], [...facts, ...facts], () => undefined)).toBeUndefined();
});

test('what was told of a changed value beside the fact is no hindrance', () => {
  const changes = { kind: 'told', names: { field: 'field', old: 'old', new: 'new' }, values: {} };
  const put = { name: 'put', kind: 'hive', onto: { field: 'old' }, values: {}, changes };
  const sell: FormDefinition = { ...swarmForm, key: 'sell', writes: [lossWrite('sold'), put] };
  const facts = [
    { kind: 'loss', fields: { hive: 'h1', why: 'sold' } },
    { kind: 'told', fields: { field: 'name' } },
  ];
  expect(answersBack([sell], facts, () => undefined)).toEqual({ form: sell, answers: { old: 'h1' } });
  expect(answersBack([sell], facts.slice(1), () => undefined)).toBeUndefined();
});

function lossWrite(why: string): FormDefinition['writes'][number] {
  return { name: 'loss', kind: 'loss', values: { hive: { field: 'old' }, why: { value: why } } };
}
