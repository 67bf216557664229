import type { PhoneApi } from '../../../src/workers/api/phone-api.ts';

export type HouseholdPage = NonNullable<Awaited<ReturnType<PhoneApi['household']>>>;
export type PersonLine = HouseholdPage['people'][number];

const relations: { readonly [words: string]: string } = {
  'Chủ hộ': 'head',
  Vợ: 'spouse',
  'Con trai': 'child',
  'Con gái': 'child',
  Mẹ: 'parent',
};

export function person(
  id: string,
  name: string,
  relationWords: string,
  sex: string,
  birthDate: string,
  spouse = '',
): PersonLine {
  const age = birthDate === '' ? null : 2026 - Number(birthDate.slice(0, 4));
  const base = {
    id,
    name,
    relation: relations[relationWords] ?? '',
    relationWords,
    sex,
    birthDate,
    age,
  };
  return {
    ...base,
    spouse,
    ended: '',
    endedFor: '',
    residence: 'usual_present',
    status: 'active',
    standing: 'confirmed',
  };
}

/** A household of the invented village; 42 holds a family, any other one man. */
export function household(number: number): HouseholdPage {
  const key = String(number).padStart(3, '0');
  const people =
    number === 42
      ? [
          person('p42-1', 'Lê Văn Tân', 'Chủ hộ', 'male', '1994-06-01', 'p42-2'),
          person('p42-2', 'Nguyễn Thị Hoà', 'Vợ', 'female', '1996-03-05', 'p42-1'),
          person('p42-3', 'Lê Minh Khôi', 'Con trai', 'male', '2021-09'),
          person('p42-4', 'Phạm Thị Đượm', 'Mẹ', 'female', ''),
        ]
      : [person(`p${number}-1`, `Bùi Văn ${key}`, 'Chủ hộ', 'male', '1970')];
  const place = { place: 'village-1', villageName: 'Thôn Đông' };
  const address = number === 42 ? 'Xóm Giếng' : '';
  const phone = number === 42 ? '0912 345 678' : '';
  return {
    id: `h${number}`,
    number: String(number),
    ...place,
    address,
    phone,
    fields: [],
    isCollective: false,
    standing: 'confirmed',
    people,
  };
}
