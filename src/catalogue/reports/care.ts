import { byMethod, own, ownByMethod, ownForEachMethod, printed, type Rows } from './row.ts';

/** 11: who uses a method at the end of the period. */
export const userRows: Rows = byMethod('11', 'users_end');

/** 12, 13: who began, who gave up. */
export const changeRows: Rows = [...byMethod('12', 'new_users'), ...byMethod('13', 'stop_users')];

export const ownMethodRows: Rows = [
  own('users_modern_end'),
  own('CPR'),
  own('mCPR'),
  own('mCPR_all_women'),
  ...ownByMethod('users_start'),
  ...ownByMethod('users_other'),
  ...ownByMethod('new_users_temporary'),
  ...ownForEachMethod('nameless'),
  ...ownForEachMethod('method_mix'),
];

/** 14, 15. */
export const screenRows: Rows = [printed('14', 'pregnant'), printed('14a', 'slts', 1), printed('15', 'slss')];

/** 16. */
export const elderRows: Rows = [printed('16', 'pop60_end'), printed('16a', 'elder_checked', 1)];

export const ownScreenRows: Rows = [
  own('slts_full'),
  own('slss_full'),
  own('nameless[pregnancy]'),
  own('nameless[miscarriage]'),
  own('nameless[abortion]'),
];

export const ownCareRates: Rows = [own('SLTS_rate'), own('SLSS_rate'), own('elder_check_rate')];

/** 17. */
export const networkRows: Rows = [printed('17', 'ctv_count')];
