import { casesOf, type Flow } from '../../domain/book/count.ts';
import type { Days } from '../../domain/calendar/period.ts';
import type { Case } from '../../domain/figure/indicator.ts';
import type { Groups, Places, Tally } from './tally.ts';

/** A case as an object, and its share of the tables around it. */
const caseBytes = 120;

/** Facts of some days: few, and each may count several times. */
export function createFlowTally(rule: Flow, days: Days): Tally {
  /** By the fact that counts: nearly all count once, and a list for each would take as much room as its case. */
  const cases = new Map<string, Case>();
  const several = new Map<string, readonly Case[]>();
  /** How many cases each place has, by group. */
  const sizes = new Map<string, Map<string, number>>();

  const add = ({ group = '', place }: Case, step: 1 | -1): void => {
    const ofGroup = sizes.get(group) ?? new Map<string, number>();
    sizes.set(group, ofGroup.set(place, (ofGroup.get(place) ?? 0) + step));
  };
  return {
    put(look) {
      const found = casesOf(rule, look, days);
      const [first] = found;
      if (first === undefined) return;
      if (found.length === 1) cases.set(look.record.id, first);
      else several.set(look.record.id, found);
      for (const one of found) add(one, 1);
    },
    take(id) {
      const single = cases.get(id);
      for (const one of single === undefined ? (several.get(id) ?? []) : [single]) add(one, -1);
      cases.delete(id);
      several.delete(id);
    },
    sizeAt(groups, places) {
      let size = 0;
      for (const group of groups === undefined ? sizes.keys() : new Set(groups)) {
        const ofGroup = sizes.get(group);
        if (ofGroup !== undefined) for (const place of places) size += ofGroup.get(place) ?? 0;
      }
      return size;
    },
    casesAt(groups, places) {
      const here: Case[] = [];
      const look = (one: Case): void => void (isAsked(one, groups, places) && here.push(one));
      for (const one of cases.values()) look(one);
      for (const found of several.values()) found.forEach(look);
      return here;
    },
    weight: () => (cases.size + several.size) * caseBytes,
  };
}

function isAsked({ group = '', place }: Case, groups: Groups, places: Places): boolean {
  return places.has(place) && groups?.includes(group) !== false;
}
