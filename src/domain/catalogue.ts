import type { Condition } from './condition.ts';
import type { Indicator } from './figure/indicator.ts';
import type { ReportForm } from './figure/report.ts';
import type { Check } from './form/check.ts';
import type { FormDefinition } from './form/form.ts';
import type { RecordDefinition } from './record.ts';
import type { FilterDefinition, TaskDefinition } from './worklist.ts';

/**
 * Records that a reference question offers: those of `kind` that live where the form is asked and fit `where`
 * (scope: `it`, `today`), the ones that fit `first` before the others. `note` is the field shown beside the name.
 */
export interface ChoiceList {
  readonly key: string;
  readonly kind: string;
  readonly where: Condition;
  readonly first: Condition;
  readonly note: string;
}

/** All that the programme says, as data. The engine takes it as an argument and knows nothing of it by name. */
export interface Catalogue {
  readonly records: readonly RecordDefinition[];
  readonly forms: readonly FormDefinition[];
  readonly checks: readonly Check[];
  readonly choices: readonly ChoiceList[];
  readonly indicators: readonly Indicator[];
  readonly reports: readonly ReportForm[];
  readonly filters: readonly FilterDefinition[];
  /** Opened in a logged screen only. */
  readonly privateFilters: readonly FilterDefinition[];
  readonly tasks: readonly TaskDefinition[];
}

export function formNamed(catalogue: Catalogue, key: string): FormDefinition | undefined {
  return catalogue.forms.find((form) => form.key === key);
}

/** A form's checks, in its order. */
export function checksOf(catalogue: Catalogue, form: FormDefinition): readonly Check[] {
  return form.checks.map((id) => {
    const check = catalogue.checks.find((one) => one.id === id);
    if (check === undefined) throw new Error(`form ${form.key} names the unknown check ${id}`);
    return check;
  });
}
