import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import { readPeriod } from '../../../src/domain/calendar/period.ts';
import { formFor, type ReportTable } from '../../../src/domain/figure/report.ts';
import { frozenReport, standingReport } from '../../../src/register/figures/closing/frozen-report.ts';
import { typedBeside } from '../../../src/register/figures/meeting/typed-beside.ts';
import type { StandingState } from '../../../src/register/register.ts';
import { birth, hoaFamily, openRegister, tell } from '../tale.ts';
import { freezeIn } from './freeze-in.ts';

/*
 * The commune began its book in February 2026. Of the time before there is paper: what was typed from it stands beside
 * what the book counts, and never in its place.
 */

let told = 0;
function typed(period: string, indicator: string, value: number, form = '01-DSX'): StandingState {
  told += 1;
  return tell(
    'typed_figure',
    `t${String(told).padStart(3, '0')}`,
    { form, period, indicator, value },
    { place: 'u-c' },
  );
}

const facts = [
  ...hoaFamily,
  ...birth('b1', { date: '2026-11-20', mother: 'p2', fullName: 'An' }),
  ...birth('b2', { date: '2026-02-10', mother: 'p2', fullName: 'Bình', sex: 'male' }),
];

function beside(text: string, states: readonly StandingState[], key = 'births') {
  const period = readPeriod(text);
  const form = period.ok ? formFor(catalogue.reports, period.value) : undefined;
  if (!period.ok || form === undefined) throw new Error(text);
  const register = openRegister([...facts, ...states]);
  return typedBeside(register, form, period.value, 'u-c').find((line) => line.key === key);
}

describe('last year', () => {
  test('is what was typed, where the book has nothing of that time', () => {
    const november = typed('2025-11', 'births', 9);
    expect(beside('2026-11', [november])).toEqual({ key: 'births', lastYear: 9, source: '2025-11' });
    expect(beside('2026-11', [november], 'deaths')).toBeUndefined();
  });

  test('of a quarter adds up its months, and is unknown while one is missing', () => {
    const months = ['2025-10', '2025-11', '2025-12'].map((month, at) => typed(month, 'births', at + 1));
    expect(beside('2026-Q4', months)).toMatchObject({ lastYear: 6, source: '2025-10' });
    expect(beside('2026-Q4', months.slice(1))).toBeUndefined();
  });

  test('of a quarter typed as a quarter is that', () => {
    const states = [typed('2025-Q4', 'births', 30, '02-DSX'), typed('2025-10', 'births', 1)];
    expect(beside('2026-Q4', states)).toMatchObject({ lastYear: 30, source: '2025-Q4' });
  });

  test('of a state is its last month, and nothing is added up', () => {
    const months = ['2025-10', '2025-11', '2025-12'].map((month, at) => typed(month, 'pop_end', 1000 + at));
    expect(beside('2026-Q4', months, 'pop_end')).toMatchObject({ lastYear: 1002 });
  });
});

describe('since January', () => {
  const births = (text: string, states: readonly StandingState[]) =>
    openRegister([...facts, ...states])
      .report('01-DSX', text, 'u-c')
      .rows.find(({ key }) => key === 'births')?.withPaper;

  test('joins the typed months to those that the book counts', () => {
    expect(births('2026-11', [typed('2026-01', 'births', 4)])).toEqual({ cumulative: 6, source: '2026-01' });
  });

  test('no typed number replaces what the book counts, not even of a quiet month after its beginning', () => {
    const states = [typed('2026-02', 'births', 50), typed('2026-06', 'births', 50), typed('2026-11', 'births', 50)];
    expect(births('2026-11', states)).toBeUndefined();
  });

  test('a quiet January of a book that began the year before is a quiet January', () => {
    const before = birth('b0', { date: '2025-12-20', mother: 'p2', fullName: 'Chị' });
    expect(births('2026-11', [...before, typed('2026-01', 'births', 4)])).toBeUndefined();
  });

  describe('of a book that began in June, with January to May on paper', () => {
    const paper = ['01', '02', '03', '04', '05'].map((month) => typed(`2026-${month}`, 'births', 12));
    const on = (day: string) => ({ stamp: [Date.parse(`${day}T09:00:00+07:00`), 0] as const });
    const june = birth('b6', { date: '2026-06-10', mother: 'p2', fullName: 'Bình' }, on('2026-06-12'));
    const year = (period: string, ...states: readonly StandingState[]) =>
      openRegister([...hoaFamily, ...paper, ...june, ...states])
        .report('01-DSX', period, 'u-c')
        .rows.find(({ key }) => key === 'births')?.withPaper;

    test.each(['2025-12-20', '2026-03-08'])('a death of %s that is written in July takes no paper away', (date) => {
      const late = tell('death', 'd1', { date, person: 'p3' }, on('2026-07-03'));
      expect(year('2026-07', late)).toEqual({ cumulative: 61, source: '2026-01' });
    });

    test('nor do events of old that came with the lists of the day it began', () => {
      const old = ['2024-02-01', '2026-02-01'].flatMap((date) =>
        birth(`b${date}`, { date, mother: 'p2', fullName: 'Chị' }, on('2026-06-01')),
      );
      expect(year('2026-07', ...old)).toEqual({ cumulative: 61, source: '2026-01' });
    });

    test('a month whose numbers were taken away again is one that nobody typed', () => {
      const died = tell('death', 'd1', { date: '2026-02-08', person: 'p3' }, on('2026-03-03'));
      const [january] = paper;
      if (january === undefined) throw new Error('nothing typed');
      const fields = { form: '01-DSX', period: '2026-02', indicator: 'births', value: null };
      const blank = tell('typed_figure', 't0', fields, { place: 'u-c' });
      const { rows } = openRegister([...hoaFamily, ...june, died, january, blank]).report('01-DSX', '2026-07', 'u-c');
      expect(rows.find(({ key }) => key === 'births')?.withPaper).toEqual({ cumulative: 13, source: '2026-01' });
    });

    test('what was written in January shows that it was there', () => {
      const early = tell('death', 'd1', { date: '2025-12-20', person: 'p3' }, on('2026-01-04'));
      expect(year('2026-07', early)).toBeUndefined();
    });

    test('last year’s quarter stays what was typed, too', () => {
      const late = birth('b0', { date: '2025-11-20', mother: 'p2', fullName: 'Chị' }, on('2026-07-03'));
      const quarter = typed('2025-Q4', 'births', 30, '02-DSX');
      expect(beside('2026-Q4', [quarter, ...late])).toMatchObject({ lastYear: 30, source: '2025-Q4' });
    });
  });

  test('a year back needs all its months', () => {
    const months = Array.from({ length: 11 }, (_, at) => typed(`2025-${String(at + 1).padStart(2, '0')}`, 'births', 2));
    expect(births('2025-11', months)).toEqual({ cumulative: 22, source: '2025-01' });
    expect(births('2025-11', months.slice(1))).toBeUndefined();
  });
});

test('a number that was typed twice on two devices is one, a blank one is none', () => {
  const [first, second] = [typed('2025-11', 'births', 9), typed('2025-11', 'births', 8)];
  expect(beside('2026-11', [second, first])).toMatchObject({ lastYear: 9 });
  const blank = tell(
    'typed_figure',
    't0',
    { form: '01-DSX', period: '2025-11', indicator: 'births' },
    { place: 'u-c' },
  );
  expect(beside('2026-11', [first, blank])).toBeUndefined();
});

describe('the report itself', () => {
  const rowOf = ({ rows }: ReportTable, key = 'births') => rows.find((row) => row.key === key);

  test('counts the book, and says beside it what the year comes to with January’s paper', () => {
    const register = openRegister([...facts, typed('2026-01', 'births', 4), typed('2026-11', 'births', 4)]);
    const table = register.report('01-DSX', '2026-11', 'u-c');
    const births = { value: 1, cumulative: 2, withPaper: { cumulative: 6, source: '2026-01' } };
    expect(rowOf(table)).toMatchObject(births);
    expect(rowOf(table, 'births_m')).not.toHaveProperty('withPaper');
    // A village's paper was never typed: the commune's is not its own.
    const village = register.report('01-DSX', '2026-11', 'u-v1');
    expect(rowOf(village)).not.toHaveProperty('withPaper');
  });

  test('with February’s paper too says nothing of a January that nobody typed', () => {
    const register = openRegister([...facts.slice(0, -2), typed('2026-02', 'births', 4)]);
    expect(rowOf(register.report('01-DSX', '2026-11', 'u-c'))).not.toHaveProperty('withPaper');
  });

  test('frozen keeps what was typed then, whatever is mended on paper afterwards, and stays equal to the hub’s', () => {
    const january = typed('2026-01', 'births', 4);
    const register = openRegister([...facts, january]);
    const id = freezeIn(register, '01-DSX', '2026-10', 'u-c');
    const mended = tell(
      'typed_figure',
      january.state.id,
      { form: '01-DSX', period: '2026-01', indicator: 'births', value: 9 },
      { place: 'u-c' },
    );
    register.apply([mended]);
    const now = register.report('01-DSX', '2026-10', 'u-c');
    expect(rowOf(now)?.withPaper?.cumulative).toBe(10);
    const frozen = frozenReport(register, id, { nameOf: () => undefined, causeOf: () => undefined });
    expect(frozen && rowOf(frozen.table)?.withPaper).toEqual({ cumulative: 5, source: '2026-01' });
    expect(frozen?.changes).toEqual([]);
    // What leaves as a file is what was frozen.
    const standing = standingReport(register, { form: '01-DSX', period: '2026-10', place: 'u-c' });
    expect(standing?.table).toEqual(frozen?.table);
  });
});
