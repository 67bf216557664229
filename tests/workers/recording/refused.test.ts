import { expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import { definitionOf } from '../../../src/domain/book/book.ts';
import { makeRulebook } from '../../../src/sync/hub/rulebook.ts';
import { hoaFamily, lodgers } from '../../register/tale.ts';
import { openDesk } from './clerk.ts';

/* What the hub would refuse for ever is never written: the phone asks the same rules before it saves. */

const commune = [...hoaFamily, ...lodgers];

test('a household with nothing typed is not saved: it needs a number, an address, or to be told that it has no number', async () => {
  const desk = openDesk(commune);
  expect(await desk.stopped('household_new', 'u-v1', { kind: 'family' })).toEqual(['household_unnamed']);
  expect(await desk.stopped('household_new', 'u-v1', { kind: 'family', isUnnumbered: false })).toEqual([
    'household_unnamed',
  ]);
  for (const named of [{ number: 77 }, { address: 'Xóm 3' }, { isUnnumbered: true }]) {
    const saved = await desk.record('household_new', 'u-v1', { kind: 'family', ...named });
    expect(saved.made('household')).toHaveLength(1);
  }
});

test('an empty household that waits in an outbox of before is taken by the hub; a nameless person is not', () => {
  const rules = makeRulebook(catalogue);
  const op = (kind: string) =>
    ({ d: 'd1', s: 5, at: [1, 0], u: 'u1', p: 'u-v1', k: kind, id: 'd1.5', tx: 5, of: 1, put: {} }) as const;
  expect(rules.check(op('household'))).toBeUndefined();
  expect(rules.check(op('person'))).toEqual({ code: 'schema', field: 'fullName' });
  expect(rules.check(op('birth'))).toEqual({ code: 'schema' });
});

test('a collaborator writes nothing at a village that is not hers; she is told whom to ask', async () => {
  const desk = openDesk(commune, 'collaborator');
  const leaving = { person: 'p3', date: '2026-11-20', toHousehold: 'h2', relation: 'other' };
  expect(await desk.stopped('move_internal', 'h1', leaving)).toEqual(['unacceptable']);
  expect(desk.now('p3', 'household')).toBe('h1');
});

test('a long note is told whole as it was and as it is', async () => {
  const desk = openDesk(commune);
  const { defaults } = desk.register.formContext('person_edit', 'h1', 'p3');
  await desk.record('person_edit', 'h1', { ...defaults, isCorrection: true, note: 'a'.repeat(300) });
  expect(desk.facts('change_info', 'p3')).toMatchObject([{ field: 'note', new: 'a'.repeat(300) }]);
});

test('whatever a change of information may tell has room in it', () => {
  const told = definitionOf(catalogue, 'change_info')?.fields.find(({ key }) => key === 'new')?.type;
  const room = told?.is === 'text' ? told.maxLength : 0;
  const texts = ['person', 'household'].flatMap((kind) => definitionOf(catalogue, kind)?.fields ?? []);
  for (const { type } of texts) if (type.is === 'text') expect(type.maxLength).toBeLessThanOrEqual(room);
});
