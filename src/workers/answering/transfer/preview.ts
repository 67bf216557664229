import { tableNames } from '../../../formats/interchange/file/columns.ts';
import { doubtWords } from '../../../formats/interchange/file/reasons.ts';
import type { Remark } from '../../../formats/interchange/file/remark.ts';
import type { Table, Tables } from '../../../formats/interchange/file/table.ts';
import type { ImportPlan } from '../../../formats/interchange/plan/import-plan.ts';
import type { DoubtKind, ImportPreview, RemarkPage } from '../../api/transfer-api.ts';
import type { Session } from '../../session.ts';

/** Remarks of one page of a screen. */
const pageOfRemarks = 100;

/** Units that this device knows, those that are no more too. */
type Units = Session['activation']['units'];

/** A plan as a screen shows it. */
export function previewOf(
  plan: ImportPlan,
  tables: Tables,
  { unread, font }: Pick<ImportPreview, 'unread' | 'font'>,
  { units, goesOn, about }: { readonly units: Units; readonly goesOn: boolean; readonly about: NameRow },
): ImportPreview {
  const { counts, remarks, drafts, strange } = plan;
  return {
    is: 'preview',
    tables: tableNames.flatMap((table) => {
      const count = counts[table];
      return count === undefined || table === 'units' ? [] : [{ table, ...count }];
    }),
    remarks: remarkPage(refusedFirst(remarks), 0, '', about),
    doubts: doubtKinds(remarks),
    writes: drafts.length,
    goesOn,
    strange: strange.flatMap(({ columns }) => columns),
    unread,
    font,
    ...(tables.units === undefined ? {} : { units: unitsOf(tables.units, units) }),
  };
}

/** Refused rows are what a person must know. */
export function refusedFirst(remarks: readonly Remark[]): readonly Remark[] {
  const [refused, asked] = [
    remarks.filter(({ strength }) => strength === 'refuse'),
    remarks.filter(({ strength }) => strength === 'ask'),
  ];
  return [...refused, ...asked];
}

/** Some of the remarks, all kinds or one. */
export function remarkPage(remarks: readonly Remark[], from: number, why: string, about: NameRow): RemarkPage {
  const asked = why === '' ? remarks : remarks.filter((one) => one.why === why);
  const shown = asked.slice(from, from + pageOfRemarks).map((remark) => ({ ...remark, about: about(remark) }));
  return { remarks: shown, of: asked.length };
}

type About = RemarkPage['remarks'][number]['about'];
/** Whom a row is about: nobody finds a row of thousands by its number alone. */
export type NameRow = (remark: Pick<Remark, 'table' | 'row'>) => About;

/** @param nameOf whom the book knows under a key of the file */
export function nameRows(tables: Tables, nameOf: (person: string) => string): NameRow {
  const rows = new Map<string, Table['rows'][number]>();
  const people = new Map<string, string>();
  for (const [name, table] of Object.entries(tables))
    for (const row of table?.rows ?? []) {
      rows.set(`${name} ${row.number}`, row);
      if (name === 'persons') people.set(row.cell('person_key'), row.cell('full_name'));
    }
  return ({ table, row: number }) => {
    const row = rows.get(`${table} ${number}`);
    if (row === undefined || table === 'units') return undefined;
    const is = table === 'households' ? 'household' : 'person';
    const key = row.cell('person_key');
    const name = is === 'household' ? row.cell('household_no') : people.get(key) || (key === '' ? '' : nameOf(key));
    return name === '' ? undefined : { is, name };
  };
}

/** Rows that are refused anyway are no question any more. */
function doubtKinds(remarks: readonly Remark[]): readonly DoubtKind[] {
  const rowOf = ({ table, row }: Remark) => `${table} ${row}`;
  const refused = new Set(remarks.filter(({ strength }) => strength === 'refuse').map(rowOf));
  const rows = new Map<string, Set<string>>();
  for (const remark of remarks) {
    if (remark.strength === 'refuse' || refused.has(rowOf(remark))) continue;
    rows.set(remark.why, (rows.get(remark.why) ?? new Set()).add(rowOf(remark)));
  }
  const kinds = [...rows].map(([why, found]) => ({ why, words: doubtWords(why), rows: found.size }));
  return kinds.sort((a, b) => b.rows - a.rows);
}

/** A phone makes no places: it tells which of them it does not know. */
function unitsOf({ rows }: Table, here: Units): NonNullable<ImportPreview['units']> {
  const known = new Set(here.map(({ code }) => code));
  const villages = rows.filter((row) => row.cell('kind') === 'village' && !known.has(row.cell('code')));
  return { rows: rows.length, unknown: villages.map((row) => row.cell('name') || row.cell('code')) };
}
