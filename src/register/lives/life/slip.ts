import type { SlipCell, SlipRows } from '../../../catalogue/paper/slip-rows.ts';
import { privateWords } from '../../../catalogue/rules/private-words.ts';
import { definitionOf, momentOf } from '../../../domain/book/book.ts';
import { candidateKinds } from '../../../domain/book/count.ts';
import { stateAfter, stateBefore } from '../../../domain/book/timeline.ts';
import { daysOfMonth } from '../../../domain/calendar/written-period.ts';
import type { Case, CountRule } from '../../../domain/figure/indicator.ts';
import type { Fields } from '../../../domain/value.ts';
import type { Words } from '../../../domain/words.ts';
import type { Folk } from '../../folk.ts';
import { type Held, textOf } from '../../held.ts';
import type { Register } from '../../register.ts';
import type { FieldLine, SlipTable } from '../answers.ts';
import { changeLines } from '../change-lines.ts';
import { valueWords } from '../field-lines.ts';
import { hasFaded, type Onlooker } from './faded.ts';

/** Cases of a count over the month in these places. */
type CasesOf = (rule: CountRule) => readonly Case[];

const blank: Words = { vi: '' };
const namelessWords: Words = { vi: '(không ghi tên)', en: '(no name)' };

type SlipBook = Pick<Register, 'folk' | 'casesOf' | 'role' | 'today'>;

/**
 * The month's slip ("2026-10") over all villages that one collaborator keeps, filled in: these tables, rows by village,
 * household number, then date. The caller logs the looks that it tells of.
 */
export function slipOver(
  { folk, casesOf, role, today }: SlipBook,
  month: string,
  places: readonly string[],
  tables: readonly SlipRows[],
): readonly SlipTable[] {
  const days = daysOfMonth(month);
  const cases: CasesOf = (rule) => places.flatMap((place) => casesOf(rule, days, place));
  return tables.map((table) => slipTable(folk, table, cases(table.rule), { role, today: today() }));
}

/** Whether all that a table tells stands in people's own panels only. */
export function isPrivateTable({ book }: Folk, { rule }: SlipRows): boolean {
  return candidateKinds(rule).every((kind) => isSensitive(book, kind));
}

export function isSensitive({ catalogue }: Folk['book'], kind: string): boolean {
  return definitionOf(catalogue, kind)?.isSensitive === true;
}

/**
 * A table as a list on a screen. In one that is no private list, somebody adopted came like anybody else: of such a row
 * it says no more than that it stands in the own page, and so it is no look.
 */
export function veiled(folk: Folk, rows: SlipRows, table: SlipTable): SlipTable {
  if (isPrivateTable(folk, rows)) return table;
  const hide = (record: string) => isSensitive(folk.book, folk.book.get(record)?.kind ?? '');
  const cells = table.rows.map((row, index) => {
    if (!hide(table.opens[index]?.record ?? '')) return row;
    return row.map((cell, place) => (saysKind(rows.cells[place]) ? privateWords : cell));
  });
  return { ...table, rows: cells, looks: [] };
}

function saysKind(cell: SlipCell | undefined): boolean {
  return cell?.is === 'kind' || (cell?.is === 'first' && cell.of.some(saysKind));
}

function slipTable(folk: Folk, table: SlipRows, cases: readonly Case[], onlooker: Onlooker): SlipTable {
  const found = cases.flatMap((one) => {
    const fact = folk.book.get(one.record);
    return fact === undefined || hasFaded(folk, fact, onlooker) ? [] : [{ one, fact }];
  });
  const keyed = found.map((row) => [`${folk.paperKey(householdOf(folk, row.one))} ${row.one.date}`, row] as const);
  const sorted = keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  const isPrivate = found.some(({ fact }) => isSensitive(folk.book, fact.kind));
  const named = found.flatMap(({ one, fact }) => (one.subject === fact.id ? [] : [one.subject]));
  return {
    number: table.number,
    rows: sorted.map((row) => table.cells.map((cell) => wordCell(folk, cell, row))),
    opens: sorted.map((row) => opening(folk, row)),
    looks: isPrivate ? [...new Set(named)] : [],
  };
}

/** Whom a row is about: nobody, where it was told without a name. */
function opening(folk: Folk, { one, fact }: Row): SlipTable['opens'][number] {
  const person = one.subject === fact.id ? undefined : folk.book.get(one.subject);
  return {
    record: fact.id,
    person: person?.id ?? '',
    name: person === undefined ? namelessWords.vi : textOf(person.fields, 'fullName'),
    household: one.holder ?? '',
    householdNumber: textOf(householdOf(folk, one)?.fields ?? {}, 'number'),
    villageName: folk.places.name(one.place),
    date: one.date,
  };
}

interface Row {
  readonly one: Case;
  readonly fact: Held;
}

function householdOf(folk: Folk, { holder }: Case): Held | undefined {
  return holder === undefined ? undefined : folk.book.get(holder);
}

function wordCell(folk: Folk, cell: SlipCell, row: Row): Words {
  switch (cell.is) {
    case 'household':
      return { vi: textOf(householdOf(folk, row.one)?.fields ?? {}, 'number') };
    case 'kind':
      return row.fact.kind === cell.but ? blank : (definitionOf(folk.book.catalogue, row.fact.kind)?.label ?? blank);
    case 'before':
      return saidBy(folk, row, 'before');
    case 'after':
      return saidBy(folk, row, 'details');
    case 'first':
      return cell.of.map((one) => wordCell(folk, one, row)).find(({ vi }) => vi !== '') ?? blank;
    case 'field':
      return wordField(folk, cell, row);
    case 'blank':
      return blank;
  }
}

/** What was and what is: a told change says both; a wedding or a divorce, what the person's marital status was. */
function saidBy(folk: Folk, { one, fact }: Row, side: 'before' | 'details'): Words {
  const [line] = changeLines(folk, [fact], 'page', () => undefined);
  if (line === undefined) return blank;
  if (textOf(fact.fields, 'field') !== '') return joined(line[side]);
  return side === 'details' ? line.label : wordField(folk, maritalBefore, { one, fact });
}

const maritalBefore = { is: 'field', of: 'before', field: 'marital' } as const;

function joined(lines: readonly FieldLine[]): Words {
  const say = (read: (words: Words) => string) =>
    lines.map(({ label, value }) => `${read(label)}: ${read(value)}`).join('; ');
  return { vi: say(({ vi }) => vi), en: say(({ vi, en }) => en ?? vi) };
}

type FieldCell = Extract<SlipCell, { readonly is: 'field' }>;

function wordField(folk: Folk, cell: FieldCell, { one, fact }: Row): Words {
  const named = cell.of === 'fact' ? fact : personOf(folk, cell.of, one, fact);
  if (named === undefined || named.id === '') return isRowsName(cell) ? namelessWords : blank;
  const values = valuesOf(folk, cell.of, named, fact);
  if (cell.only !== undefined && textOf(values, cell.only.field) !== cell.only.value) return blank;
  const field = definitionOf(folk.book.catalogue, named.kind)?.fields.find(({ key }) => key === cell.field);
  if (field === undefined) return blank;
  const value = values[cell.field];
  if (cell.as === 'year') return { vi: String(value ?? '').slice(0, 4) };
  if (cell.as === 'printed' && field.type.is === 'code') {
    const code = field.type.list.codes.find(({ key }) => key === value);
    if (code?.printed !== undefined) return { vi: code.printed };
  }
  return valueWords(folk, field, value, textOf(values, 'sex')) ?? blank;
}

/** Told without a name is the row, not somebody beside it: of a foundling's mother nothing is said. */
function isRowsName({ of, field }: FieldCell): boolean {
  return of === 'subject' && field === 'fullName';
}

/** "subject" and "before" are whom the row is about; anything else is the fact's field that names somebody. */
function personOf(folk: Folk, of: string, one: Case, fact: Held): Held | undefined {
  const id = of === 'subject' || of === 'before' ? one.subject : textOf(fact.fields, of);
  return id === fact.id ? undefined : folk.book.get(id);
}

/** Dated values as they were just after the fact, or just before it. */
function valuesOf(folk: Folk, of: string, named: Held, fact: Held): Fields {
  const at = momentOf(folk.book.catalogue, fact);
  if (named === fact || at === undefined) return named.fields;
  const timeline = folk.book.timeline(named);
  return of === 'before' ? stateBefore(timeline, at) : stateAfter(timeline, at);
}
