import { dayBefore } from '../../../src/domain/calendar/civil-date.ts';
import { isPartialDate } from '../../../src/domain/calendar/partial-date.ts';
import { bad, good, type Outcome } from '../../../src/domain/outcome.ts';
import { cleanName, nextCode } from './plan-units.ts';
import { comeOf, type KnownUnit } from './unit-rows.ts';

/** A commune, and what stands beneath it. */
export interface MergingCommune {
  readonly commune: KnownUnit;
  /** Villages, ended ones too, and communes that went into it before. */
  readonly beneath: readonly KnownUnit[];
}

interface Merger {
  /** In the order in which they are named: the villages of the first keep their codes. */
  readonly communes: readonly MergingCommune[];
  /** Code and name of the commune that they become. */
  readonly code: string;
  readonly name: string;
  /** Civil day, the first of the new commune. */
  readonly date: string;
  /** Communes of that code that the hub knows and that are none of these. */
  readonly known: readonly (KnownUnit & { readonly hasBook: boolean })[];
  readonly today: string;
}

export type MergeProblem =
  | 'few_places'
  | 'commune_merged'
  | 'code_missing'
  | 'name_missing'
  | 'date_missing'
  | 'date_after_today'
  | 'stands_apart';

interface MergePlan {
  readonly commune: string;
  /** All rows that change, parents before children. */
  readonly units: readonly KnownUnit[];
}

/**
 * What a merger makes of the units: a new commune, since its code may be that of one that it is made of; the old ones end
 * and stand beneath it, each with its villages, so that a report by old commune stays what it was. Villages whose code or
 * name others have too get one of their own.
 */
export function planMerge(merger: Merger): Outcome<MergePlan, MergeProblem> {
  const { communes, code, date, known, today } = merger;
  if (!/^[A-Za-z0-9_-]{1,20}$/.test(code)) return bad('code_missing');
  // An official list that came before may have told of it.
  const isListed = ({ validTo, validFrom, hasBook }: (typeof known)[number]) =>
    validTo === '' && validFrom === date && !hasBook;
  const listed = known.find(isListed);
  if (known.some((unit) => unit !== listed && (unit.validTo === '' || unit.validFrom === date)))
    return bad('stands_apart');
  const name = cleanName(merger.name) || (listed?.name ?? '');
  if (name === '') return bad('name_missing');
  if (date.length !== 10 || !isPartialDate(date) || communes.some(({ commune }) => date <= commune.validFrom))
    return bad('date_missing');
  if (date > today) return bad('date_after_today');
  const olds = communes.map(({ commune }) => commune);
  const goal = comeOf(listed === undefined ? foundedOf(olds, merger, name) : unitOfList(listed, name), olds);
  const ended = olds.map(
    (old): KnownUnit => ({ ...old, parent: goal.id, validTo: old.validTo === '' ? dayBefore(date) : old.validTo }),
  );
  return good({ commune: goal.id, units: [goal, ...ended, ...toldApart(communes)] });
}

function unitOfList({ hasBook: _, ...unit }: Merger['known'][number], name: string): KnownUnit {
  return { ...unit, name };
}

function foundedOf([first]: readonly KnownUnit[], { code, date }: Merger, name: string): KnownUnit {
  const { kind = 'commune', parent = null } = first ?? {};
  const id = `u${code}-${date.replaceAll('-', '')}`;
  const made = { id, level: 'commune', kind, code, name, parent, validFrom: date, validTo: '' } as const;
  return { ...made, predecessors: '', cameFrom: [] };
}

/** A code names one village of a commune, and a name should: the old commune's stands beside it where it does not. */
function toldApart(communes: readonly MergingCommune[]): readonly KnownUnit[] {
  const villages = communes.flatMap(({ commune, beneath }) =>
    beneath.filter(({ level }) => level === 'village').map((village) => ({ commune, village })),
  );
  const standing = villages.filter(({ village }) => village.validTo === '');
  const isShared = (name: string) => standing.filter(({ village }) => village.name === name).length > 1;
  const taken = villages.map(({ village }) => village);
  const used = new Set<string>();
  return villages.flatMap(({ commune, village }): readonly KnownUnit[] => {
    const code = used.has(village.code) ? nextCode(taken) : village.code;
    const isToldApart = village.validTo === '' && isShared(village.name);
    const name = isToldApart ? cleanName(`${village.name} (${commune.name})`) : village.name;
    const next = { ...village, code, name };
    used.add(code);
    taken.push(next);
    return code === village.code && name === village.name ? [] : [next];
  });
}
