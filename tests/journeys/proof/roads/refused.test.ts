import { afterAll, expect, test } from 'vitest';
import { catalogue } from '../../../../src/catalogue/index.ts';
import { makeRulebook } from '../../../../src/sync/hub/rulebook.ts';
import { type JourneyHub, openCommune, villages } from '../../commune.ts';
import { fertileHouseholds, openPhone, recordBirth } from '../../phone.ts';

/* What the hub refused comes back by file like any answer: it is told as sent back, and not counted with what the hub has. */

const rules = makeRulebook(catalogue);
let hub: JourneyHub | undefined;
afterAll(() => hub?.close());

test('of two births that went as a file one was refused: one is at the hub, one is to be mended', async () => {
  hub = await openCommune('PGlite', undefined, {
    ...rules,
    check: (op) => ('add' in op && op.add.order === 9 ? { code: 'schema', field: 'order' } : rules.check(op)),
  });
  const officer = await openPhone(hub, await hub.officerCode());
  const collaborator = await openPhone(hub, await hub.collaboratorCode('001'));
  await collaborator.sync();
  const [first = '', second = ''] = fertileHouseholds(collaborator, villages[0] ?? '');
  await recordBirth(collaborator, first);
  await recordBirth(collaborator, second, { order: 9 });
  const work = await collaborator.roads().waitingFile();
  if (work === undefined) throw new Error('two births wait');
  await officer.roads().openRoadFile(work);
  await officer.sync();
  const answers = await officer.roads().verdictFile();
  if (answers === undefined) throw new Error('the hub answered');
  const taken = await collaborator.roads().openRoadFile(answers);
  expect(taken).toEqual({ is: 'answered', acts: 1, refused: 1, waiting: 0, others: 0, again: 0 });
  expect(collaborator.work().session.store.counts()).toMatchObject({ waiting: 0, mending: 1 });
});
