import type { Condition, Operand } from '../../domain/condition.ts';
import type { TaskDefinition } from '../../domain/worklist.ts';
import { isLivingHere } from '../rules/is-living-here.ts';
import {
  age,
  ageThisYear,
  birthDate,
  isInSeason,
  isLongerAgo,
  isNotSince,
  newYear,
  resides,
  today,
} from '../rules/spans.ts';

/* The book itself: what is missing in it, and what a new year brings. */

/** Since when somebody is away, or was asked about last and still was. */
const awayAsked: Operand = { path: 'away.asked' };
const lastVisit: Operand = { path: 'last.visit.household' };
const lastWritten: Operand = { path: 'lastFact' };
const isLivedIn: Condition = { above: [{ path: 'living' }, { value: 0 }] };
const schoolYear: Operand = { after: newYear, months: 7 };
const a0 = 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV';

export const bookTasks: readonly TaskDefinition[] = [
  {
    key: 'household_headless',
    kind: 'household',
    where: {
      all: [
        { not: { is: [{ path: 'it.kind' }, { value: 'collective' }] } },
        isLivedIn,
        { is: [{ path: 'heads' }, { value: 0 }] },
      ],
    },
    due: today,
    reason: { vi: 'Hộ chưa có chủ hộ: hỏi ai là chủ hộ mới', en: 'No head of household: ask who it is now' },
    form: 'new_head',
    law: `${a0}, Mục I, cột 4`,
  },
  {
    key: 'nameless_child',
    kind: 'person',
    where: {
      all: [
        { below: [age, { value: 6 }] },
        { oneOf: [{ path: 'it.fullName' }, ['Trai', 'Gái']] },
        isLivingHere,
        isLongerAgo(birthDate, { days: 60 }),
      ],
    },
    due: { after: birthDate, days: 60 },
    reason: { vi: 'Trẻ chưa có tên trong sổ: hỏi tên khai sinh', en: 'The child has no name in the book yet' },
    form: 'person_edit',
    law: `${a0}, Mục I, cột 3 (ghi "Trai", "Gái" khi chưa đặt tên)`,
  },
  {
    key: 'away_long',
    kind: 'person',
    where: { all: [resides('usual_absent'), isLivingHere, isLongerAgo(awayAsked, { months: 6 })] },
    due: { after: awayAsked, months: 6 },
    reason: { vi: 'Tạm vắng lâu, hỏi lại', en: 'Away for over 6 months, ask again' },
    form: 'back',
    orElse: 'confirm_away',
    law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, nhân khẩu thực tế thường trú',
  },
  {
    key: 'away_undated',
    kind: 'person',
    where: { all: [resides('usual_absent'), isLivingHere, { unknown: awayAsked }] },
    due: today,
    most: 5,
    reason: { vi: 'Chưa rõ tạm vắng từ bao giờ: hỏi lại', en: 'Not known since when away: ask' },
    form: 'away',
    orElse: 'confirm_away',
    law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, nhân khẩu thực tế thường trú',
  },
  {
    key: 'birth_date_incomplete',
    kind: 'person',
    where: {
      all: [{ not: { complete: birthDate } }, isLivingHere, { unknown: { path: 'last.confirmation.birth_date' } }],
    },
    due: today,
    most: 10,
    reason: {
      vi: 'Ngày sinh chưa đủ: xem giấy khai sinh hoặc căn cước',
      en: 'Birth date incomplete: look at the papers',
    },
    form: 'person_edit',
    orElse: 'confirm_birth_date',
    law: `${a0}, Mục I, cột 6`,
  },
  {
    key: 'household_unseen',
    kind: 'household',
    where: { all: [isLongerAgo(lastVisit, { days: 90 }), isLivedIn] },
    due: { after: lastVisit, days: 90 },
    reason: { vi: 'Đã quá 90 ngày chưa gặp hộ này', en: 'This household was not seen for over 90 days' },
    form: 'visit',
    law: 'Thông tư 02/2021/TT-BYT, nhiệm vụ của cộng tác viên dân số',
  },
  {
    key: 'household_never_seen',
    kind: 'household',
    where: {
      all: [
        { unknown: lastVisit },
        { any: [{ unknown: lastWritten }, isLongerAgo(lastWritten, { days: 90 })] },
        isLivedIn,
      ],
    },
    due: today,
    // A register that came in as a file has visited nobody yet: so many at a time are a day's walk.
    most: 5,
    reason: { vi: 'Sổ chưa ghi lần thăm nào với hộ này', en: 'No visit to this household is written down yet' },
    form: 'visit',
    law: 'Thông tư 02/2021/TT-BYT, nhiệm vụ của cộng tác viên dân số',
  },
  {
    key: 'poverty_yearly',
    kind: 'household',
    season: isInSeason({ months: 0 }, 3),
    where: {
      all: [
        { oneOf: [{ path: 'it.poor' }, ['near', 'poor']] },
        isLivedIn,
        isNotSince({ path: 'last.change_info.poor' }, newYear),
        isNotSince({ path: 'last.visit.household' }, newYear),
        isNotSince({ path: 'last.confirmation.poverty' }, newYear),
      ],
    },
    due: newYear,
    reason: { vi: 'Đầu năm: xem lại danh sách hộ nghèo, cận nghèo', en: 'New year: look over the poverty list' },
    form: 'household_edit',
    orElse: 'confirm_poverty',
    law: 'Chuẩn nghèo đa chiều hiện hành của Chính phủ (rà soát hằng năm)',
  },
  {
    key: 'schooling_yearly',
    kind: 'person',
    season: isInSeason({ months: 7 }, 3),
    where: {
      all: [
        { oneOf: [ageThisYear, [6, 11, 15, 18]] },
        isLivingHere,
        isNotSince({ path: 'last.change_info.education' }, schoolYear),
        isNotSince({ path: 'last.visit.person' }, schoolYear),
        isNotSince({ path: 'last.confirmation.schooling' }, schoolYear),
      ],
    },
    due: schoolYear,
    reason: { vi: 'Năm học mới: hỏi lại trình độ học vấn', en: 'New school year: ask about schooling' },
    form: 'person_edit',
    orElse: 'confirm_schooling',
    law: `${a0}, Mục I, cột 8`,
  },
];
