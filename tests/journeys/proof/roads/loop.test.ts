import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mostLoopBytes, writeFrames } from '../../../../src/formats/loop/frames.ts';
import { createGathering } from '../../../../src/formats/loop/gathering.ts';
import { fromUtf8 } from '../../../../src/sync/wire/bytes.ts';
import type { RoadAnswer } from '../../../../src/workers/api/road-api.ts';
import { engines } from '../../../server/engines.ts';
import { type JourneyHub, openCommune, villages } from '../../commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth } from '../../phone.ts';

/*
 * A collaborator who has been ten days without any network stands beside the officer: her work, sealed act by act, goes
 * from her screen to his camera, and what the hub said of it comes back the same way.
 */

const [village = ''] = villages;

describe.each(engines)('work goes as a loop of codes, on %s', (engine) => {
  let hub: JourneyHub;
  let officer: JourneyPhone;
  let collaborator: JourneyPhone;
  let households: readonly string[] = [];

  beforeAll(async () => {
    hub = await openCommune(engine);
    officer = await openPhone(hub, await hub.officerCode());
    collaborator = await openPhone(hub, await hub.collaboratorCode('001'));
    for (const phone of [officer, collaborator]) await phone.sync();
    households = fertileHouseholds(collaborator, village);
  });
  afterAll(() => hub?.close());

  /** Every second code is missed in the first round; a stranger's gets in between. */
  async function show(file: Uint8Array, to: JourneyPhone): Promise<RoadAnswer> {
    const frames = writeFrames(file);
    if (frames === undefined) throw new Error('too much for a loop');
    const { take } = createGathering();
    const seen = [...frames.filter((_, at) => at % 2 === 0), 'https://example.vn', ...[...frames].reverse()];
    for (const text of seen) {
      const gathered = take(text);
      if (gathered.is === 'whole') return to.roads().openRoadFile({ name: '', bytes: gathered.bytes });
    }
    throw new Error('the loop did not come through');
  }

  test('fifty ops, each sealed alone, fit; they arrive, and so do their answers', async () => {
    const [household = ''] = households;
    for (let number = 1; number <= 50; number++) await collaborator.edit(household, 'phone', `09000000${number + 10}`);
    const work = await collaborator.roads().waitingFile();
    if (work === undefined) throw new Error('fifty ops wait');
    expect(work.bytes.length).toBeLessThanOrEqual(mostLoopBytes);
    expect(await show(work.bytes, officer)).toEqual({ is: 'carried', fresh: 50, known: 0, broken: 0 });
    expect(await officer.sync()).toMatchObject({ is: 'done', waiting: 0, agreedAt: expect.any(Number) });

    const answers = await officer.roads().verdictFile(mostLoopBytes);
    if (answers === undefined) throw new Error('the hub answered');
    expect(answers.left).toBe(0);
    expect(await show(answers.bytes, collaborator)).toEqual({
      is: 'answered',
      acts: 50,
      refused: 0,
      waiting: 0,
      others: 0,
      again: 0,
    });
    expect(await collaborator.sync()).toMatchObject({ is: 'done', waiting: 0, agreedAt: expect.any(Number) });
  });

  test('more than a loop holds is no loop, and goes by file; of the answers the newest are shown', async () => {
    const [, household = ''] = households;
    await recordBirth(collaborator, household);
    for (let number = 0; number < 120; number++) await collaborator.edit(household, 'phone', `09000001${number + 100}`);
    const work = await collaborator.roads().waitingFile();
    if (work === undefined) throw new Error('121 acts wait');
    expect(writeFrames(work.bytes)).toBeUndefined();
    expect(await officer.roads().openRoadFile(work)).toMatchObject({ fresh: 121 });
    expect(await officer.sync()).toMatchObject({ is: 'done', waiting: 0 });
    await collaborator.edit(household, 'phone', '0912345678');
    const newest = await collaborator.roads().waitingFile();
    if (newest === undefined) throw new Error('an edit waits');
    expect(await officer.roads().openRoadFile(newest)).toMatchObject({ fresh: 1 });
    expect(await officer.sync()).toMatchObject({ is: 'done', waiting: 0 });

    const all = await officer.roads().verdictFile();
    const some = await officer.roads().verdictFile(mostLoopBytes);
    if (all === undefined || some === undefined) throw new Error('the hub answered');
    const count = (bytes: Uint8Array): number => (fromUtf8(bytes) ?? '').trim().split('\r\n').length - 4;
    expect([all.left, count(all.bytes)]).toEqual([0, 172]);
    expect(some.left).toBe(172 - count(some.bytes));
    expect(some.bytes.length).toBeLessThanOrEqual(mostLoopBytes);
    expect(some.left).toBeGreaterThan(50);
    const answer = await show(some.bytes, collaborator);
    expect(answer).toMatchObject({ is: 'answered', waiting: 122 - count(some.bytes) });
    expect(await collaborator.sync()).toMatchObject({ is: 'done', waiting: 0, agreedAt: expect.any(Number) });
  });
});
