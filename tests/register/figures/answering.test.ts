import { expect, test } from 'vitest';
import type { Closing } from '../../../src/domain/figure/closing/closing.ts';
import { answeringFor } from '../../../src/register/figures/due/answering.ts';
import { createPlaces } from '../../../src/register/places.ts';

/* Two communes became one on 25 November 2026: who answers for which month. */

const unit = (id: string, parent: string | null, validFrom: string, validTo = '') =>
  ({ id, level: 'commune', kind: 'commune', code: id, name: id, parent, validFrom, validTo }) as const;
const places = createPlaces([
  unit('new', null, '2026-11-25'),
  unit('one', 'new', '2025-07-01', '2026-11-24'),
  unit('other', 'new', '2025-07-01', '2026-11-24'),
]);
const october = { text: '2026-10', last: '2026-10-31' };
const november = { text: '2026-11', last: '2026-11-30' };

const closing = (place: string, period: string): Closing => ({
  ...{ id: `${place} ${period}`, form: '01-DSX', period, place, version: 1, isLatest: true, date: '2026-12-01' },
  ...{ author: 'Lan', standing: 'confirmed', state: 'submitted', hash: '' },
  doubts: { slips: 0, waiting: 0, drafts: 0, disagreements: 0, incomplete: 0, failed: 0, odd: 0, goods: 0 },
});
const who = (period: typeof october, ...closings: readonly Closing[]) =>
  answeringFor(places, closings, '01-DSX', period).map((one) => `${one.unit.id} ${one.closing?.id ?? '-'}`);

test('a month that ended before is the old communes’, the month of the merger the new one’s', () => {
  expect(who(october)).toEqual(['one -', 'other -']);
  expect(who(november)).toEqual(['new -']);
  expect(who(october, closing('other', '2026-10'))).toEqual(['one -', 'other other 2026-10']);
});

test('what the old ones handed in before anybody told of the merger still counts', () => {
  expect(who(november, closing('one', '2026-11'))).toEqual(['one one 2026-11', 'other -']);
  expect(who(november, closing('one', '2026-10'))).toEqual(['new -']);
});

test('once the new one has answered, it has for all', () => {
  const own = closing('new', '2026-10');
  expect(who(october, closing('one', '2026-10'), own)).toEqual(['new new 2026-10']);
});
