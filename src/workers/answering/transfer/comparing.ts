import { foldText } from '../../../domain/search-key.ts';
import type { Fields, Value } from '../../../domain/value.ts';
import type { Table, TableRow } from '../../../formats/interchange/file/table.ts';
import type { ComparedLine, Comparison } from '../../api/transfer-api.ts';
import { hereNow } from './here-now.ts';
import type { TransferBench } from './transferring.ts';

/** People of the register as a list is laid against them. */
interface Here {
  readonly id: string;
  readonly fields: Fields;
  readonly household: string;
  readonly householdNumber: string;
}

/** Whom a list names and the register does not, the other way round, and where the two say different things. */
export function createComparing(bench: TransferBench): (persons: Table | undefined) => Promise<Comparison> {
  return async (persons) => {
    const rows = persons?.rows ?? [];
    const here = await peopleHere(bench);
    const byName = new Map<string, Here[]>();
    for (const one of here) {
      const name = foldText(textOf(one.fields.fullName));
      byName.set(name, [...(byName.get(name) ?? []), one]);
    }
    const met = new Set<string>();
    const lines = rows.flatMap((row): readonly ComparedLine[] => {
      const found = bestOf(byName.get(foldText(row.cell('full_name'))) ?? [], row, met);
      if (found === undefined) return [extraLine(row)];
      met.add(found.id);
      const differs = differences(row, found);
      return differs.length === 0 ? [] : [{ ...lineOf(found, 'different'), row: row.number, differs }];
    });
    const missing = here.filter(({ id }) => !met.has(id)).map((one) => lineOf(one, 'missing'));
    const differing = lines.filter(({ is }) => is === 'different').length;
    return { listed: rows.length, same: met.size - differing, lines: [...lines, ...missing] };
  };
}

async function peopleHere(bench: TransferBench): Promise<readonly Here[]> {
  const { people, households } = await hereNow(bench.session);
  return people.map(({ id, fields }) => {
    const household = textOf(fields.household);
    return { id, fields, household, householdNumber: textOf(households.get(household)?.fields.number) };
  });
}

/** Of several with one name, the one of the same birth date; else one that nobody was laid against yet. */
function bestOf(found: readonly Here[], row: TableRow, met: ReadonlySet<string>): Here | undefined {
  const free = found.filter(({ id }) => !met.has(id));
  const birth = row.cell('birth_date');
  return (
    free.find(({ fields }) => sameBirth(textOf(fields.birthDate), birth)) ?? (free.length === 1 ? free[0] : undefined)
  );
}

function sameBirth(register: string, list: string): boolean {
  const iso = list.includes('/')
    ? list
        .split('/')
        .reverse()
        .map((part) => part.padStart(2, '0'))
        .join('-')
    : list;
  return (
    register === iso ||
    (iso.length === 4 && register.startsWith(iso)) ||
    (register.length === 4 && iso.startsWith(register))
  );
}

function differences(row: TableRow, { fields }: Here): ComparedLine['differs'] {
  const said = [
    ['birthDate', row.cell('birth_date'), sameBirth(textOf(fields.birthDate), row.cell('birth_date'))],
    ['sex', row.cell('sex'), row.cell('sex') === textOf(fields.sex)],
  ] as const;
  return said.flatMap(([field, list, isSame]) =>
    list === '' || isSame ? [] : [{ field, list, register: textOf(fields[field]) }],
  );
}

function extraLine(row: TableRow): ComparedLine {
  const [name, birthDate] = [row.cell('full_name'), row.cell('birth_date')];
  return { is: 'extra', row: row.number, name, birthDate, household: '', householdNumber: '', differs: [] };
}

function lineOf({ fields, household, householdNumber }: Here, is: ComparedLine['is']): ComparedLine {
  const [name, birthDate] = [textOf(fields.fullName), textOf(fields.birthDate)];
  return { is, row: 0, name, birthDate, household, householdNumber, differs: [] };
}

function textOf(value: Value | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
