import { isObject } from '../../sync/wire/bounds.ts';

/*
 * What DHIS2 says in public of a data value set (developer guide, Web API, "Data values" and "Date and period format"),
 * as rules: a payload is judged here before anybody sends it. No server is asked.
 */

type Rule = { readonly is: 'text'; readonly fits: RegExp; readonly isRequired?: true } | { readonly is: 'boolean' };

/** Codes are unique, and at most 50 characters long. */
const codeText = /^\S(?:.{0,48}\S)?$/;
const code: Rule = { is: 'text', fits: codeText, isRequired: true };
const scheme: Rule = { is: 'text', fits: /^(?:UID|CODE|NAME|ATTRIBUTE:[A-Za-z][A-Za-z0-9]{10})$/ };

const ofSet: { readonly [key: string]: Rule } = {
  dataElementIdScheme: scheme,
  orgUnitIdScheme: scheme,
  idScheme: scheme,
  dryRun: { is: 'boolean' },
  dataSet: code,
  // A month, a quarter, a half year, a year.
  period: { is: 'text', fits: /^\d{4}(?:0[1-9]|1[0-2]|Q[1-4]|S[12])?$/, isRequired: true },
  orgUnit: code,
  completeDate: { is: 'text', fits: /^\d{4}-\d{2}-\d{2}$/ },
};

const ofValue: { readonly [key: string]: Rule } = {
  dataElement: code,
  categoryOptionCombo: { is: 'text', fits: codeText },
  // A positive integer or zero, written without anything else.
  value: { is: 'text', fits: /^(?:0|[1-9]\d{0,9})$/, isRequired: true },
  comment: { is: 'text', fits: /^.{0,50000}$/s },
};

/** What a payload breaks, as paths: "period", "dataValues[3].value", "dataValues[4]: twice". Nothing: it may be sent. */
export function dataValueSetFaults(given: unknown): readonly string[] {
  if (!isObject(given)) return ['(root)'];
  const { dataValues, ...rest } = given;
  const faults = faultsOf(rest, ofSet, '');
  if (!Array.isArray(dataValues) || dataValues.length === 0) return [...faults, 'dataValues'];
  const seen = new Set<string>();
  return [
    ...faults,
    ...dataValues.flatMap((value: unknown, index) => {
      const path = `dataValues[${index}]`;
      if (!isObject(value)) return [path];
      const key = `${String(value.dataElement)} ${String(value.categoryOptionCombo)}`;
      const isTwice = seen.has(key);
      seen.add(key);
      return [...faultsOf(value, ofValue, `${path}.`), ...(isTwice ? [`${path}: twice`] : [])];
    }),
  ];
}

function faultsOf(given: object, rules: typeof ofSet, path: string): readonly string[] {
  const values = new Map(Object.entries(given));
  const strangers = [...values.keys()].filter((key) => !Object.hasOwn(rules, key));
  const broken = Object.entries(rules).filter(([key, rule]) => !obeys(values.get(key), rule));
  return [...strangers, ...broken.map(([key]) => key)].map((key) => `${path}${key}`);
}

function obeys(value: unknown, rule: Rule): boolean {
  if (rule.is === 'boolean') return value === undefined || typeof value === 'boolean';
  if (value === undefined) return rule.isRequired !== true;
  return typeof value === 'string' && rule.fits.test(value);
}
