import { completedYears } from '../../../domain/calendar/age.ts';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import type { Fields } from '../../../domain/value.ts';
import type { Words } from '../../../domain/words.ts';
import type { ExtractPerson } from './extract-sheet.ts';
import { otherPurpose } from './other-purpose.ts';

interface ExtractColumn {
  readonly label: Words;
  readonly read: (person: ExtractPerson) => string;
}

/** What another office may be given: who, and which columns. None of them is sensitive (Luật 91/2025/QH15). */
export interface Purpose {
  readonly key: string;
  readonly words: Words;
  readonly columns: readonly ExtractColumn[];
  /** Whom the list names, of those who live here on that day. */
  readonly takes: (fields: Fields, today: string) => boolean;
  readonly law: string;
}

const name: ExtractColumn = {
  label: { vi: 'Họ và tên', en: 'Full name' },
  read: ({ fields }) => String(fields.fullName ?? ''),
};
const birth: ExtractColumn = {
  label: { vi: 'Ngày sinh', en: 'Birth date' },
  read: ({ fields }) => (typeof fields.birthDate === 'string' ? formatDate(fields.birthDate) : ''),
};
const sexColumn: ExtractColumn = {
  label: { vi: 'Giới tính', en: 'Sex' },
  read: ({ fields }) => (fields.sex === 'male' ? 'Nam' : fields.sex === 'female' ? 'Nữ' : ''),
};
const village: ExtractColumn = { label: { vi: 'Thôn', en: 'Village' }, read: (person) => person.village };
const household: ExtractColumn = { label: { vi: 'Hộ số', en: 'Household' }, read: (person) => person.household };
const mother: ExtractColumn = { label: { vi: 'Họ tên mẹ', en: "Mother's name" }, read: (person) => person.mother };

function isResident({ residence }: Fields): boolean {
  return residence === 'usual_present' || residence === 'usual_absent';
}

function isAged(fields: Fields, today: string, fits: (years: number) => boolean): boolean {
  const years = typeof fields.birthDate === 'string' ? completedYears(fields.birthDate, today) : null;
  return years !== null && isResident(fields) && fits(years);
}

/** Age reached within the year of that day. */
function reaches(fields: Fields, today: string): number {
  const birthDate = fields.birthDate;
  return typeof birthDate === 'string' ? Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) : -1;
}

/** From 100 on every year is wished for. */
function isLongLived(years: number): boolean {
  return years >= 100 || (years >= 70 && years % 5 === 0);
}

/** Whom a list of another purpose names; completed years, both included. Without either nobody's age is asked. */
export interface OtherPurpose {
  readonly words: string;
  readonly fromAge?: number;
  readonly toAge?: number;
  readonly sex: string;
}

const otherColumns: readonly ExtractColumn[] = [name, birth, sexColumn, village, household];
export const otherColumnWords: readonly Words[] = otherColumns.map(({ label }) => label);

/** @param head who approved it: the law of such a list is the head's word */
export function purposeOf({ words, fromAge, toAge, sex }: OtherPurpose, head: string): Purpose {
  const isAnyAge = fromAge === undefined && toAge === undefined;
  const fits = (years: number): boolean => years >= (fromAge ?? 0) && years <= (toAge ?? years);
  return {
    key: otherPurpose,
    words: { vi: words },
    columns: otherColumns,
    takes: (fields, today) =>
      (sex === '' || fields.sex === sex) && (isAnyAge ? isResident(fields) : isAged(fields, today, fits)),
    law: head,
  };
}

export const purposes: readonly Purpose[] = [
  {
    key: 'longevity',
    words: {
      vi: 'Chúc thọ, mừng thọ (70, 75, 80…, từ 100 tuổi trong năm)',
      en: 'Longevity wishes (70, 75, 80…, 100 and over this year)',
    },
    columns: [name, birth, sexColumn, village, household],
    takes: (fields, today) => isAged(fields, today, () => isLongLived(reaches(fields, today))),
    law: 'Luật Người cao tuổi 2009, Điều 21; Thông tư 96/2018/TT-BTC, Điều 2 (chúc thọ, mừng thọ)',
  },
  {
    key: 'vaccination',
    words: { vi: 'Tiêm chủng (trẻ dưới 24 tháng)', en: 'Vaccination (children under 24 months)' },
    columns: [name, birth, sexColumn, mother, village],
    takes: (fields, today) => isAged(fields, today, (years) => years < 2),
    law: 'Nghị định 104/2016/NĐ-CP (tiêm chủng mở rộng)',
  },
  {
    key: 'first_grade',
    words: { vi: 'Vào lớp 1 (6 tuổi trong năm)', en: 'First grade (6 this year)' },
    columns: [name, birth, sexColumn, village, household],
    takes: (fields, today) => isAged(fields, today, () => reaches(fields, today) === 6),
    law: 'Luật Giáo dục 2019, Điều 28',
  },
  {
    key: 'insurance_under_6',
    words: { vi: 'Cấp thẻ BHYT trẻ dưới 6 tuổi', en: 'Insurance cards of children under 6' },
    columns: [name, birth, sexColumn, mother, village],
    takes: (fields, today) => isAged(fields, today, (years) => years < 6),
    law: 'Luật Bảo hiểm y tế, Điều 12 (trẻ em dưới 6 tuổi)',
  },
  {
    key: 'social_pension',
    words: { vi: 'Trợ cấp hưu trí xã hội (từ 75 tuổi)', en: 'Social pension (from 75)' },
    columns: [name, birth, sexColumn, village, household],
    takes: (fields, today) => isAged(fields, today, (years) => years >= 75),
    law: 'Luật Bảo hiểm xã hội 2024, Điều 21',
  },
  {
    key: 'military_age',
    words: { vi: 'Đăng ký nghĩa vụ quân sự lần đầu (nam 17 tuổi)', en: 'First military registration (men of 17)' },
    columns: [name, birth, village, household],
    takes: (fields, today) => fields.sex === 'male' && isAged(fields, today, () => reaches(fields, today) === 17),
    law: 'Luật Nghĩa vụ quân sự 2015, Điều 12',
  },
];
