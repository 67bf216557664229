import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Register, StandingState } from '../../src/register/register.ts';
import { openRegister } from '../register/tale.ts';
import { anyHistory, anyStanding, figures, foreseen, state } from './any-history.ts';

/*
 * The same laws through the register that phone and hub hold: facts that wait or were sent back, facts taken back after
 * they were counted, records of one person joined and parted again, all heard of in any order.
 */

const numRuns = Number(process.env.BALANCE_CASES ?? 1_500) / 10;

/** One by one; reports are read, or begun to be worked out before anybody asks and broken off, between any two of them. */
function hear(register: Register, states: readonly StandingState[], draw: () => number): void {
  let walk: ReturnType<Register['foresee']> | undefined;
  for (const one of states) {
    register.apply([one]);
    if (draw() % 4 === 0) figures(register);
    if (draw() % 2 === 0) walk = register.foresee(foreseen.slice(draw() % foreseen.length));
    walk?.advance(draw() % 3);
  }
}

test('however it was heard of, joined, sent back or taken back, the commune closes and its villages sum to it', () => {
  fc.assert(
    fc.property(anyHistory, fc.infiniteStream(anyStanding), fc.infiniteStream(fc.nat()), (records, standings, luck) => {
      const draw = () => luck.next().value ?? 0;
      const told = records.map((one) =>
        state(one, 'date' in one.fields ? (standings.next().value ?? 'waiting') : 'confirmed'),
      );
      const shuffled = told.map((one) => [draw(), one] as const).sort(([a], [b]) => a - b);
      const register = openRegister();
      hear(
        register,
        shuffled.map(([, one]) => one),
        draw,
      );
      const undone = records.filter(({ fields }) => 'date' in fields && draw() % 6 === 0);
      register.apply(undone.map((one) => state(one, 'confirmed', true)));
      const now = figures(register);
      const gone = new Set(undone.map(({ id }) => id));
      expect(now).toEqual(figures(openRegister(told.filter((one) => !gone.has(one.state.id)))));
      let before: number | undefined;
      for (const month of now) {
        const value = new Map(month.map(([, key, commune]) => [key, commune ?? Number.NaN]));
        const of = (key: string) => value.get(key) ?? Number.NaN;
        for (const [, key, commune, villages] of month) {
          expect([key, villages.reduce((sum, one) => sum + one, 0)]).toEqual([key, commune]);
        }
        const change =
          of('births') + of('move_in') + of('review_add') - of('deaths') - of('move_out') - of('review_remove');
        if (before !== undefined) expect(of('pop_end')).toBe(before + change);
        before = of('pop_end');
      }
    }),
    { numRuns },
  );
});
