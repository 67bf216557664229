import type { UnitRow } from '../../../sync/activation.ts';
import type { Remarks } from '../file/remark.ts';
import type { Table, TableRow } from '../file/table.ts';
import { type RowReader, rowReader } from './row-reader.ts';

/** A place of units.csv or of the hub, with its validity; `validTo` empty while it stands. */
export interface PlaceRow extends UnitRow {
  readonly validFrom: string;
  readonly validTo: string;
  /** Codes of the units it was made of, "18070;18071"; empty where nobody told. */
  readonly predecessors: string;
}

const levels = { province: 'province', area: 'area', commune: 'commune', village: 'village' } as const;

/**
 * The places that a file tells and the hub does not know yet, parents before children; and those that it knows and now
 * hears of what they were made of. Codes are used again in time, and village codes are unique within their commune only:
 * a unit is found by its level, code and unit above.
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
  const [code, name, predecessors] = ['code', 'name', 'predecessors'].map(reader.cell);
  if (code === undefined || !/^[A-Za-z0-9_-]{1,20}$/.test(code)) reader.refuse('code', 'unknown_place', code ?? '');
  const [validFrom = '', validTo = ''] = [reader.date('valid_from', 'partial'), reader.date('valid_to', 'partial')];
  const parent = findParent(reader, level, known);
  const told = {
    level,
    kind,
    code: code ?? '',
    name: name ?? '',
    validFrom,
    validTo,
    predecessors: predecessors ?? '',
  };
  const same = findSame(told, parent, known);
  if (same !== undefined) return compareUnit(reader, told, same);
  const since = validFrom === '' || level === 'village' ? '' : `-${validFrom.replaceAll('-', '')}`;
  const id = level === 'village' ? `${parent?.id}v${code}` : `u${code}${level === 'commune' ? '' : level[0]}${since}`;
  return { id, parent: parent?.id ?? null, ...told };
}

type ToldUnit = Omit<PlaceRow, 'id' | 'parent'>;

/** The unit itself; else, where nothing is called so, one whose code only lost its zeros in a spreadsheet. */
function findSame(unit: ToldUnit, parent: PlaceRow | undefined, known: readonly PlaceRow[]): PlaceRow | undefined {
  const alike = known.filter(
    (other) =>
      other.level === unit.level &&
      (unit.level !== 'village' || other.parent === parent?.id) &&
      isSameTime(other, unit.validFrom, unit.validTo),
  );
  const isNumber = /^\d+$/.test(unit.code);
  return (
    alike.find(({ code }) => code === unit.code) ??
    alike.find(({ code }) => isNumber && /^\d+$/.test(code) && Number(code) === Number(unit.code))
  );
}

/** What the hub has stays; what it lacks is told to it. */
function compareUnit(reader: RowReader, told: ToldUnit, standing: PlaceRow): PlaceRow | undefined {
  if (told.code !== standing.code) reader.ask('code', 'short_code', standing.code);
  if (told.name !== '' && told.name !== standing.name) reader.ask('name', 'other_name', standing.name);
  const { predecessors } = told;
  if (predecessors === '' || predecessors === standing.predecessors) return undefined;
  if (standing.predecessors === '') return { ...standing, predecessors };
  reader.ask('predecessors', 'other_predecessors', standing.predecessors);
  return undefined;
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
