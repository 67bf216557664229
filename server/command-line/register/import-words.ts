import { type TableName, tableNames } from '../../../src/formats/interchange/file/columns.ts';
import type { Remark } from '../../../src/formats/interchange/file/remark.ts';
import type { Say } from '../control.ts';
import { type Told, told } from '../told.ts';
import { type Imported, importRegister } from './import-register.ts';
import type { RegisterBench } from './obey-register.ts';
import { type FolderProblem, readFolder } from './read-folder.ts';
import type { RegisterWords } from './register-words.ts';

/** Every this many ops the writer says how far it is. */
const sayEvery = 2_000;

/** Imports a folder: doubtful rows are taken and listed; a refused one ends it with its reasons, nothing written. */
export async function importWords(bench: RegisterBench, words: RegisterWords, say: Say): Promise<string> {
  const found = await readFolder(words.folder);
  if (!found.ok) throw tellProblem(words.folder, found.error);
  const { tables, unread, font } = found.value;
  const { place, skipRefused } = words;
  const imported = await importRegister(bench.hub, { tables, place, skipRefused }, progressTo(say));
  if (imported.is === 'no_commune')
    throw told(
      `Không có xã mã ${place}: máy chủ chưa biết và units.csv không có.`,
      `No commune with code ${place}: neither this hub nor units.csv has it.`,
    );
  if (imported.is === 'refused') throw tellRefused(imported.remarks);
  bench.onWritten(imported.book);
  if (imported.is === 'failed') throw tellFailed(imported);
  const converted = font === undefined ? [] : [`Có chữ gõ bằng phông cũ (${font.toUpperCase()}); đã đổi sang Unicode.`];
  return [...converted, ...unread.map((file) => `Không đọc: ${file}`), summary(imported)].join('\n');
}

function tellFailed({ why, isUndone }: Extract<Imported, { is: 'failed' }>): Told {
  return isUndone
    ? told(
        `Máy chủ không nhận: ${why}. Phần đã ghi đã được hủy hết; sổ như trước khi nhập.`,
        `The hub did not take it: ${why}. What was written has been taken back; the book is as before.`,
      )
    : told(
        `Máy chủ không nhận: ${why}. Một phần đã ghi và chưa hủy được: chạy lại lệnh này để nhập nốt, không bị ghi hai lần.`,
        `The hub did not take it: ${why}. A part stands and could not be taken back: run this again, nothing is doubled.`,
      );
}

function progressTo(say: Say): Parameters<typeof importRegister>[2] {
  let said = 0;
  return {
    read: (people) => say(`Đã đọc ${inWords(people)} người, đang xét…`),
    written(done, of) {
      if (done - said < sayEvery && done < of) return;
      said = done;
      say(`Đã ghi ${inWords(done)}/${inWords(of)}`);
    },
  };
}

function inWords(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}

function tellProblem(folder: string, problem: FolderProblem): Told {
  switch (problem.is) {
    case 'no_folder':
      return told(`Không đọc được thư mục ${folder}.`, `The folder ${folder} cannot be read.`);
    case 'no_tables': {
      const others = problem.unread.length === 0 ? '' : ` (${problem.unread.join(', ')})`;
      return told(
        `Trong ${folder} không có households.csv, persons.csv, events.csv hay units.csv${others}.`,
        `${folder} holds no households.csv, persons.csv, events.csv or units.csv${others}.`,
      );
    }
    case 'columns': {
      const columns = problem.problem.missing.join(', ');
      return told(`${problem.file}: thiếu cột ${columns}.`, `${problem.file}: columns are missing: ${columns}.`);
    }
    case 'sheet':
      return tellSheet(problem.file, problem.problem);
  }
}

function tellSheet(file: string, { is, row }: Extract<FolderProblem, { is: 'sheet' }>['problem']): Told {
  const reasons = {
    not_utf8: ['không phải UTF-8', 'is not UTF-8'],
    open_quote: ['mở dấu nháy kép mà không đóng', 'a quote is opened and not closed'],
    too_many_rows: ['quá nhiều dòng', 'too many rows'],
    not_xlsx: ['không phải tệp XLSX đọc được', 'is no readable XLSX file'],
  } as const;
  const [vi, en] = reasons[is];
  return told(`${file} dòng ${row}: ${vi}.`, `${file} row ${row}: ${en}.`);
}

function tellRefused(remarks: readonly Remark[]): Told {
  const refused = remarks.filter(({ strength }) => strength === 'refuse');
  const lines = refused.map((remark) => lineOf(remark, 'vi'));
  return told(
    [...lines, `Từ chối ${inWords(refused.length)} chỗ; chưa ghi gì. Thêm --skip-refused để nhập phần còn lại.`].join(
      '\n',
    ),
    `${refused.length} refused; nothing was written. --skip-refused takes the rest.`,
  );
}

/** Row and column, then the reason: no value that could name a person stands here but what makes the row wrong. */
function lineOf({ table, row, column, words }: Remark, language: 'vi' | 'en'): string {
  const [atRow, atColumn] = language === 'vi' ? ['dòng', 'cột'] : ['row', 'column'];
  return `${table}.csv ${atRow} ${row}, ${atColumn} ${column}: ${words[language] ?? words.vi}`;
}

const tableWords: { readonly [table in TableName]: string } = {
  units: 'đơn vị',
  households: 'hộ',
  persons: 'nhân khẩu',
  events: 'biến động',
  stock: 'dòng thẻ kho',
};

function summary(imported: Extract<Imported, { is: 'done' }>): string {
  const { remarks, counts, strange, written } = imported;
  const heard = remarks.map((one) => `${one.strength === 'refuse' ? 'TỪ CHỐI ' : 'HỎI LẠI '}${lineOf(one, 'vi')}`);
  const columns = strange.map((one) => `${one.table}.csv: không dùng cột ${one.columns.join(', ')}`);
  const totals = tableNames.flatMap((table) => {
    const count = counts[table];
    if (count === undefined) return [];
    const { rows, fine, doubtful, refused } = count;
    return [
      `${table}.csv: ${inWords(rows)} ${tableWords[table]}; được ${inWords(fine)}, hỏi lại ${inWords(doubtful)}, từ chối ${inWords(refused)}`,
    ];
  });
  const end = written === 0 ? 'Sổ đã có đủ, không ghi thêm gì.' : `Đã ghi ${inWords(written)} mục vào sổ.`;
  return [...heard, ...columns, ...totals, end].join('\n');
}
