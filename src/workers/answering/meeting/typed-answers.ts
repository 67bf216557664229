import { catalogue } from '../../../catalogue/index.ts';
import { type ReportForm, reportNamed } from '../../../domain/figure/report.ts';
import { bad } from '../../../domain/outcome.ts';
import type { Words } from '../../../domain/words.ts';
import type { TypedFigure } from '../../../register/figures/meeting/answers.ts';
import { typedBeside } from '../../../register/figures/meeting/typed-beside.ts';
import { typedRecords, typedValue } from '../../../register/figures/meeting/typed-figures.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import type { MeetingApi } from '../../api/meeting-api.ts';
import { type MeetingBench, nothingNew, officerOnly, saveAll } from './meeting-desk.ts';

type Answers = 'typedFigures' | 'saveTyped' | 'typedBeside' | 'typedInFile';

const noCount: Words = { vi: 'Nhập số nguyên từ 0 đến 9.999.999', en: 'Enter a whole number from 0 to 9,999,999' };
/** "1234", "1.234", "1 234". */
const countShape = /^\d+$|^\d{1,3}(?:[.\s]\d{3})+$/;
const mostTyped = 9_999_999;

/** Numbers of reports on paper: typed or read from a file, and where they stand beside what the book counts. */
export function typedAnswers(whole: () => Promise<MeetingBench>): Pick<MeetingApi, Answers> {
  return {
    async typedFigures(code, text) {
      const { register, who } = (await whole()).session;
      const records = typedRecords(register.folk, code, text, who.commune);
      return typedKeys(formOf(code, text)).map((indicator) => ({
        indicator,
        value: typedValue(records.get(indicator)),
      }));
    },
    async saveTyped(code, text, values) {
      const bench = await whole();
      const { session } = bench;
      const keys = typedKeys(formOf(code, text));
      if (session.who.role !== 'officer') return bad(officerOnly);
      const given = values.filter(({ indicator }) => keys.includes(indicator));
      if (!given.every(({ value }) => value === null || isCount(value))) return bad(noCount);
      const records = typedRecords(session.register.folk, code, text, session.who.commune);
      const drafts = given.flatMap(({ indicator, value }): readonly OpDraft[] => {
        const known = records.get(indicator);
        if (typedValue(known) === value) return [];
        const record = { kind: 'typed_figure', place: session.who.commune };
        if (known !== undefined) return [{ ...record, id: known.id, put: { value } }];
        return [{ ...record, put: { form: code, period: text, indicator, value } }];
      });
      return drafts.length === 0 ? bad(nothingNew) : saveAll(bench, drafts);
    },
    async typedBeside(code, text) {
      const { register, who } = (await whole()).session;
      const found = reportNamed(catalogue.reports, code, text);
      return found === undefined ? [] : typedBeside(register, found.form, found.period, who.commune);
    },
    async typedInFile(code, text, { name, bytes }) {
      const { readSheets } = await import('../../../formats/sheet/read-sheets.ts');
      const read = await readSheets(bytes, name);
      const form = formOf(code, text);
      return read.ok && form !== undefined ? read.value.flatMap(({ rows }) => figuresIn(form, rows)) : [];
    },
  };
}

function formOf(code: string, text: string): ReportForm | undefined {
  return reportNamed(catalogue.reports, code, text)?.form;
}

/** What stands on the law's form is what paper has. */
function typedKeys(form: ReportForm | undefined): readonly string[] {
  const rows = form?.rows.filter(({ isLegal }) => isLegal) ?? [];
  return [...(form?.above ?? []), ...rows.map(({ indicator }) => indicator)];
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= mostTyped;
}

/** Laid out like the form: a row's number in the first cell, and the first count in a cell behind its words. */
function figuresIn(form: ReportForm, rows: readonly (readonly string[])[]): readonly TypedFigure[] {
  const legal = new Map(form.rows.filter(({ isLegal }) => isLegal).map((row) => [row.number, row.indicator]));
  return rows.flatMap(([number = '', ...cells]): readonly TypedFigure[] => {
    const indicator = legal.get(number.trim().replace(/\.$/, ''));
    const found = cells.map((cell) => cell.trim()).find((cell) => countShape.test(cell));
    const value = Number(found?.replace(/\D/g, ''));
    return indicator === undefined || found === undefined || !isCount(value) ? [] : [{ indicator, value }];
  });
}
