import type { Condition, Operand } from '../../domain/condition.ts';
import type { TaskDefinition } from '../../domain/worklist.ts';
import { agedOut } from '../rules/age/aged-out.ts';
import { isLivingHere } from '../rules/is-living-here.ts';
import { dueByDate, dueByWeek, isPregnant, isUnvisitedSince, pregnantSince } from '../rules/pregnancy/pregnant.ts';
import { age, ageThisYear, birthDate, isFemale, isInSeason, isNotSince, newYear, today } from '../rules/spans.ts';

/* Care: what a person is to be reminded of. The reason stands behind a tap, for a neighbour may be looking. */

const daysOld: Operand = { daysFrom: birthDate, to: today };

/** Nobody has seen to it since the year began: asked at a visit, or something was changed. */
const isUnaskedThisYear: Condition = {
  all: [isNotSince({ path: 'last.visit.person' }, newYear), isNotSince({ path: 'last.change_info.person' }, newYear)],
};

export const careTasks: readonly TaskDefinition[] = [
  {
    key: 'newborn_unscreened',
    kind: 'person',
    where: {
      all: [
        { below: [age, { value: 1 }] },
        { below: [daysOld, { value: 61 }] },
        { above: [daysOld, { value: 1 }] },
        isLivingHere,
        { unknown: { path: 'last.newborn_screen.person' } },
      ],
    },
    due: { after: birthDate, days: 2 },
    reason: { vi: 'Trẻ chưa được sàng lọc sơ sinh', en: 'The newborn is not screened yet' },
    form: 'newborn_screen',
    law: 'Quyết định 1679/QĐ-TTg năm 2019 (sàng lọc sơ sinh); Thông tư 01/2022/TT-BYT, Phiếu P0/CTV, bảng 2',
  },
  {
    key: 'birth_due',
    kind: 'person',
    where: {
      all: [isFemale, isLivingHere, isPregnant, { below: [dueByWeek, today] }, isUnvisitedSince(dueByWeek)],
    },
    due: dueByWeek,
    reason: {
      vi: 'Đã qua ngày dự sinh, tính theo tuần thai đã ghi: hỏi thăm xem đã sinh chưa',
      en: 'Past the day reckoned from the week of gestation written down: call on her, ask about the birth',
    },
    form: 'birth',
    orElse: 'visit',
    law: 'Thông tư 01/2022/TT-BYT, Phiếu P0/CTV, bảng 1 và bảng 9',
  },
  {
    key: 'birth_due_by_date',
    kind: 'person',
    where: {
      all: [
        isFemale,
        isLivingHere,
        isPregnant,
        { unknown: dueByWeek },
        { below: [dueByDate, today] },
        isUnvisitedSince(dueByDate),
      ],
    },
    due: dueByDate,
    reason: {
      vi: 'Đã quá 9 tháng từ ngày ghi mang thai (chưa ghi tuần thai): hỏi thăm xem đã sinh chưa',
      en: 'Over 9 months since the pregnancy was written down, the week is not known: call on her, ask about the birth',
    },
    form: 'birth',
    orElse: 'visit',
    law: 'Thông tư 01/2022/TT-BYT, Phiếu P0/CTV, bảng 1 và bảng 9',
  },
  {
    key: 'pregnant_unscreened',
    kind: 'person',
    where: {
      all: [
        isFemale,
        isLivingHere,
        isPregnant,
        { not: { any: [{ below: [dueByDate, today] }, { below: [dueByWeek, today] }] } },
        isNotSince({ path: 'last.prenatal_screen.person' }, pregnantSince),
      ],
    },
    due: pregnantSince,
    reason: { vi: 'Mang thai chưa được sàng lọc trước sinh', en: 'Pregnant and not screened yet' },
    form: 'prenatal_screen',
    law: 'Quyết định 1679/QĐ-TTg năm 2019 (sàng lọc trước sinh); Thông tư 01/2022/TT-BYT, Phiếu P0/CTV, bảng 10',
  },
  {
    key: 'turns_15',
    kind: 'person',
    season: isInSeason({ months: 0 }, 3),
    where: {
      all: [isFemale, { is: [ageThisYear, { value: 15 }] }, isLivingHere, isUnaskedThisYear],
    },
    due: newYear,
    reason: {
      vi: 'Năm nay đủ 15 tuổi: hỏi lại học vấn và chỗ ở',
      en: 'Turns 15 this year: ask about schooling and where she lives',
    },
    form: 'visit',
    law: 'Thông tư 01/2022/TT-BYT, Phụ lục II (phụ nữ 15–49 tuổi)',
  },
  {
    // Of every woman, whether she uses a method or not: so that it stands there tells nothing of her.
    key: 'turns_50',
    kind: 'person',
    season: isInSeason({ months: 0 }, 3),
    where: {
      all: [
        isFemale,
        { is: [ageThisYear, { value: agedOut.years }] },
        isLivingHere,
        isUnaskedThisYear,
        isNotSince({ path: 'last.method_start.person' }, newYear),
        isNotSince({ path: 'last.method_stop.person' }, newYear),
      ],
    },
    due: newYear,
    reason: {
      vi: 'Năm nay đủ 50 tuổi: hỏi thăm, xem lại ở phần riêng',
      en: 'Turns 50 this year: look over her own part',
    },
    form: 'panel',
    orElse: 'visit',
    law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục II (theo dõi vợ 15–49 tuổi)',
  },
  {
    key: 'turns_60',
    kind: 'person',
    season: isInSeason({ months: 0 }, 3),
    where: {
      all: [
        { is: [ageThisYear, { value: 60 }] },
        isLivingHere,
        isUnaskedThisYear,
        isNotSince({ path: 'last.elder_check.person' }, newYear),
      ],
    },
    due: newYear,
    reason: {
      vi: 'Năm nay đủ 60 tuổi: đưa vào danh sách người cao tuổi',
      en: 'Turns 60 this year: onto the list of elders',
    },
    form: 'visit',
    law: 'Luật Người cao tuổi, Điều 2',
  },
];

/** The reason stands in the panel alone: a list says a name and a household. */
export const requestTasks: readonly TaskDefinition[] = [
  {
    key: 'request_open',
    kind: 'person',
    where: { not: { unknown: { path: 'open.request' } } },
    due: { path: 'open.request' },
    roles: ['officer'],
    reason: { vi: 'Có việc ở phần riêng của người này', en: 'Something to do in this person’s own part' },
    form: 'panel',
    law: 'Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP (thời hạn trả lời yêu cầu của chủ thể dữ liệu)',
  },
];

/** Many, and every year anew: after all that is more pressing. */
export const elderTasks: readonly TaskDefinition[] = [
  {
    key: 'elder_unchecked',
    kind: 'person',
    where: {
      all: [{ above: [age, { value: 59 }] }, isLivingHere, isNotSince({ path: 'last.elder_check.person' }, newYear)],
    },
    due: newYear,
    reason: { vi: 'Năm nay chưa khám sức khỏe người cao tuổi', en: 'No elder check-up this year' },
    form: 'elder_check',
    law: 'Luật Người cao tuổi, Điều 12; Thông tư 01/2022/TT-BYT, Phiếu P0/CTV, bảng 11',
  },
];
