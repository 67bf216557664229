import type { UnitsChange, UnitsProblem } from '../../sync/units-change.ts';

/** A change of villages that was asked of the hub: kept on the phone until the hub has answered. */
export interface UnitsAsked {
  readonly id: string;
  readonly change: UnitsChange;
  /** ms since 1970 of the asking. */
  readonly at: number;
  readonly state:
    | { readonly is: 'waiting' }
    | { readonly is: 'done'; readonly households: number }
    | { readonly is: 'refused'; readonly why: UnitsProblem };
}

/** Villages are renamed, joined and split by the hub; the phone asks, and may take back what is not sent yet. */
export interface UnitsApi {
  /** Newest first. */
  unitsAsked(): Promise<readonly UnitsAsked[]>;
  /** Kept until the next sync takes it to the hub. */
  askUnits(change: UnitsChange): Promise<UnitsAsked>;
  /** Withdraws what waits; puts away what was answered. */
  dropUnits(id: string): Promise<void>;
}
