/*
 * Which records are one person. A join says that two ids mean the same; whoever is joined, in whatever order and
 * crosswise, the smallest id that is held stands for all of them.
 */

/** The kind of fact that joins two records of one person: `person` and `other`. */
export const joiningKind = 'alias';

/** Two ids that mean one person. */
export type Join = readonly [one: string, other: string];

/** The ids of one person, the smallest first, and the one that stands for all. */
interface Family {
  readonly root: string;
  readonly ids: readonly string[];
}

/** By id; who is joined with nobody is not in it. */
export type Families = ReadonlyMap<string, Family>;

/** @param isHeld a record that is not here can stand for nobody */
export function findFamilies(joins: Iterable<Join>, isHeld: (id: string) => boolean): Families {
  const groups = new Map<string, ReadonlySet<string>>();
  for (const [one, other] of joins) {
    const both = new Set([...(groups.get(one) ?? [one]), ...(groups.get(other) ?? [other])]);
    for (const id of both) groups.set(id, both);
  }
  const families = new Map<string, Family>();
  for (const group of new Set(groups.values())) {
    const ids = [...group].sort();
    const root = ids.find(isHeld) ?? ids[0] ?? '';
    for (const id of ids) families.set(id, { root, ids });
  }
  return families;
}

/** Ids whose person is made up of other records than before, or stood for by another. */
export function movedIds(before: Families, after: Families): ReadonlySet<string> {
  const all = new Set([...before.keys(), ...after.keys()]);
  const text = (family: Family | undefined) => (family === undefined ? '' : `${family.root} ${family.ids.join(' ')}`);
  return new Set([...all].filter((id) => text(before.get(id)) !== text(after.get(id))));
}
