import type { Check } from '../../../domain/form/check.ts';
import { afterToday } from '../fact-checks.ts';

export const visitChecks: readonly Check[] = [
  afterToday({ of: 'visit', date: { vi: 'Ngày thăm, gọi hoặc nói chuyện', en: 'The date' } }),
];
