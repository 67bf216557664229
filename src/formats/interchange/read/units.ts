import type { UnitRow } from '../../../sync/activation.ts';
import type { Remarks } from '../file/remark.ts';
import type { Table, TableRow } from '../file/table.ts';
import { type RowReader, rowReader } from './row-reader.ts';

/** A place of units.csv or of the hub, with its validity; `validTo` empty while it stands. */
export interface PlaceRow extends UnitRow {
  readonly validFrom: string;
  readonly validTo: string;
}

const levels = { province: 'province', area: 'area', commune: 'commune', village: 'village' } as const;

/**
 * The places that a file tells and the hub does not know yet, parents before children. Codes are used again in time, and
 * village codes are unique within their commune only: a unit is found by its level, code and unit above.
 * @param standing what the hub has
 */
export function readUnits(
  table: Table | undefined,
  standing: readonly PlaceRow[],
  remarks: Remarks,
): readonly PlaceRow[] {
  const known = [...standing];
  const found: PlaceRow[] = [];
  const inOrder = Object.keys(levels).flatMap((kind) => rowsOf(table, kind));
  for (const row of table?.rows ?? []) {
    if (!(row.cell('kind') in levels)) remarks.refuse('units', row.number, 'kind', 'unknown_code', row.cell('kind'));
  }
  for (const row of inOrder) {
    const unit = readUnit(rowReader('units', row, remarks), known);
    if (unit === undefined || remarks.isRefused('units', row.number)) continue;
    known.push(unit);
    found.push(unit);
  }
  return found;
}

function rowsOf(table: Table | undefined, kind: string): readonly TableRow[] {
  return table?.rows.filter((row) => row.cell('kind') === kind) ?? [];
}

/** `undefined`: known already, or refused. */
function readUnit(reader: RowReader, known: readonly PlaceRow[]): PlaceRow | undefined {
  const kind = reader.cell('kind');
  const level = kind === 'province' || kind === 'area' || kind === 'commune' ? levels[kind] : levels.village;
  const [code, name] = [reader.cell('code'), reader.cell('name')];
  if (!/^[A-Za-z0-9_-]{1,20}$/.test(code)) reader.refuse('code', 'unknown_place', code);
  const [validFrom = '', validTo = ''] = [reader.date('valid_from', 'partial'), reader.date('valid_to', 'partial')];
  const parent = findParent(reader, level, known);
  const isKnown = known.some(
    (unit) =>
      unit.level === level &&
      unit.code === code &&
      (level !== 'village' || unit.parent === parent?.id) &&
      isSameTime(unit, validFrom, validTo),
  );
  if (isKnown) return undefined;
  const since = validFrom === '' || level === 'village' ? '' : `-${validFrom.replaceAll('-', '')}`;
  const id = level === 'village' ? `${parent?.id}v${code}` : `u${code}${level === 'commune' ? '' : level[0]}${since}`;
  return { id, level, kind, code, name, parent: parent?.id ?? null, validFrom, validTo };
}

/** Two units of one code never stand at the same time. */
function isSameTime(unit: PlaceRow, validFrom: string, validTo: string): boolean {
  const isStanding = unit.level === 'village' || (unit.validTo === '' && validTo === '');
  return isStanding || unit.validFrom === validFrom;
}

function findParent(reader: RowReader, level: string, known: readonly PlaceRow[]): PlaceRow | undefined {
  const code = reader.cell('parent_code');
  const above = level === 'village' ? ['commune'] : level === 'commune' ? ['area', 'province'] : ['province', 'nation'];
  const found = known.filter((unit) => unit.code === code && above.includes(unit.level));
  const parent = found.find(({ validTo }) => validTo === '') ?? found.at(-1);
  if (parent !== undefined || code === '') {
    if (parent === undefined && level === 'village') reader.refuse('parent_code', 'unknown_place', code);
    return parent;
  }
  if (level === 'village') reader.refuse('parent_code', 'unknown_place', code);
  else reader.ask('parent_code', 'unknown_parent', code);
  return undefined;
}
