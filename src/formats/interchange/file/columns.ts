/*
 * The fixed files of a register (CSV or XLSX): names of tables and columns. Order is free; an unknown column is reported
 * and passed over.
 */

export const tableNames = ['units', 'households', 'persons', 'events', 'stock'] as const;
export type TableName = (typeof tableNames)[number];

/** Columns without which a table cannot be read; the others may be missing. */
export const neededColumns: { readonly [table in TableName]: readonly string[] } = {
  units: ['code', 'name', 'kind'],
  households: ['household_key', 'village_code'],
  persons: ['person_key', 'household_key', 'full_name', 'sex', 'birth_date'],
  events: ['event_key', 'kind', 'date'],
  stock: ['movement_key', 'date', 'store', 'product', 'channel', 'type', 'quantity'],
};

/** Every column, in the order in which files are written. */
export const tableColumns: { readonly [table in TableName]: readonly string[] } = {
  units: ['code', 'name', 'kind', 'parent_code', 'valid_from', 'valid_to', 'predecessors'],
  households: ['household_key', 'village_code', 'household_no', 'address', 'kind', 'poor', 'phone'],
  persons: [
    'person_key',
    'household_key',
    'full_name',
    'relation',
    'sex',
    'birth_date',
    'ethnicity',
    'education',
    'marital',
    'residence',
    'status',
    'insurance_no',
    'national_id',
    'mother_key',
    'spouse_key',
    'method',
  ],
  events: [
    'event_key',
    'kind',
    'date',
    'person_key',
    'household_key',
    'village_code',
    'age_group',
    'from_marital',
    'from_residence',
    'from_method',
    'mother_key',
    'birth_order',
    'place',
    'multiple',
    'from',
    'to',
    'to_household_key',
    'spouse_key',
    'premarital_check',
    'close_kin',
    'method',
    'reason',
    'number',
    'week',
    'edward',
    'down',
    'patau',
    'thalassemia',
    'hypothyroid',
    'g6pd',
    'cah',
    'hearing',
    'heart',
    'field',
    'old',
    'new',
  ],
  stock: [
    'movement_key',
    'date',
    'store',
    'product',
    'channel',
    'lot',
    'expiry',
    'type',
    'quantity',
    'person_key',
    'unit_price',
    'reason',
  ],
};

/** Fields whose column is called otherwise than they are. */
const ownNames: { readonly [field: string]: string } = {
  number: 'household_no',
  household: 'household_key',
  toHousehold: 'to_household_key',
  person: 'person_key',
  mother: 'mother_key',
  spouse: 'spouse_key',
};

/** "birth_date" for birthDate: as the file has it. */
export function columnOf(field: string): string {
  return ownNames[field] ?? field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
