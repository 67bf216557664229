import { catalogue } from '../../catalogue/index.ts';

export const homeKey = 'household';

/** Kinds of facts by which somebody who is in the book may live elsewhere, and the fields that say who. */
const movers = new Map(
  catalogue.records.flatMap(({ kind, effects = [] }) => {
    const targets = effects.flatMap(({ target, set }) => (homeKey in set ? [target] : []));
    return targets.length === 0 ? [] : [[kind, targets] as const];
  }),
);

/** Who lives elsewhere by a fact that says this. */
export function movedBy(kind: string, fields: { readonly [field: string]: unknown }): readonly string[] {
  const told = (movers.get(kind) ?? []).map((target) => fields[target]);
  return told.filter((id) => typeof id === 'string');
}
