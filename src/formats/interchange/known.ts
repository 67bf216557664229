import type { Fields } from '../../domain/value.ts';
import type { RecordState } from '../../sync/records/record-state.ts';

/** What the book says already: how an import sees the register it goes into. */
export interface Known {
  /** Unit id of the commune. */
  readonly commune: string;
  /** Unit id of a village of this commune by its code. */
  village(code: string): string | undefined;
  /** The merged record, a voided one too. */
  state(id: string): RecordState | undefined;
  /** Values of a living record after all that is known. */
  today(id: string): Fields | undefined;
}
