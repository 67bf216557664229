import { resolve } from 'node:path';
import { need, readVerb, refuseIgnored, wordsOf } from '../arguments.ts';
import { told } from '../told.ts';

/** What `npm run register` was asked. Folders are absolute: a running hub stands elsewhere. */
export interface RegisterWords {
  readonly verb: 'import' | 'export' | 'report' | 'stock';
  readonly data: string;
  readonly place: string;
  /** Of an import or export. */
  readonly folder: string;
  readonly skipRefused: boolean;
  /** Of a report. */
  readonly form: string;
  readonly period: string;
  readonly village: string | undefined;
  /** As it was frozen, in its latest version, and not as the book stands now. */
  readonly isFrozen: boolean;
  /** Of a stock ledger. */
  readonly month: string;
  readonly isJson: boolean;
}

const usage = [
  'Dùng:\n  register import THƯ-MỤC --place MÃ-XÃ --data THƯ-MỤC [--skip-refused]\n  register export THƯ-MỤC --place MÃ-XÃ --data THƯ-MỤC\n  register report --form 01-DSX --period 2026-06 --place MÃ-XÃ [--village MÃ-THÔN] --data THƯ-MỤC [--json] [--frozen]\n  register stock --month 2026-06 --place MÃ-XÃ --data THƯ-MỤC [--json]',
  'Usage: register import|export DIR --place CODE --data FOLDER [--skip-refused]; register report --form --period --place [--village] --data [--json] [--frozen]; register stock --month --place --data [--json]',
] as const;

const options = {
  data: { type: 'string' },
  place: { type: 'string' },
  form: { type: 'string' },
  period: { type: 'string' },
  month: { type: 'string' },
  village: { type: 'string' },
  'skip-refused': { type: 'boolean' },
  json: { type: 'boolean' },
  frozen: { type: 'boolean' },
} as const;

const known = {
  import: ['data', 'place', 'skip-refused'],
  export: ['data', 'place'],
  report: ['data', 'place', 'form', 'period', 'village', 'json', 'frozen'],
  stock: ['data', 'place', 'month', 'json'],
} as const;

/** Unknown or unfinished words are told, never guessed. */
export function readRegisterWords(words: readonly string[]): RegisterWords {
  const { values, positionals } = readVerb(words, options, usage);
  const [verb, folder] = positionals;
  if (verb !== 'import' && verb !== 'export' && verb !== 'report' && verb !== 'stock') throw told(...usage);
  const isReport = verb === 'report';
  const hasFolder = verb === 'import' || verb === 'export';
  if (positionals.length !== (hasFolder ? 2 : 1)) throw told(...usage);
  refuseIgnored(`register ${verb}`, values, known[verb]);
  return {
    verb,
    data: need(values.data, 'data'),
    place: need(values.place, 'place'),
    folder: folder === undefined ? '' : resolve(folder),
    skipRefused: values['skip-refused'] === true,
    form: isReport ? need(values.form, 'form') : '',
    period: isReport ? need(values.period, 'period') : '',
    village: values.village,
    month: verb === 'stock' ? need(values.month, 'month') : '',
    isJson: values.json === true,
    isFrozen: values.frozen === true,
  };
}

/** The same words for a running hub, which stands in another folder. */
export function passWords(words: RegisterWords): readonly string[] {
  const { verb, folder, data, place, form, period, village, month } = words;
  const named = { data, place, form, period, village: village ?? '', month };
  const flags = [
    ...(words.skipRefused ? ['--skip-refused'] : []),
    ...(words.isJson ? ['--json'] : []),
    ...(words.isFrozen ? ['--frozen'] : []),
  ];
  return [verb, ...(folder === '' ? [] : [folder]), ...wordsOf(named), ...flags];
}
