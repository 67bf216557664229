import { casesOf, type Flow } from '../../domain/book/count.ts';
import type { Days } from '../../domain/calendar/period.ts';
import type { Case } from '../../domain/figure/indicator.ts';
import type { Groups, KeptFlow, Places, Tally } from './tally.ts';

/** A case as an object, and its share of the tables around it. */
const caseBytes = 120;

/**
 * Facts of some days: few, and each may count several times.
 * @param known what was kept of it: its cases become objects when somebody asks for them
 */
export function createFlowTally(rule: Flow, days: Days, known?: KeptFlow): Tally {
  let resting = known;
  /** By the fact that counts: nearly all count once, and a list for each would take as much room as its case. */
  const cases = new Map<string, Case>();
  const several = new Map<string, readonly Case[]>();
  /** How many cases each place has, by group. */
  const sizes = new Map<string, Map<string, number>>();

  const add = ({ group = '', place }: Case, step: 1 | -1): void => {
    const ofGroup = sizes.get(group) ?? new Map<string, number>();
    sizes.set(group, ofGroup.set(place, (ofGroup.get(place) ?? 0) + step));
  };
  const put = (id: string, found: readonly Case[]): void => {
    const [first] = found;
    if (first === undefined) return;
    if (found.length === 1) cases.set(id, first);
    else several.set(id, found);
    for (const one of found) add(one, 1);
  };
  const wake = (): void => {
    const facts = resting?.facts ?? [];
    resting = undefined;
    for (const [id, found] of facts) put(id, found);
  };
  return {
    put(look) {
      const found = casesOf(rule, look, days);
      if (found.length > 0) wake();
      put(look.record.id, found);
    },
    take(id) {
      if (resting?.has(id)) wake();
      const single = cases.get(id);
      for (const one of single === undefined ? (several.get(id) ?? []) : [single]) add(one, -1);
      cases.delete(id);
      several.delete(id);
    },
    sizeAt(groups, places) {
      wake();
      let size = 0;
      for (const group of groups === undefined ? sizes.keys() : new Set(groups)) {
        const ofGroup = sizes.get(group);
        if (ofGroup !== undefined) for (const place of places) size += ofGroup.get(place) ?? 0;
      }
      return size;
    },
    casesAt(groups, places) {
      wake();
      const here: Case[] = [];
      const look = (one: Case): void => void (isAsked(one, groups, places) && here.push(one));
      for (const one of cases.values()) look(one);
      for (const found of several.values()) found.forEach(look);
      return here;
    },
    weight: () => (resting?.size ?? cases.size + several.size) * caseBytes,
    kept: () => resting ?? keptFlow([...[...cases].map(([id, one]) => [id, [one]] as const), ...several]),
  };
}

function keptFlow(facts: readonly (readonly [string, readonly Case[]])[]): KeptFlow {
  return { is: 'flow', facts, size: facts.length, has: (id) => facts.some(([fact]) => fact === id) };
}

function isAsked({ group = '', place }: Case, groups: Groups, places: Places): boolean {
  return places.has(place) && groups?.includes(group) !== false;
}
