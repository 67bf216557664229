import type { Condition } from '../../domain/condition.ts';
import type { FilterDefinition } from '../../domain/worklist.ts';
import { method } from '../codes/care/method.ts';
import { isLivingHere } from '../rules/is-living-here.ts';
import { dueByDate, dueByWeek, isPregnant, isUnvisitedSince, pregnantSince } from '../rules/pregnancy/pregnant.ts';
import { age, isFemale, isNotSince } from '../rules/spans.ts';
import { hasMethodThatEnds, isDueForSupply } from '../tasks/supply.ts';

/*
 * Lists by what only a person's own panel says. They stand in a screen of their own: opening one is a look at each person
 * it shows, and is logged as such.
 */

/** Until somebody was there once after the birth was due: what became of it need not be written by her name. */
const isPregnantHere: Condition = {
  all: [isFemale, isLivingHere, isPregnant, isUnvisitedSince({ firstOf: [dueByWeek, dueByDate] })],
};

export const privateFilters: readonly FilterDefinition[] = [
  {
    key: 'pregnant',
    kind: 'person',
    label: { vi: 'Đang mang thai', en: 'Pregnant' },
    where: isPregnantHere,
  },
  {
    key: 'pregnant_unscreened',
    kind: 'person',
    label: { vi: 'Mang thai, chưa sàng lọc trước sinh', en: 'Pregnant, not screened' },
    where: { all: [isPregnantHere, isNotSince({ path: 'last.prenatal_screen.person' }, pregnantSince)] },
  },
  {
    key: 'newborn_unscreened',
    kind: 'person',
    label: { vi: 'Trẻ dưới 1 tuổi, chưa sàng lọc sơ sinh', en: 'Under 1 year, not screened' },
    where: {
      all: [{ below: [age, { value: 1 }] }, isLivingHere, { unknown: { path: 'last.newborn_screen.person' } }],
    },
  },
  {
    key: 'supply_due',
    kind: 'person',
    label: { vi: 'Đến kỳ cấp tiếp phương tiện tránh thai', en: 'Due for the next supply' },
    where: isDueForSupply,
  },
  {
    key: 'method_ends',
    kind: 'person',
    label: { vi: 'Đến hạn tiêm, cấy lại, thay dụng cụ', en: 'Injection, implant or IUD ends' },
    where: hasMethodThatEnds,
  },
  {
    key: 'stopped',
    kind: 'person',
    label: { vi: 'Đã thôi, nay không dùng biện pháp nào', en: 'Stopped, uses no method now' },
    where: {
      all: [
        isFemale,
        { below: [age, { value: 50 }] },
        isLivingHere,
        { unknown: { path: 'it.method' } },
        { not: { unknown: { path: 'last.method_stop.person' } } },
      ],
    },
  },
  // Followed as in Mục II of the sheet, up to 49 years.
  ...method.codes.map(
    ({ key, label }): FilterDefinition => ({
      key: `uses_${key}`,
      kind: 'person',
      label: { vi: `Đang dùng: ${label.vi}`, en: `Uses: ${label.en ?? label.vi}` },
      where: {
        all: [isFemale, { below: [age, { value: 50 }] }, isLivingHere, { is: [{ path: 'it.method' }, { value: key }] }],
      },
    }),
  ),
];
