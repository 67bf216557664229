import { catalogue } from '../../../src/catalogue/index.ts';
import { type Period, readPeriod } from '../../../src/domain/calendar/period.ts';
import {
  cumulativeWithPaper,
  formInForce,
  type ReportFigure,
  type ReportTable,
} from '../../../src/domain/figure/report.ts';
import { roundTo } from '../../../src/domain/figure/rounding.ts';
import { latestOf } from '../../../src/register/figures/closing/closings.ts';
import { reportedBy } from '../../../src/register/figures/closing/reported.ts';
import { readClosings } from '../../figures/closing/read-closings.ts';
import { findPlace, findVillage } from '../find-place.ts';
import { told } from '../told.ts';
import type { RegisterBench } from './obey-register.ts';
import type { RegisterWords } from './register-words.ts';

/** Fills a form for a commune or one of its villages. */
export async function reportWords(bench: RegisterBench, words: RegisterWords): Promise<string> {
  const { hub, figures } = bench;
  const period = requirePeriod(words);
  const place = await findPlace(hub, words.place);
  const unit = words.village === undefined ? place.communeId : findVillage(place, words.village).id;
  if (words.isFrozen) return frozenWords(bench, words, place.book, unit);
  const table = await figures.report(place.book, words.form, period.text, unit, words.isJson);
  if (table === undefined) throw told(`Không có sổ của xã ${words.place}.`, `No book of commune ${words.place}.`);
  return words.isJson ? JSON.stringify(jsonOf(table, words)) : asLines(table);
}

/** The version that stands of a frozen report, with what the level above said of it. */
async function frozenWords(
  { hub, figures }: RegisterBench,
  words: RegisterWords,
  book: string,
  unit: string,
): Promise<string> {
  const { form, period } = words;
  const closings = (await readClosings(hub, book)).filter(({ place }) => place === unit);
  const standing = latestOf(closings, form, period);
  const frozen = standing && (await figures.closing(book, standing.id));
  if (frozen === undefined) throw told(`Biểu ${form} kỳ ${period} chưa chốt.`, `${form} of ${period} is not frozen.`);
  const { version, state, date, hash } = frozen.closing;
  if (words.isJson) return JSON.stringify({ ...jsonOf(frozen.table, words), frozen: { version, state, date, hash } });
  return [asLines(frozen.table), ['frozen', version, state, date, hash].join('\t')].join('\n');
}

function requirePeriod({ form, period: text, isFrozen }: RegisterWords): Period {
  const period = readPeriod(text);
  if (!period.ok)
    throw told(
      `--period là 2026-06, 2026-Q2, 2026 hoặc 2026-01..2026-09, không phải "${text}".`,
      `--period is 2026-06, 2026-Q2, 2026 or 2026-01..2026-09, not "${text}".`,
    );
  // The month's report of stores is filled by `stock`; as it was frozen it is read like any other.
  if (isFrozen && reportedBy(catalogue, { form, period: text, place: '' }) !== undefined) return period.value;
  const codes = [...new Set(catalogue.reports.map(({ code }) => code))].join(', ');
  const found = formInForce(catalogue.reports, form, period.value);
  if (found === undefined) throw told(`Không có biểu ${form}. Có: ${codes}.`, `No form ${form}. Known: ${codes}.`);
  // A look back takes any span, on any form's rows.
  if (period.value.is === 'span' || found.period === period.value.is) return period.value;
  throw told(`Biểu ${form} không lập cho kỳ ${text}.`, `The form ${form} is not made for ${text}.`);
}

/** interchange.md: `place` as it was asked for, `value` null where a ratio has no denominator. */
function jsonOf({ form, formSet, period, above, rows }: ReportTable, { place, village }: RegisterWords) {
  return {
    form,
    formSet,
    period,
    place,
    ...(village === undefined ? {} : { village }),
    rows: [...above, ...rows].map(rowOf),
  };
}

function rowOf({ row, key, unit, value, text, cumulative, withPaper, parts }: ReportFigure) {
  return {
    row,
    key,
    unit: unit.vi,
    value: text ?? value,
    cumulative,
    ...(withPaper === undefined ? {} : { withPaper }),
    ...(parts === undefined ? {} : { parts }),
  };
}

function asLines({ title, period, placeName, rounding, above, rows }: ReportTable): string {
  const lines = [...above, ...rows].map((figure) => {
    const { row, label, decimals, value, text } = figure;
    const spell = (number: number | null) => (number === null ? '—' : roundTo(number, decimals, rounding));
    return [row, label.vi, text ?? spell(value), spell(cumulativeWithPaper(figure))].join('\t');
  });
  return [`${title.vi} · ${placeName} · ${period}`, ...lines].join('\n');
}
