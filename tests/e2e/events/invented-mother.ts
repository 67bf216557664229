import { civilDay } from '../../../src/domain/calendar/civil-date.ts';
import { foldText } from '../../../src/domain/search-key.ts';
import { demoCommune, makeSample } from '../../../src/sample/sample.ts';
import type { Op } from '../../../src/sync/op.ts';

/** As she is found in a table that is typed in. */
export interface InventedMother {
  readonly household: string;
  /** Given name, without accents. */
  readonly name: string;
  /** What her next child's number is. */
  readonly order: string;
}

type Put = Extract<Op, { readonly put: unknown }>;

/**
 * A wife of the demo commune's first village of whom nothing was written since the book began. Who lives there, and where,
 * changes with the day on which a commune is invented: nobody but the story's own family is there for good.
 */
export function inventedMother(now = Date.now()): InventedMother {
  const author = { device: 'sample00', user: 'usample0', writtenAt: 0 };
  const { ops, villages } = makeSample({ ...demoCommune, today: civilDay(now), ...author });
  const all = [...ops];
  const puts = all.filter((op): op is Put => 'put' in op);
  const numbers = new Map(puts.flatMap(({ id, k, put }) => (k === 'household' ? [[id, put.number] as const] : [])));
  const lived = new Set(all.flatMap((op) => ('add' in op ? Object.values(op.add) : [])));
  const recent = `${Number(civilDay(now).slice(0, 4)) - 2}`;
  for (const { id, k, p, put } of puts) {
    const isWife = k === 'person' && put.sex === 'female' && put.marital === 'married' && p === villages[0]?.id;
    if (!isWife || lived.has(id) || !isBetween(put.birthDate, '1983', '2004')) continue;
    const children = puts.filter((child) => child.put.mother === id);
    if (children.some((child) => String(child.put.birthDate) >= recent)) continue;
    const [household, name] = [numbers.get(String(put.household)), foldText(String(put.fullName)).split(' ').at(-1)];
    if (typeof household === 'number' && name !== undefined && name !== 'hoa')
      return { household: String(household), name, order: String(children.length + 1) };
  }
  throw new Error('no such mother was invented');
}

function isBetween(value: unknown, from: string, to: string): boolean {
  return typeof value === 'string' && value >= from && value < to;
}
