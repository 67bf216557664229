import { expect, test } from 'vitest';
import type { ReportFigure } from '../../src/domain/figure/report.ts';
import { reportParts } from '../../src/ui/words/report-blocks.ts';
import { spellFigure } from '../../src/ui/words/spell-number.ts';

function figure(key: string, more: Partial<ReportFigure> = {}): ReportFigure {
  const words = { vi: key };
  const plain = { row: key, key, label: words, unit: words, decimals: 0, indent: 0, isLegal: true };
  return { ...plain, value: 1, cumulative: 1, waiting: 0, ...more };
}

const people = { vi: 'I. Hộ và nhân khẩu' };
const life = { vi: 'II. Sinh, chết' };
const aged = (age: string, sex: string) =>
  figure(`${sex} ${age}`, { part: people, cell: { table: 'age', line: { vi: age }, column: { vi: sex } } });

const figures = [
  figure('households', { part: people }),
  ...['0–4', '5–9'].flatMap((age) => ['men', 'women'].map((sex) => aged(age, sex))),
  figure('unknown', { part: people }),
  figure('size', { part: people, isLegal: false }),
  figure('births', { part: life }),
];

test('a form is drawn part by part: rows, a table of ages and sexes, rows again; ours behind a switch', () => {
  const drawn = (showsOwn: boolean) =>
    reportParts(figures, showsOwn).map(({ title, blocks }) => [
      title?.vi,
      ...blocks.map((block) =>
        block.is === 'rows'
          ? block.figures.map(({ key }) => key)
          : [block.columns.map(({ vi }) => vi), ...block.lines.map(({ label, cells }) => [label.vi, cells.length])],
      ),
    ]);
  expect(drawn(false)).toEqual([
    [
      people.vi,
      ['households'],
      [
        ['men', 'women'],
        ['0–4', 2],
        ['5–9', 2],
      ],
      ['unknown'],
    ],
    [life.vi, ['births']],
  ]);
  expect(drawn(true)[0]?.at(-1)).toEqual(['unknown', 'size']);
});

test('a form without parts is one', () => {
  expect(reportParts([figure('a'), figure('b')], false)).toMatchObject([{ blocks: [{ figures: [{}, {}] }] }]);
});

test('a figure has the decimals of its indicator, shortened as the form says; what does not exist is a dash', () => {
  const spell = (value: number | null, decimals: number, rounding: 'half_up' | 'cut' = 'half_up') =>
    spellFigure(value, { decimals, rounding }, 'vi');
  expect([spell(1_521_441, 0), spell(13.53, 1), spell(12, 1), spell(125.45, 0, 'cut'), spell(null, 1)]).toEqual([
    '1.521.441',
    '13,5',
    '12,0',
    '125',
    '—',
  ]);
});
