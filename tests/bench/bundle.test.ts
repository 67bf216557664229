import { describe, expect, test } from 'vitest';
import { missed, missedSizes, missedSpeed, readBudgets } from '../../bench/budgets.ts';
import { builtParts, measureBundle } from '../../bench/bundle.ts';
import { spread } from '../../bench/statistics.ts';

const budgets = readBudgets();

describe('what a phone must fetch over a slow line', () => {
  test('the built app keeps within every bar of size', () => {
    expect(missedSizes(measureBundle(), budgets.size)).toEqual([]);
  });

  test('something was weighed: an app of no bytes would keep every bar', () => {
    for (const weight of Object.values(measureBundle())) expect(weight).toBeGreaterThan(1);
  });

  test('the bars are those of the plan; the worker has one of its own', () => {
    expect(budgets.size).toEqual({
      firstScreenJsGzipKiB: 100,
      cssGzipKiB: 12,
      lazyChunkGzipKiB: 50,
      workerGzipKiB: 168,
      precacheGzipKiB: 450,
    });
  });

  test('no part starts a worker of a blob address: the security policy lets none run', () => {
    const parts = builtParts();
    expect(parts.filter(({ text }) => text.includes('new Worker(')).length).toBeGreaterThan(0);
    const own = parts.filter(({ text }) => text.includes('new Worker(') && text.includes('createObjectURL('));
    expect(own.map(({ path }) => path)).toEqual([]);
  });

  test('one byte too many is named', () => {
    const sizes = { ...budgets.size, cssGzipKiB: budgets.size.cssGzipKiB + 0.1 };
    expect(missedSizes(sizes, budgets.size)).toEqual(['CSS 12.1 (bar 12)']);
  });
});

describe('how a figure is judged', () => {
  test('middle and tail of thirty repeats', () => {
    const repeats = Array.from({ length: 30 }, (_, place) => 30 - place);
    expect(spread(repeats)).toEqual({ median: 16, p95: 29, runs: 30 });
  });

  test('a median within its bar does not excuse a slow tail', () => {
    const slow = { median: 1_800, p95: 2_600, runs: 30 };
    expect(missedSpeed('unlock', { median: 1_900, p95: 2_500 }, slow)).toEqual(['unlock p95 2600 (bar 2500)']);
  });

  test('what was not measured counts as missed', () => {
    expect(missedSpeed('save', { p95: 120 }, spread([]))).toEqual(['save p95 NaN (bar 120)']);
    expect(missed('memory MB', 50, Number.NaN)).toEqual(['memory MB NaN (bar 50)']);
  });
});
