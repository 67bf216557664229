import { isNamePart, nameColumns, wordsOf } from './name-columns.ts';

/*
 * What offices call their columns. A sheet of no fixed format is read by these; what a person chooses instead is kept as
 * a profile.
 */

/** What a column of a sheet may hold. */
export const sheetFacts = [
  'household_no',
  'village',
  'address',
  'full_name',
  'relation',
  'sex',
  'birth_date',
  'birth_male',
  'birth_female',
  'ethnicity',
  'education',
  'marital',
  'residence',
  'insurance_no',
  'national_id',
  'phone',
] as const;
export type SheetFact = (typeof sheetFacts)[number];

/** Headings as they are found, without accents; commas, slashes and brackets are blanks. */
const known: { readonly [fact in SheetFact]: readonly string[] } = {
  household_no: ['ho so', 'so ho', 'ma ho', 'stt ho', 'ho', 'ma ho gia dinh', 'ma so ho', 'so thu tu ho'],
  village: [
    'thon',
    'to dan pho',
    'ap',
    'ban',
    'khom',
    'khu pho',
    'buon',
    'lang',
    'tdp',
    'ma thon',
    'dia ban',
    'ten thon',
    'thon ban',
    'thon to',
    'thon xom',
    'thon khu pho',
    'thon tdp',
    'thon to dan pho',
    'thon ban to dan pho',
  ],
  address: ['dia chi', 'xom', 'noi o', 'dia chi ho', 'cho o hien nay', 'noi o hien tai'],
  full_name: ['ho va ten', 'ho ten', 'ten', 'ho va ten khai sinh', 'ho chu dem va ten', 'ho va ten nguoi'],
  relation: ['quan he', 'quan he voi chu ho', 'qh', 'qh voi chu ho', 'quan he chu ho'],
  sex: ['gioi tinh', 'gioi', 'gt', 'phai'],
  birth_date: ['ngay sinh', 'nam sinh', 'ngay thang nam sinh', 'sinh ngay'],
  birth_male: ['nam'],
  birth_female: ['nu'],
  ethnicity: ['dan toc', 'dt'],
  education: ['trinh do', 'trinh do hoc van', 'hoc van', 'van hoa', 'trinh do van hoa'],
  marital: ['tinh trang hon nhan', 'hon nhan', 'tthn'],
  residence: ['tinh trang cu tru', 'cu tru', 'thuong tru tam tru'],
  insurance_no: ['so the bhyt', 'the bhyt', 'bhyt', 'ma the', 'so bhyt', 'ma the bhyt', 'ma so bhxh'],
  national_id: [
    'cccd',
    'so cccd',
    'so dinh danh',
    'so dinh danh ca nhan',
    'cmnd',
    'cmnd cccd',
    'can cuoc',
    'so can cuoc',
  ],
  phone: ['dien thoai', 'so dien thoai', 'sdt', 'dt lien he'],
};

const byHeading = new Map(sheetFacts.flatMap((fact) => known[fact].map((heading) => [heading, fact] as const)));

/** Rows among which the heading may stand: lists have titles, seals and notes above. */
export const headingRows = 40;

type Rows = readonly (readonly string[])[];

/** What a heading says that its column holds; empty where nobody knows. */
function guessFact(heading: string): SheetFact | '' {
  if (isNamePart(heading)) return 'full_name';
  // "Giới tính (Nam/Nữ)": what stands in brackets may say how to fill the column, or be a part of its name.
  return byHeading.get(wordsOf(heading)) ?? byHeading.get(wordsOf(heading.replace(/\(.*?\)/g, ' '))) ?? '';
}

function factsIn(cells: readonly string[]): number {
  return new Set(cells.map(guessFact).filter((fact) => fact !== '')).size;
}

/** The row, among the first, that names the most columns, the lower one of a heading in two rows; else the first row. */
export function guessHeading(rows: Rows): number {
  const counts = rows.slice(0, headingRows).map((_, index) => factsIn(titlesOf(rows, index)));
  const best = Math.max(0, counts.indexOf(Math.max(...counts)));
  const isLower = counts[best + 1] === counts[best] && isLowerHalf(rows[best + 1] ?? [], rows[best] ?? []);
  return isLower ? best + 1 : best;
}

/**
 * What each column is called when the heading ends in this row. A heading may take two rows: "Năm sinh" over "Nam" and
 * "Nữ". What the lower row leaves blank stands above it.
 */
export function titlesOf(rows: Rows, heading: number): readonly string[] {
  const [own, above] = [rows[heading] ?? [], rows[heading - 1]];
  if (above === undefined || !isLowerHalf(own, above)) return own;
  const width = Math.max(own.length, above.length);
  return Array.from({ length: width }, (_, index) => own[index] || above[index] || '');
}

/** Few cells, each a heading, under a row that names more. */
function isLowerHalf(own: readonly string[], above: readonly string[]): boolean {
  const filled = own.filter((cell) => cell.trim() !== '');
  const isNamed = filled.length > 0 && filled.every((cell) => guessFact(cell) !== '');
  const isOfName = (cell: string | undefined) => guessFact(cell ?? '') === 'full_name';
  const isSplitName = isOfName(above[own.findIndex(isNamePart)]);
  return isNamed && (isSplitName || !own.some(isOfName)) && factsIn(above) >= 2;
}

/**
 * What each column seems to hold, each fact once; a name may stand in two columns.
 * @param below rows under the heading, as far as they are known
 */
export function guessColumns(heading: readonly string[], below: Rows = []): readonly (SheetFact | '')[] {
  const taken = new Set<string>();
  const names = nameColumns(heading, (title) => guessFact(title) === 'full_name', below);
  return heading.map((title, index) => {
    if (names.has(index)) return 'full_name';
    const fact = guessFact(title);
    if (fact === '' || fact === 'full_name' || taken.has(fact)) return '';
    taken.add(fact);
    return fact;
  });
}
