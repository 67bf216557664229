import type { Indicator } from '../../../domain/figure/indicator.ts';
import type { Words } from '../../../domain/words.ts';
import { ageBands, bandsBetween, fertileBands } from '../../rules/age/age-bands.ts';

/* Parts of the population by sex and age, at the end of the period unless said. */

const people: Words = { vi: 'người', en: 'people' };
const plain = { unit: people, decimals: 0, from: '2022-03-01' } as const;
const statistics = 'Hệ thống chỉ tiêu thống kê quốc gia (Luật Thống kê): dân số theo giới tính và độ tuổi';
const yearly = 'Thông tư 01/2022/TT-BYT, Phụ lục II, biểu 03-DSX, phần I';

const anySex = ['male', 'female', ''] as const;
const anyBand = [...ageBands.map(({ key }) => key), ''];

function groups(sexes: readonly string[], bands: readonly string[]): readonly string[] {
  return sexes.flatMap((sex) => bands.map((band) => `${sex},${band}`));
}

function between(from: number, to?: number): readonly string[] {
  return groups(
    anySex,
    bandsBetween(from, to).map(({ key }) => key),
  );
}

function part(key: string, label: Words, of: readonly string[], law = statistics): Indicator {
  return { ...plain, key, label, rule: { is: 'part', of: 'pop_end', groups: of }, law };
}

const women = groups(
  ['female'],
  fertileBands.map(({ key }) => key),
);

export const pop60End = part(
  'pop60_end',
  { vi: 'Số người từ 60 tuổi trở lên tính đến cuối kỳ', en: 'People aged 60 and over at the end of the period' },
  between(60),
  'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 16; Luật Người cao tuổi, Điều 2',
);

export const w1549End = part(
  'w15_49_end',
  { vi: 'Số nữ từ 15–49 tuổi tính đến cuối kỳ', en: 'Women aged 15–49 at the end of the period' },
  women,
  'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I',
);

/** What the ratios of sex and age divide. */
export const ageParts: readonly Indicator[] = [
  part('pop_m_end', { vi: 'Số nam', en: 'Men' }, groups(['male'], anyBand)),
  part('pop_f_end', { vi: 'Số nữ', en: 'Women' }, groups(['female'], anyBand)),
  part('pop_u15_end', { vi: 'Số người dưới 15 tuổi', en: 'People under 15' }, between(0, 15)),
  part('pop15_59_end', { vi: 'Số người 15–59 tuổi', en: 'People aged 15–59' }, between(15, 60)),
  part('pop15_64_end', { vi: 'Số người 15–64 tuổi', en: 'People aged 15–64' }, between(15, 65)),
  part('pop65_end', { vi: 'Số người từ 65 tuổi trở lên', en: 'People aged 65 and over' }, between(65), yearly),
  part('pop80_end', { vi: 'Số người từ 80 tuổi trở lên', en: 'People aged 80 and over' }, between(80), yearly),
];

const sexes = [
  ['male', { vi: 'Nam', en: 'Men' }],
  ['female', { vi: 'Nữ', en: 'Women' }],
] as const;

/** `pop_by_age_sex[female,15-19]` … and those whose sex or year of birth nobody knows, so that the table closes. */
export const popByAgeSex: readonly Indicator[] = [
  ...ageBands.flatMap(({ key, words }) =>
    sexes.map(([sex, { vi, en }]) =>
      part(
        `pop_by_age_sex[${sex},${key}]`,
        { vi: `${vi} ${words} tuổi`, en: `${en} aged ${words}` },
        [`${sex},${key}`],
        yearly,
      ),
    ),
  ),
  part(
    'pop_by_age_sex[unknown]',
    { vi: 'Chưa rõ tuổi hoặc giới tính', en: 'Age or sex not known' },
    [...groups(['male', 'female'], ['']), ...groups([''], anyBand)],
    yearly,
  ),
];

/* Women of reproductive age on average of the period: what fertility is divided by. */

function atStart(key: string, label: Words, of: readonly string[]): Indicator {
  return { ...plain, key, label, rule: { is: 'part', of: 'pop_start', groups: of }, law: statistics };
}

function average(key: string, label: Words, start: string, end: string): Indicator {
  const half = (indicator: string) => ({ indicator, times: 0.5 });
  const rule = { is: 'sum', of: [half(start), half(end)] } as const;
  return { ...plain, decimals: 1, key, label, rule, law: statistics };
}

export const womenOnAverage: readonly Indicator[] = [
  atStart('w15_49_start', { vi: 'Số nữ từ 15–49 tuổi đầu kỳ', en: 'Women aged 15–49 at the start' }, women),
  average(
    'w15_49_avg',
    { vi: 'Số nữ từ 15–49 tuổi bình quân', en: 'Women aged 15–49 on average' },
    'w15_49_start',
    'w15_49_end',
  ),
  ...fertileBands.flatMap(({ key, words }) => [
    atStart(`women_start[${key}]`, { vi: `Số nữ ${words} tuổi đầu kỳ`, en: `Women aged ${words} at the start` }, [
      `female,${key}`,
    ]),
    average(
      `women_avg[${key}]`,
      { vi: `Số nữ ${words} tuổi bình quân`, en: `Women aged ${words} on average` },
      `women_start[${key}]`,
      `pop_by_age_sex[female,${key}]`,
    ),
  ]),
];
