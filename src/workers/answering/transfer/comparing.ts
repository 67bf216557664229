import { catalogue } from '../../../catalogue/index.ts';
import { definitionOf } from '../../../domain/book/book.ts';
import { parsePartialDate } from '../../../domain/calendar/partial-date.ts';
import { foldText } from '../../../domain/search-key.ts';
import type { Fields, Value } from '../../../domain/value.ts';
import { say } from '../../../domain/words.ts';
import type { TableRow, Tables } from '../../../formats/interchange/file/table.ts';
import { cardOf, nationalIdOf, samePhoneOf } from '../../../formats/interchange/read/whole-numbers.ts';
import { codeColumns } from '../../../formats/interchange/wizard/mapping.ts';
import type { ComparedField, ComparedLine, Comparison } from '../../api/transfer-api.ts';
import { hereNow } from './here-now.ts';
import type { TransferBench } from './transferring.ts';

/** People of the register as a list is laid against them. */
interface Here {
  readonly id: string;
  readonly place: string;
  readonly household: string;
  /** Values in words, by what is compared. */
  readonly told: { readonly [field in ComparedField]: string };
}

/** A row of the list, in words as well. */
interface Listed {
  readonly row: TableRow;
  readonly told: { readonly [field in ComparedField]?: string };
}

/**
 * Whom a list names and the register does not, the other way round, and where the two say different things: by a card
 * number, else by name and birth date, else by a name that only one is left of.
 * @param place village of the list, or the commune: nobody else is missing from it
 */
export function createComparing(bench: TransferBench) {
  return async (tables: Tables, place: string): Promise<Comparison> => {
    const here = await peopleHere(bench);
    const listed = listedPeople(tables, bench);
    const met = match(listed, here);
    const lines = listed.flatMap((one): readonly ComparedLine[] => {
      const found = met.get(one);
      if (found === undefined) return [extraLine(one)];
      const differs = differences(one, found);
      return differs.length === 0 ? [] : [{ ...lineOf(found, 'different'), row: one.row.number, differs }];
    });
    const known = new Set(met.values());
    const isAsked = (one: Here) => place === bench.session.who.commune || one.place === place;
    const missing = here.filter((one) => !known.has(one) && isAsked(one)).map((one) => lineOf(one, 'missing'));
    const differing = lines.filter(({ is }) => is === 'different').length;
    return { listed: listed.length, same: known.size - differing, lines: [...lines, ...missing] };
  };
}

/** In the order of paper: by village and household number, the eldest first. */
async function peopleHere(bench: TransferBench): Promise<readonly Here[]> {
  const { people, households } = await hereNow(bench.session);
  const villages = new Map(bench.session.who.places.map(({ id, name }) => [id, name]));
  const codes = new Map(bench.session.who.places.map(({ id, code }) => [id, code]));
  const keyOf = ({ place, household, told }: Here) =>
    `${codes.get(place) ?? '~'} ${told.householdNumber.padStart(6, '0')} ${household} ${told.birthDate || '~'}`;
  const here = people.map(({ id, fields }): Here => {
    const home = households.get(textOf(fields.household));
    const village = villages.get(home?.place ?? '') ?? '';
    const place = home?.place ?? '';
    return { id, place, household: textOf(fields.household), told: toldOf(fields, home?.fields ?? {}, village) };
  });
  const keyed = here.map((one) => [keyOf(one), one] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

function toldOf(fields: Fields, home: Fields, village: string): Here['told'] {
  const coded = (column: string) => wordsOfCode(column, textOf(fields[column]));
  return {
    fullName: textOf(fields.fullName),
    birthDate: textOf(fields.birthDate),
    sex: coded('sex'),
    relation: coded('relation'),
    ethnicity: coded('ethnicity'),
    education: coded('education'),
    marital: coded('marital'),
    residence: coded('residence'),
    insuranceNo: textOf(fields.insuranceNo),
    nationalId: textOf(fields.nationalId),
    householdNumber: textOf(home.number),
    address: textOf(home.address),
    phone: textOf(home.phone),
    village,
  };
}

/** What a list says in codes, by the column of the fixed format. */
const coded = ['sex', 'relation', 'ethnicity', 'education', 'marital', 'residence'] as const;

function listedPeople({ households, persons }: Tables, { session }: TransferBench): readonly Listed[] {
  const homes = new Map(households?.rows.map((row) => [row.cell('household_key'), row]));
  const villages = new Map(session.who.places.map(({ code, name }) => [code, name]));
  return (persons?.rows ?? []).map((row) => {
    const home = homes.get(row.cell('household_key'));
    const village = home?.cell('village_code') ?? '';
    const told = {
      fullName: row.cell('full_name'),
      insuranceNo: cardOf(row.cell('insurance_no')),
      nationalId: nationalIdOf(row.cell('national_id')),
      ...Object.fromEntries(coded.map((column) => [column, wordsOfCode(column, row.cell(column))])),
      birthDate: isoDate(row.cell('birth_date')),
      householdNumber: home?.cell('household_no') ?? '',
      address: home?.cell('address') ?? '',
      phone: home?.cell('phone') ?? '',
      village: villages.get(village) ?? village,
    };
    return { row, told };
  });
}

/** Each row with whom it means; nobody is meant twice. */
function match(listed: readonly Listed[], here: readonly Here[]): ReadonlyMap<Listed, Here> {
  const met = new Map<Listed, Here>();
  const taken = new Set<Here>();
  const meet = (find: (one: Listed) => readonly Here[]) => {
    for (const one of listed) {
      const free = met.has(one) ? [] : find(one).filter((other) => !taken.has(other));
      const [found] = free;
      if (found === undefined || free.length > 1) continue;
      met.set(one, found);
      taken.add(found);
    }
  };
  const [byCard, byName] = [groupBy(here, cardsOf), groupBy(here, ({ told }) => [foldText(told.fullName)])];
  const named = ({ told }: Listed) => byName.get(foldText(told.fullName ?? '')) ?? [];
  meet((one) => [...new Set(cardsOf(one).flatMap((card) => byCard.get(card) ?? []))]);
  meet((one) => named(one).filter(({ told }) => told.birthDate !== '' && told.birthDate === one.told.birthDate));
  meet((one) => named(one).filter(({ told }) => isSameBirth(told.birthDate, one.told.birthDate ?? '')));
  meet(named);
  return met;
}

function cardsOf({ told }: Pick<Listed, 'told'>): readonly string[] {
  const cards = [nationalIdOf(told.nationalId ?? ''), cardOf(told.insuranceNo ?? '').toUpperCase()];
  return cards.flatMap((number, index) => (number === '' ? [] : [`${index} ${number}`]));
}

function groupBy(here: readonly Here[], keys: (one: Here) => readonly string[]): ReadonlyMap<string, readonly Here[]> {
  const found = new Map<string, Here[]>();
  for (const one of here) for (const key of keys(one)) found.set(key, [...(found.get(key) ?? []), one]);
  return found;
}

/** As far as both are known. */
function isSameBirth(one: string, other: string): boolean {
  return one !== '' && other !== '' && (one.startsWith(other) || other.startsWith(one));
}

/** All that the list says and the register says otherwise; a blank cell says nothing. */
function differences({ row, told }: Listed, here: Here): ComparedLine['differs'] {
  return fields.flatMap((field) => {
    const [list = '', register] = [told[field], here.told[field]];
    // A list without that column was filled with what most people are.
    const isFilled = field === 'residence' && row.cell('residence') === 'usual_present';
    const isSame = (sameness[field] ?? isSameText)(register, list);
    if (list === '' || isFilled || isSame) return [];
    return [{ field, list, register: register !== '' && isSensitive(field) ? undefined : register }];
  });
}

/** Whether register and list mean the same, where it is no matter of letters. */
const sameness: { readonly [field in ComparedField]?: (register: string, list: string) => boolean } = {
  birthDate: isSameBirth,
  nationalId: (register, list) => nationalIdOf(register) === nationalIdOf(list),
  insuranceNo: (register, list) => isSameText(cardOf(register), cardOf(list)),
  phone: (register, list) => samePhoneOf(register) === samePhoneOf(list),
};

function isSameText(one: string, other: string): boolean {
  return wordsOf(one) === wordsOf(other);
}

/** Shown in the person's own panel only, where each look is logged. */
function isSensitive(field: ComparedField): boolean {
  const fields = definitionOf(catalogue, 'person')?.fields ?? [];
  return fields.some(({ key, isSensitive }) => key === field && isSensitive === true);
}

const fields: readonly ComparedField[] = [
  'fullName',
  'birthDate',
  'sex',
  'village',
  'householdNumber',
  'relation',
  'ethnicity',
  'education',
  'marital',
  'residence',
  'nationalId',
  'insuranceNo',
  'address',
  'phone',
];

function wordsOf(text: string): string {
  return foldText(text).replace(/[\s.]/g, '');
}

function wordsOfCode(column: string, key: string): string {
  const label = codeColumns[column]?.codes.find((code) => code.key === key)?.label;
  return label === undefined ? key : say(label, 'vi');
}

function isoDate(given: string): string {
  const parts = given.split(/[/.-]/);
  const turned = /^\d{4}/.test(given) ? parts : parts.reverse();
  const date = parsePartialDate(turned.map((part) => part.padStart(2, '0')).join('-'));
  return date.ok ? date.value : given;
}

function extraLine({ row, told }: Listed): ComparedLine {
  const [name, birthDate] = [told.fullName ?? '', told.birthDate ?? ''];
  return {
    is: 'extra',
    row: row.number,
    name,
    birthDate,
    household: '',
    householdNumber: '',
    village: '',
    differs: [],
  };
}

function lineOf({ told, household }: Here, is: ComparedLine['is']): ComparedLine {
  const { fullName: name, birthDate, householdNumber, village } = told;
  return { is, row: 0, name, birthDate, household, householdNumber, village, differs: [] };
}

function textOf(value: Value | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
