import type { FilterDefinition } from '../../domain/worklist.ts';
import { isLivingHere } from '../rules/is-living-here.ts';
import { age, birthDate, isLongerAgo, resides } from '../rules/spans.ts';

/** Lists of people and households that anybody may look at. Pregnancy and methods are in no list. */
export const filters: readonly FilterDefinition[] = [
  {
    key: 'elders',
    kind: 'person',
    label: { vi: 'Từ 60 tuổi', en: '60 and older' },
    where: { all: [{ above: [age, { value: 59 }] }, isLivingHere] },
  },
  {
    key: 'newborns',
    kind: 'person',
    label: { vi: 'Trẻ sơ sinh (đến 28 ngày)', en: 'Newborns (up to 28 days)' },
    where: { all: [{ not: isLongerAgo(birthDate, { days: 28 }) }, { not: { unknown: birthDate } }, isLivingHere] },
  },
  {
    key: 'infants',
    kind: 'person',
    label: { vi: 'Dưới 1 tuổi', en: 'Under 1 year' },
    where: { all: [{ below: [age, { value: 1 }] }, isLivingHere] },
  },
  {
    key: 'under_6',
    kind: 'person',
    label: { vi: 'Dưới 6 tuổi', en: 'Under 6 years' },
    where: { all: [{ below: [age, { value: 6 }] }, isLivingHere] },
  },
  {
    key: 'temporary',
    kind: 'person',
    label: { vi: 'Tạm trú', en: 'Temporary residents' },
    where: { all: [resides('temporary'), isLivingHere] },
  },
  {
    key: 'away',
    kind: 'person',
    label: { vi: 'Tạm vắng', en: 'Away' },
    where: { all: [resides('usual_absent'), isLivingHere] },
  },
  {
    key: 'away_long',
    kind: 'person',
    label: { vi: 'Tạm vắng trên 6 tháng', en: 'Away for over 6 months' },
    where: { all: [resides('usual_absent'), isLongerAgo({ path: 'away.since' }, { months: 6 }), isLivingHere] },
  },
  {
    key: 'birth_date_incomplete',
    kind: 'person',
    label: { vi: 'Ngày sinh chưa đủ', en: 'Birth date incomplete' },
    where: { all: [{ not: { complete: birthDate } }, isLivingHere] },
  },
  {
    key: 'unseen',
    kind: 'household',
    label: { vi: 'Hộ chưa gặp quá 90 ngày', en: 'Households unseen for over 90 days' },
    where: {
      all: [
        { above: [{ path: 'living' }, { value: 0 }] },
        {
          any: [
            { unknown: { path: 'last.visit.household' } },
            isLongerAgo({ path: 'last.visit.household' }, { days: 90 }),
          ],
        },
      ],
    },
  },
  {
    key: 'left',
    kind: 'person',
    label: { vi: 'Đã chuyển đi', en: 'Moved away' },
    // Who was written twice went nowhere.
    where: {
      all: [
        { is: [{ path: 'it.status' }, { value: 'left' }] },
        { not: { oneOf: [{ path: 'endedFor' }, ['twice', 'other']] } },
      ],
    },
  },
  {
    key: 'died_this_year',
    kind: 'person',
    label: { vi: 'Mất trong năm', en: 'Died this year' },
    where: {
      all: [
        { is: [{ path: 'it.status' }, { value: 'dead' }] },
        { not: { below: [{ path: 'ended' }, { path: 'newYear' }] } },
        { not: { unknown: { path: 'ended' } } },
      ],
    },
  },
];
