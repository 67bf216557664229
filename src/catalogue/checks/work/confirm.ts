import type { Check } from '../../../domain/form/check.ts';
import { afterToday, factChecks } from '../fact-checks.ts';

const date = { vi: 'Ngày hỏi lại', en: 'The date' };

export const confirmChecks: readonly Check[] = factChecks({ of: 'confirm', who: 'person', date });

export const confirmHouseholdChecks: readonly Check[] = [afterToday({ of: 'confirm_household', date })];
