import { communeOver } from '../../../src/formats/interchange/commune-over.ts';
import type { Remarks } from '../../../src/formats/interchange/file/remark.ts';
import type { Table, TableRow } from '../../../src/formats/interchange/file/table.ts';
import { type RowReader, rowReader } from '../../../src/formats/interchange/read/row-reader.ts';
import { plainText } from '../../../src/sync/wire/bounds.ts';
import { comeOf, type KnownUnit } from './unit-rows.ts';

/** What an official list says beyond what the hub knows. */
export interface ReadList {
  /** New units and new values of known ones, parents before children. */
  readonly units: readonly KnownUnit[];
  /** Villages that went whole into another: their households follow. */
  readonly joins: readonly { readonly unit: KnownUnit; readonly into: KnownUnit }[];
  /** Units of which only a part went on: whose households these are, a person must say. */
  readonly parts: readonly { readonly unit: KnownUnit; readonly into: KnownUnit }[];
}

const order = ['province', 'area', 'commune', 'village'] as const;

/**
 * Reads a list of units (code, name, kind, parent_code, valid_from, valid_to, predecessors). Codes are used again in
 * time: a commune is known by code and first day, a village by its code within its commune.
 */
export function readUnitList(table: Table, standing: readonly KnownUnit[], remarks: Remarks): ReadList {
  const index = createIndex(standing);
  const changed = new Map<string, KnownUnit>();
  const told: { readonly unit: KnownUnit; readonly from: string }[] = [];
  for (const row of table.rows) {
    const isKind = order.some((kind) => kind === row.cell('kind'));
    if (!isKind) remarks.refuse('units', row.number, 'kind', 'unknown_code', row.cell('kind'));
  }
  for (const level of order) {
    for (const row of table.rows.filter((one) => one.cell('kind') === level)) {
      const unit = readRow(level, row, rowReader('units', row, remarks), index);
      if (unit === undefined || remarks.isRefused('units', row.number)) continue;
      const before = index.byId(unit.id);
      index.put(unit);
      told.push({ unit, from: row.cell('predecessors') });
      if (before === undefined || !isSame(before, unit)) changed.set(unit.id, unit);
    }
  }
  return follow(told, index, changed);
}

type Level = (typeof order)[number];

function createIndex(standing: readonly KnownUnit[]) {
  const ids = new Map<string, KnownUnit>();
  const codes = new Map<string, readonly string[]>();
  const put = (unit: KnownUnit): void => {
    const key = `${unit.level} ${unit.code}`;
    if (!ids.has(unit.id)) codes.set(key, [...(codes.get(key) ?? []), unit.id]);
    ids.set(unit.id, unit);
  };
  for (const unit of standing) put(unit);
  const byId = (id: string): KnownUnit | undefined => ids.get(id);
  const byCode = (level: string, code: string): readonly KnownUnit[] =>
    (codes.get(`${level} ${code}`) ?? []).flatMap((id) => byId(id) ?? []);
  return { put, byId, byCode };
}

type Index = ReturnType<typeof createIndex>;

function readRow(level: Level, row: TableRow, reader: RowReader, index: Index): KnownUnit | undefined {
  const [code, name] = [row.cell('code'), plainText(row.cell('name')).slice(0, 120)];
  if (!/^[A-Za-z0-9_-]{1,20}$/.test(code)) reader.refuse('code', 'unknown_place', code);
  if (name === '') reader.refuse('name', 'no_key');
  const [validFrom = '', validTo = ''] = [reader.date('valid_from', 'partial'), reader.date('valid_to', 'partial')];
  const parent = parentOf(level, row, reader, index, validFrom);
  const known = index.byCode(level, code).find((unit) => isSameUnit(unit, index, parent, validFrom, validTo));
  if (known !== undefined) {
    const dates = { validFrom: validFrom || known.validFrom, validTo: validTo || known.validTo };
    return { ...known, name, ...dates };
  }
  const since = validFrom === '' || level === 'village' ? '' : `-${validFrom.replaceAll('-', '')}`;
  const id = level === 'village' ? `${parent?.id}v${code}` : `u${code}${level === 'commune' ? '' : level[0]}${since}`;
  const above = parent?.id ?? null;
  return { id, level, kind: level, code, name, parent: above, validFrom, validTo, predecessors: '', cameFrom: [] };
}

function isSameUnit(
  unit: KnownUnit,
  { byId }: Index,
  parent: KnownUnit | undefined,
  validFrom: string,
  validTo: string,
): boolean {
  if (unit.level === 'village') return [unit.parent, communeOver(unit, byId)?.id].includes(parent?.id);
  return unit.validFrom === validFrom || (unit.validTo === '' && validTo === '');
}

/** The unit above that stood on the first day; of several of one code the one that is left. */
function parentOf(level: Level, row: TableRow, reader: RowReader, index: Index, from: string): KnownUnit | undefined {
  const code = row.cell('parent_code');
  const above = { province: [], area: ['province'], commune: ['area', 'province'], village: ['commune'] }[level];
  const found = code === '' ? [] : above.flatMap((one) => index.byCode(one, code));
  const parent = found.find((unit) => unit.validFrom <= from && (unit.validTo === '' || unit.validTo >= from));
  if (level === 'village' && found.length === 0) reader.refuse('parent_code', 'unknown_place', code);
  else if (code !== '' && found.length === 0) reader.ask('parent_code', 'unknown_parent', code);
  return parent ?? found.at(-1);
}

function isSame(one: KnownUnit, other: KnownUnit): boolean {
  return one.name === other.name && one.validFrom === other.validFrom && one.validTo === other.validTo;
}

/** "00004|00013|00016~", or with ";" as the files of a register write it: codes of what a unit came from; with "~" only a part of its people came. */
function follow(
  told: readonly { readonly unit: KnownUnit; readonly from: string }[],
  index: Index,
  changed: Map<string, KnownUnit>,
): ReadList {
  const joins: ReadList['joins'][number][] = [];
  const parts: ReadList['parts'][number][] = [];
  for (const { unit, from } of told) {
    const into = index.byId(unit.id) ?? unit;
    const sources = from.split(/[|;]/).flatMap((text) => {
      const isPart = text.endsWith('~');
      const source = sourceOf(into, isPart ? text.slice(0, -1) : text, index);
      return source === undefined ? [] : [{ source, isPart }];
    });
    const ids = sources.map(({ source, isPart }) => (isPart ? `${source.id}~` : source.id));
    const known = [...new Set([...into.cameFrom, ...ids])];
    if (known.length > into.cameFrom.length) {
      const { predecessors } = comeOf(
        into,
        sources.map(({ source }) => source),
      );
      const next = { ...into, cameFrom: known, predecessors };
      index.put(next);
      changed.set(next.id, next);
    }
    if (into.level !== 'village' || into.validTo !== '') continue;
    for (const { source, isPart } of sources) (isPart ? parts : joins).push({ unit: source, into });
  }
  return { units: [...changed.values()], joins, parts };
}

/** The unit of that code that ended when this one began. */
function sourceOf(unit: KnownUnit, code: string, index: Index): KnownUnit | undefined {
  const found = index
    .byCode(unit.level, code.trim())
    .filter((one) => one.id !== unit.id && (unit.level !== 'village' || one.parent === unit.parent));
  return found.find(({ validTo }) => validTo !== '' && validTo <= unit.validFrom) ?? found[0];
}
