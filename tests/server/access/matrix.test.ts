import { beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../../server/app.ts';
import { onEachEngine } from '../engines.ts';
import { type Asker, consoleAskers, deviceAskers, type House, openHouse, type Relation, relations } from './house.ts';
import { rows, type Told } from './rows.ts';

/*
 * Every route, asked by everybody, about what stands in every relation to who asks: what is foreign and what there is not
 * are answered alike, and so nobody learns from a refusal that a record, a village or a commune exists.
 */

const askers: readonly Asker[] = ['nobody', ...deviceAskers, ...consoleAskers];

test('every route has its row here, and no row is of another', () => {
  expect(Object.keys(rows).sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
});

onEachEngine('who may ask for what', (bench) => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse(bench);
  }, 60_000);

  /** Next door is the officer's own commune. */
  const isHers = (asker: Asker, relation: Relation) =>
    relation === 'own' || (relation === 'neighbour' && asker === 'officer');

  describe.each(Object.entries(rows))('%s', (_route, { isDoor, letIn, tells, ask }) => {
    test.each(isDoor ? (['nobody'] as const) : askers)('asked by %s', async (asker) => {
      const answers = new Map<Relation, Told>();
      for (const relation of relations) answers.set(relation, await ask(house, asker, relation));
      const absent = answers.get('absent');
      for (const [relation, answer] of answers) {
        if (!isHers(asker, relation) || !tells.includes(asker)) expect([relation, answer]).toEqual([relation, absent]);
        else expect([relation, answer]).not.toEqual([relation, absent]);
      }
      const isRefused = absent?.status === 401 || absent?.status === 403;
      expect(isRefused).toBe(!letIn.includes(asker));
    });
  });
});
