import type {
  CarriedRow,
  Closing,
  DueReport,
  FrozenDoubts,
  FrozenMoves,
  FrozenReport,
} from '../../domain/figure/closing/closing.ts';
import type { ReportTable } from '../../domain/figure/report.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Saved } from './phone-api.ts';

/** not_over: the period still runs · submitted: it is with the level above · role: another one's job · unacceptable: no hub would take it */
/** partial: the book has not been here whole yet */
type FreezeProblem = 'not_over' | 'submitted' | 'role' | 'partial' | 'unacceptable';

/** How a report stands before it is frozen. */
interface Freezing {
  readonly table: ReportTable;
  /** All versions, the oldest first. */
  readonly versions: readonly Closing[];
  readonly deadline: string;
  readonly isSure: boolean;
  readonly problem?: FreezeProblem;
  readonly doubts: FrozenDoubts;
  /** What late facts changed in the period before. */
  readonly carried: readonly CarriedRow[];
}

/** "Chốt số liệu": the life of a report, as the officer sees it. */
export interface ClosingApi {
  /** What is to be handed in, and until when. */
  reportsDue(): Promise<readonly DueReport[]>;
  /** Versions of a report of the commune, for its own screen. */
  closings(
    form: string,
    period: string,
  ): Promise<{
    readonly versions: readonly Closing[];
    readonly carried: readonly CarriedRow[];
  }>;
  /** The same with what is still doubtful, which looks through the whole book. */
  freezing(form: string, period: string): Promise<Freezing>;
  /** `seen`: the doubts that she was shown. */
  freezeReport(form: string, period: string, seen: FrozenDoubts): Promise<Outcome<Saved, FreezeProblem>>;
  frozenReport(id: string): Promise<FrozenReport | undefined>;
  /**
   * What a number of a frozen report of stores was added up from.
   * @param most only so many, the latest
   */
  frozenMoves(id: string, row: string, most?: number): Promise<FrozenMoves | undefined>;
}
