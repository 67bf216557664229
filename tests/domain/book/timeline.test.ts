import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Change,
  closingState,
  compareMoments,
  dayState,
  type Moment,
  makeTimeline,
  stateAfter,
} from '../../../src/domain/book/timeline.ts';
import type { DayPhase } from '../../../src/domain/record.ts';

const at = (date: string, phase: DayPhase, ms = 0, op = 'a.1'): Moment => ({ date, phase, written: [ms, 0], op });
const change = (moment: Moment, yard: string): Change => ({ at: moment, set: { yard } });

test('before the first fact stand the opening values, after it what it set, from that day on', () => {
  const timeline = makeTimeline({ yard: 'home', life: 'strong' }, [change(at('2026-05-10', 'change'), 'hill')]);
  expect(dayState(timeline, '2026-05-09')).toEqual({ yard: 'home', life: 'strong' });
  expect(dayState(timeline, '2026-05-10')).toEqual({ yard: 'hill', life: 'strong' });
  expect(closingState(timeline)).toEqual({ yard: 'hill', life: 'strong' });
});

test('a record that a fact makes has no values before it', () => {
  const timeline = makeTimeline({}, [change(at('2026-05-10', 'first'), 'hill')]);
  expect(dayState(timeline, '2026-05-09')).toEqual({});
});

test('within a day arrivals come first, then changes as written, then departures, however they were written', () => {
  const changes = [
    change(at('2026-05-10', 'last', 1), 'gone'),
    change(at('2026-05-10', 'change', 5), 'second'),
    change(at('2026-05-10', 'change', 4), 'first'),
    change(at('2026-05-10', 'first', 9), 'arrived'),
  ];
  const { steps } = makeTimeline({}, changes);
  expect(steps.map(({ state }) => state.yard)).toEqual(['arrived', 'first', 'second', 'gone']);
});

test('facts written at the same moment are told apart by their op', () => {
  const changes = [
    change(at('2026-05-10', 'change', 1, 'b.1'), 'b'),
    change(at('2026-05-10', 'change', 1, 'a.9'), 'a'),
  ];
  expect(closingState(makeTimeline({}, changes))).toEqual({ yard: 'b' });
});

test('after a fact means after those before it on its day, and before the later ones', () => {
  const moments = [at('2026-05-10', 'first'), at('2026-05-10', 'change', 3), at('2026-05-10', 'last')];
  const timeline = makeTimeline({ yard: 'home' }, [
    change(at('2026-05-10', 'first', 0, 'a.0'), 'arrived'),
    change(at('2026-05-10', 'change', 4), 'moved'),
  ]);
  expect(moments.map((moment) => stateAfter(timeline, moment).yard)).toEqual(['arrived', 'arrived', 'moved']);
});

const anyMoment: fc.Arbitrary<Moment> = fc.record({
  date: fc.constantFrom('2026-05-09', '2026-05-10', '2026-05-11'),
  phase: fc.constantFrom('first' as const, 'change' as const, 'last' as const),
  written: fc.tuple(fc.nat(2), fc.nat(1)),
  op: fc.nat(9).map((seq) => `d.${seq}`),
});

test('the order of moments is total, and the order of arrival never shows', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyMoment, { selector: ({ op }) => op, maxLength: 8 }), fc.nat(), (moments, turn) => {
      const changes = moments.map((moment, index) => change(moment, `yard ${index}`));
      const shift = turn % Math.max(1, changes.length);
      const turned = [...changes.slice(shift), ...changes.slice(0, shift)].reverse();
      expect(makeTimeline({}, turned)).toEqual(makeTimeline({}, changes));
      for (const [a, b] of moments.slice(1).map((moment, index) => [moments[index] ?? moment, moment] as const)) {
        expect(Math.sign(compareMoments(a, b))).toBe(-Math.sign(compareMoments(b, a)));
      }
    }),
  );
});
