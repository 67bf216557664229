import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBudgets } from '../../bench/budgets.ts';
import { countCommune } from '../../bench/measure/commune-size.ts';
import { inventedRecords } from '../../bench/peers/invented-records.ts';
import { missedBySync } from '../../bench/sync/describe-sync.ts';
import { type Line, openLine, sumTraffic } from '../../bench/sync/line.ts';
import type { SyncFigures } from '../../bench/sync/sync-figures.ts';

describe('a slow line between a phone and its hub', () => {
  const large = 60_000;
  const server = createServer((_, response) => response.end('x'.repeat(large)));
  let line: Line;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    line = await openLine((server.address() as AddressInfo).port);
  });
  afterAll(() => {
    line.end();
    server.closeAllConnections();
    server.close();
  });

  const ask = async (path: string, body?: string) => {
    const init = body === undefined ? {} : { method: 'POST', body };
    return (await (await fetch(`${line.address}${path}`, init)).text()).length;
  };

  test('every byte is counted under the request that it belongs to, headers and all', async () => {
    const envelope = `SDS1..{"v":1,${'y'.repeat(9_900)}`;
    expect(await ask('/sync/envelopes', envelope + envelope)).toBe(large);
    await ask('/assets/app.js');
    await ask('/sync/changes');
    const { requests, envelopes, up, down } = sumTraffic(line.take('/sync/'));
    expect([requests, envelopes]).toEqual([2, 2]);
    expect(up).toBeGreaterThan(20_000);
    expect(up).toBeLessThan(22_000);
    expect(down).toBeGreaterThan(2 * large);
    expect(down).toBeLessThan(2 * large + 2_000);
    expect(line.take('/')).toEqual([]);
  });

  test('two downloads share its speed', async () => {
    line.setSpeed(400_000);
    const begun = performance.now();
    await Promise.all([ask('/one'), ask('/two')]);
    expect(performance.now() - begun).toBeGreaterThan(((2 * large) / 400_000) * 950);
    line.setSpeed(undefined);
  });

  test('cut, nothing arrives; mended, everything does', async () => {
    line.cut();
    await expect(ask('/sync/changes')).rejects.toThrow();
    line.mend();
    expect(await ask('/sync/changes')).toBe(large);
  });
});

test('the peers are given the very records that the commune of the bench holds', () => {
  const records = inventedRecords(300);
  const { people, records: all } = countCommune(300);
  expect(records.length).toBe(all);
  expect(records.filter(({ kind }) => kind === 'person').length).toBe(people);
  expect(new Set(records.map(({ id }) => id)).size).toBe(all);
});

describe('how a sync is judged', () => {
  const traffic = { requests: 1, envelopes: 0, up: 900, down: 1_000 };
  const sending = { ...traffic, ops: 1_500, sealedIn: 1_500, envelopes: 3, up: 90_000, ms: 2_000 };
  const good: SyncFigures = {
    people: 12_000,
    size: { people: 13_735, facts: 1, records: 1 },
    isLimited: true,
    load: 1,
    loopMs: { median: 100, p95: 110, runs: 5 },
    freshMs: { median: 20, p95: 30, runs: 5 },
    firstLoad: { ...traffic, down: 800_000, beforeMs: 9_000, ownVillageMs: 2_000, lastByteMs: 5_000, allMs: 6_000 },
    nothingNew: { ...traffic, ms: 9_000 },
    unlocked: sending,
    locked: { ...sending, up: 1_050_000, envelopes: 1_500 },
    oneAct: sending,
  };
  const budgets = readBudgets();

  test('what keeps every bar is not named', () => {
    expect(missedBySync(good, budgets)).toEqual([]);
  });

  test('a second request, a fourth envelope and a slow village are', () => {
    const bad = {
      ...good,
      firstLoad: { ...good.firstLoad, ownVillageMs: 2_001 },
      nothingNew: { ...good.nothingNew, requests: 2 },
      unlocked: { ...sending, envelopes: 4 },
    };
    expect(missedBySync(bad, budgets)).toEqual([
      'sync, 12000 people: first load, own village ms 2001 (bar 2000)',
      'sync, 12000 people: nothing new, requests 2 (bar 1)',
      'sync, 12000 people: month up, open, envelopes 4 (bar 3)',
    ]);
  });

  test('the largest commune has more room', () => {
    const load = { ...good.firstLoad, down: 3_900_000, allMs: 24_000 };
    expect(missedBySync({ ...good, people: 60_000, firstLoad: load }, budgets)).toEqual([]);
    expect(missedBySync({ ...good, firstLoad: load }, budgets)).toHaveLength(2);
  });

  test('without the stand-in times are not judged, bytes are', () => {
    const slow = { ...good.firstLoad, allMs: 60_000, down: 900_000 };
    expect(missedBySync({ ...good, isLimited: false, firstLoad: slow }, budgets)).toEqual([
      'sync, 12000 people: first load MB 0.9 (bar 0.8)',
    ]);
  });
});
