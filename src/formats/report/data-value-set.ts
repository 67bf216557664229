import { readPeriod } from '../../domain/calendar/period.ts';
import type { ReportFigure, ReportTable } from '../../domain/figure/report.ts';

/**
 * A report as DHIS2 takes it at `/api/dataValueSets` (DHIS2 developer guide, Web API, "Data values"): codes as
 * identifiers, values as strings. `dryRun`: the server judges it and keeps nothing ("kiểm tra trước khi gửi").
 */
export interface DataValueSet {
  readonly dataElementIdScheme: 'CODE';
  readonly orgUnitIdScheme: 'CODE';
  readonly idScheme: 'CODE';
  readonly dryRun: boolean;
  readonly dataSet: string;
  readonly period: string;
  readonly orgUnit: string;
  readonly dataValues: readonly DataValue[];
}

interface DataValue {
  readonly dataElement: string;
  readonly categoryOptionCombo?: string;
  readonly value: string;
}

/**
 * Counts only: DHIS2 works out rates by its own indicators, and a rate that is sent could be averaged there.
 * @param orgUnit code of the unit that reports
 */
export function dataValueSet(table: ReportTable, orgUnit: string): DataValueSet {
  const figures = [...table.above, ...table.rows].filter(isCount);
  return {
    dataElementIdScheme: 'CODE',
    orgUnitIdScheme: 'CODE',
    idScheme: 'CODE',
    dryRun: true,
    dataSet: `SDS_${table.form.replace('-', '_')}`,
    period: periodCode(table.period),
    orgUnit,
    dataValues: figures.map(({ key, value }) => ({ ...elementOf(key), value: String(value) })),
  };
}

/** A number that is counted, on the law's form; a change or a mean is worked out from counts. */
function isCount({ value, parts, madeOf, decimals, isLegal }: ReportFigure): boolean {
  return isLegal && value !== null && parts === undefined && madeOf === undefined && decimals === 0;
}

/** `pop_by_age_sex[male,0-4]` is an element and one of its parts: "SDS_POP_BY_AGE_SEX", "SDS_MALE_0_4". */
function elementOf(key: string): Pick<DataValue, 'dataElement' | 'categoryOptionCombo'> {
  const [, element = key, part] = /^([^[]+)(?:\[(.+)\])?$/.exec(key) ?? [];
  return { dataElement: codeOf(element), ...(part !== undefined && { categoryOptionCombo: codeOf(part) }) };
}

function codeOf(text: string): string {
  return `SDS_${text
    .toUpperCase()
    .replace(/\+/g, '_PLUS')
    .replace(/[^A-Z0-9]+/g, '_')}`;
}

/** "2026-10" → "202610", "2026-Q2" → "2026Q2", "2026", the first half "2026S1"; any other span has no name there: "". */
export function periodCode(text: string): string {
  const read = readPeriod(text);
  if (!read.ok) return '';
  const { is, first, last } = read.value;
  const year = first.slice(0, 4);
  if (is === 'span') return first === `${year}-01-01` && last === `${year}-06-30` ? `${year}S1` : '';
  return text.replace('-', '');
}
