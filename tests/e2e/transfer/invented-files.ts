import { writeXlsx } from '../../../src/formats/sheet/write-xlsx.ts';

/** A file as a browser's chooser is given it. */
interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Three people a household, in the three villages of the demo commune; one date that is not in the calendar. */
export function inventedFiles(households: number): readonly GivenFile[] {
  const numbers = Array.from({ length: households }, (_, index) => index + 1);
  const villageOf = (number: number) => `00${(number % 3) + 1}`;
  const homes = numbers.map((number) => `H${number},${villageOf(number)},${10_000 + number},family`);
  const people = numbers.flatMap((number) => [
    `A${number},H${number},Bùi Thử Nghiệm ${number},head,male,19${50 + (number % 40)}-02-03,married,usual_present,active,B${number}`,
    `B${number},H${number},Lê Thị Mẫu ${number},spouse,female,19${52 + (number % 40)}-04-05,married,usual_present,active,`,
    `C${number},H${number},Bùi Thị Con ${number},child,female,${2000 + (number % 25)}-06-07,single,usual_present,active,`,
  ]);
  const events = numbers
    .filter((number) => number % 3 === 0)
    .map((number) => `E${number},elder_check,2026-0${1 + (number % 9)}-11,A${number},H${number}`);
  return [
    file('households', ['household_key,village_code,household_no,kind', ...homes]),
    file('persons', [
      'person_key,household_key,full_name,relation,sex,birth_date,marital,residence,status,spouse_key',
      ...people,
      'Z,H1,Bùi Sai Ngày,other,male,31/02/2026,single,usual_present,active,',
    ]),
    file('events', ['event_key,kind,date,person_key,household_key', ...events]),
  ];
}

/** As an office keeps it: a title, a heading in two rows, a word that no list has. */
export function inventedList(): GivenFile {
  return file('danh sách thôn', [
    'UBND XÃ SUỐI MẪU,,,,',
    'Hộ số,Họ và tên,Năm sinh,,Tình trạng hôn nhân',
    ',,Nam,Nữ,',
    '950,Hà Thử Danh,1970,,Có gia đình',
    ',Lò Thử Danh,,1972,Ly thân',
  ]);
}

/** A list of 6,000 people in a workbook whose one sheet unpacks to more than a megabyte. */
export async function largeWorkbook(): Promise<GivenFile> {
  const people = Array.from({ length: 6_000 }, (_, row) => [`${row}`, `Hà Thử Nghiệm ${row}`, '1970', 'Có vợ/chồng']);
  const rows = [['Hộ số', 'Họ và tên', 'Năm sinh', 'Tình trạng hôn nhân'], ...people];
  const bytes = await writeXlsx([{ name: 'DS', rows }]);
  return { name: 'danh sách xã.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
}

function file(name: string, lines: readonly string[]): GivenFile {
  return { name: `${name}.csv`, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) };
}
