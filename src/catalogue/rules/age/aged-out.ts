/**
 * Mục II follows a woman up to 49 years: at 50 she leaves every figure of methods in silence. It is no stop and no task;
 * her own panel says so beside the method that was in use (Sổ A0/CTV, Mục II).
 */
export const agedOut = {
  field: 'method',
  sex: 'female',
  years: 50,
  words: { vi: 'đã đủ 50 tuổi, sổ thôi theo dõi', en: 'turned 50, followed no more' },
} as const;
