/**
 * When the month of a fact is closed: the commune's report is due five working days after it (Thông tư 01/2022/TT-BYT), and
 * the tenth day lies behind those whatever weekend or single holiday comes between.
 */
export const closedMonth = { months: 1, days: 9 } as const;
