import { foldText } from '../../../domain/search-key.ts';

/*
 * What offices call their columns. A sheet of no fixed format is read by these; what a person chooses instead is kept as
 * a profile.
 */

/** What a column of a sheet may hold. */
const sheetFacts = [
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

/** Headings as they are found, without accents. */
const known: { readonly [fact in SheetFact]: readonly string[] } = {
  household_no: ['ho so', 'so ho', 'ma ho', 'stt ho', 'ho'],
  village: ['thon', 'to dan pho', 'ap', 'ban', 'khom', 'ma thon', 'dia ban', 'ten thon'],
  address: ['dia chi', 'xom', 'noi o', 'dia chi ho'],
  full_name: ['ho va ten', 'ho ten', 'ten', 'ho va ten khai sinh', 'ho, chu dem va ten', 'ho va ten nguoi'],
  relation: ['quan he', 'quan he voi chu ho', 'qh', 'qh voi chu ho', 'quan he chu ho'],
  sex: ['gioi tinh', 'gioi', 'gt', 'phai'],
  birth_date: ['ngay sinh', 'nam sinh', 'ngay thang nam sinh', 'sinh ngay', 'ngay, thang, nam sinh'],
  birth_male: ['nam'],
  birth_female: ['nu'],
  ethnicity: ['dan toc', 'dt'],
  education: ['trinh do', 'trinh do hoc van', 'hoc van', 'van hoa'],
  marital: ['tinh trang hon nhan', 'hon nhan', 'tthn'],
  residence: ['tinh trang cu tru', 'cu tru', 'thuong tru/tam tru'],
  insurance_no: ['so the bhyt', 'the bhyt', 'bhyt', 'ma the', 'so bhyt', 'ma doi tuong'],
  national_id: ['cccd', 'so cccd', 'so dinh danh', 'so dinh danh ca nhan', 'cmnd', 'cmnd/cccd'],
  phone: ['dien thoai', 'so dien thoai', 'sdt', 'dt lien he'],
};

const byHeading = new Map(sheetFacts.flatMap((fact) => known[fact].map((heading) => [heading, fact] as const)));

/** What a heading says that its column holds; empty where nobody knows. */
function guessFact(heading: string): SheetFact | '' {
  return (
    byHeading.get(
      foldText(heading)
        .replace(/[.:*()]/g, '')
        .trim(),
    ) ?? ''
  );
}

/** The row, among the first, that names the most columns; the first row where none does. */
export function guessHeading(rows: readonly (readonly string[])[]): number {
  const named = rows.slice(0, 15).map((row) => new Set(row.map(guessFact).filter((fact) => fact !== '')).size);
  return Math.max(0, named.indexOf(Math.max(...named)));
}

/** What each column seems to hold, each fact once. */
export function guessColumns(heading: readonly string[]): readonly (SheetFact | '')[] {
  const taken = new Set<string>();
  return heading.map((title) => {
    const fact = guessFact(title);
    if (fact === '' || taken.has(fact)) return '';
    taken.add(fact);
    return fact;
  });
}
