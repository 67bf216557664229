import { expect, test } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import { readPeriod } from '../../src/domain/calendar/period.ts';
import { evaluate, indicatorOf } from '../../src/domain/figure/indicator.ts';
import type { Standing } from '../../src/register/answers.ts';
import { createHeldBook } from '../../src/register/held-book.ts';
import { record } from '../domain/beehive.ts';

/** A wedding of 15 November, told on two phones; what she told first came back to be mended. */
function marriedPersons(first: Standing) {
  const book = createHeldBook(catalogue);
  const hold = (standing: Standing, held: ReturnType<typeof record>) =>
    book.replace(held.id, { ...held, standing, author: 'u1' });
  const lives = { household: 'h', residence: 'usual_present', status: 'active' };
  hold('confirmed', record('household', 'h', { number: 1, kind: 'family' }, 'v'));
  hold('confirmed', record('person', 'she', { sex: 'female', ...lives }));
  hold('confirmed', record('person', 'he', { sex: 'male', ...lives }));
  const wedding = { date: '2026-11-15', person: 'she', spouse: 'he' };
  hold(first, record('marriage', 'hers', wedding, '', [1, 0]));
  hold('confirmed', record('marriage', 'his', wedding, '', [2, 0]));
  const month = readPeriod('2026-11');
  if (!month.ok) throw new Error(month.error);
  const { cases } = evaluate(
    indicatorOf(catalogue.indicators, 'married_persons'),
    book.counted,
    month.value,
    new Set(['v']),
  );
  return cases.map((one) => [one.record, one.subject]);
}

test('of a wedding written twice the first counts; one that was sent back hides none that stands', () => {
  expect(marriedPersons('confirmed')).toEqual([
    ['hers', 'she'],
    ['hers', 'he'],
  ]);
  expect(marriedPersons('mending')).toEqual([
    ['his', 'she'],
    ['his', 'he'],
  ]);
});
