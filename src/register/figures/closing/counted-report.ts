import type { ChangedCase } from '../../../domain/figure/closing/closing.ts';
import type { FrozenFigure } from '../../../domain/figure/closing/frozen-figures.ts';
import type { Case, Indicator } from '../../../domain/figure/indicator.ts';
import type { ReportTable } from '../../../domain/figure/report.ts';
import type { Register } from '../../register.ts';
import { formReport } from './form-report.ts';
import { isStockForm, type Reported } from './reported.ts';
import { storesReport } from './stores-report.ts';

/** What reports are counted from. */
export type ReportBench = Pick<Register, 'folk' | 'casesOf' | 'report' | 'takenBack'>;

/** The cases of one count behind a report: in its period, or since New Year where that is another list. */
export interface CaseList {
  readonly key: string;
  readonly span: 'period' | 'year';
  readonly cases: readonly Case[];
}

/** The lists that a number rests on, and whether last year's facts, too, which are in no list. */
export interface Basis {
  readonly lists: readonly string[];
  readonly hasChange: boolean;
}

/** A report as this book counts it now, of whichever kind it is: its numbers, the lists behind them, how both are told. */
export interface CountedReport {
  /** The form filled as it stands now. */
  table(): ReportTable;
  /** The same form with numbers that were frozen. */
  fill(figures: readonly FrozenFigure[]): ReportTable;
  /** Each list once, in the form's order. */
  lists(): readonly CaseList[];
  /** Whether a list without a case is left out. */
  readonly isSparse: boolean;
  words(key: string): Pick<Indicator, 'label' | 'decimals'>;
  basis(key: string): Basis;
  /** Which case a key of a sketch stands for: whoever may ever have been one is tried. */
  find(list: CaseList, sketched: string): Case;
  /** Ids of the records that a case rests on, facts that were taken back among them. */
  behind(one: Case): readonly string[];
  tell(list: CaseList, one: Case): Pick<ChangedCase, 'who' | 'goods'> & { readonly isPrivate: boolean };
}

export function countedReport(register: ReportBench, { form, ...reported }: Reported): CountedReport {
  return isStockForm(form)
    ? storesReport(register, { form, ...reported })
    : formReport(register, { form, ...reported });
}
