import { expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import { reportNamed } from '../../../src/domain/figure/report.ts';
import { hoaFamily, lodgers, openRegister, tell } from '../tale.ts';

/* A month's report is worked out before the officer opens it; she may open it in the middle, and write meanwhile. */

const month = '2026-11';
const states = [...hoaFamily, ...lodgers];
const birth = tell('birth', 'b1', { date: '2026-11-20', mother: 'p2', sex: 'female', order: 2 });
const death = tell('death', 'd1', { date: '2026-11-21', person: 'p1' });

function begin() {
  const register = openRegister(states);
  const report = reportNamed(catalogue.reports, '01-DSX', month);
  if (report === undefined) throw new Error('a month has its report');
  return { register, walk: register.foresee([report]) };
}

test('opened at any moment of it, and changed at any moment before, it says what it says to whoever opens it afresh', () => {
  const fresh = openRegister([...states, birth, death]).report('01-DSX', month, 'u-c');
  for (let steps = 0; ; steps += 1) {
    const { register, walk } = begin();
    const isDone = walk.advance(steps);
    register.apply([birth]);
    walk.advance(1);
    register.apply([death]);
    expect(register.report('01-DSX', month, 'u-c')).toEqual(fresh);
    // Nothing is left to look at once somebody has read it.
    expect(walk.advance(1)).toBe(true);
    if (isDone) break;
  }
});

test('what changes behind it is looked at in the next stretches, and by whoever reads it before', () => {
  const fresh = openRegister([...states, birth, death]).report('01-DSX', month, 'u-c');
  const { register, walk } = begin();
  expect(walk.advance(Number.POSITIVE_INFINITY)).toBe(true);
  register.apply([birth, death]);
  const again = register.foresee([reportNamed(catalogue.reports, '01-DSX', month)].flatMap((report) => report ?? []));
  expect([again.isNew, again.advance(1)]).toEqual([false, false]);
  const cases = register.cases('01-DSX', 'deaths', month, 'u-c').map(({ record }) => record);
  expect(cases).toEqual(['d1']);
  expect(register.report('01-DSX', month, 'u-c')).toEqual(fresh);
  expect(again.advance(1)).toBe(true);
});
