import type { Catalogue } from '../../domain/catalogue.ts';
import type { Rulebook } from '../hub-ports.ts';
import { makeCountedMonths } from './counted-months.ts';
import { makeOpCheck } from './op-check.ts';

/** All that the hub's programme asks the catalogue about ops and records. */
export function makeRulebook(catalogue: Catalogue): Rulebook {
  const disagreeing = new Set(
    catalogue.records.flatMap(({ kind, fields }) =>
      fields.filter((field) => field.disagrees).map((field) => `${kind} ${field.key}`),
    ),
  );
  return {
    check: makeOpCheck(catalogue),
    disagrees: (kind, field) => disagreeing.has(`${kind} ${field}`),
    months: makeCountedMonths(catalogue),
  };
}
