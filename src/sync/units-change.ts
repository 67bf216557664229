import type { UnitRow } from './activation.ts';

/* Villages are renamed, joined and split by their hub alone: `POST /sync/units`. Phones learn of it by `GET /sync/scope`. */

/** Dates are civil, "yyyy-mm-dd": the first day on which it is so. */
export type UnitsChange =
  | { readonly is: 'rename'; readonly unit: string; readonly name: string }
  /** Every household of `unit` stands in `into` from that day on, and `unit` is no more. */
  | { readonly is: 'join'; readonly unit: string; readonly into: string; readonly date: string }
  /** These households of `unit` are a village of their own. `keepers`: who keeps the old village keeps the new one too. */
  | {
      readonly is: 'split';
      readonly unit: string;
      readonly name: string;
      readonly date: string;
      readonly households: readonly string[];
      readonly keepers: boolean;
    }
  /** Takes a change back, by the id it was asked with. */
  | { readonly is: 'undo'; readonly change: string };

/** Communes became one, by the command line of their hub alone. Ids of units. */
export interface CommunesMerged {
  readonly is: 'merge';
  /** Books that are no more. */
  readonly books: readonly string[];
  readonly communes: readonly string[];
  readonly into: string;
  readonly date: string;
}

/** A village went to another commune, by the command line of their hub alone. */
export interface VillageMoved {
  readonly is: 'move';
  readonly unit: string;
  /** The unit that it is in the other commune, and the book of that. */
  readonly into: string;
  readonly book: string;
  readonly date: string;
}

/** The same id again is a cut connection: it is answered the same and done once. */
export interface UnitsRequest {
  readonly id: string;
  readonly change: UnitsChange;
}

export type UnitsProblem =
  | 'bad_request'
  | 'role'
  | 'unknown_unit'
  | 'ended_unit'
  | 'same_unit'
  | 'name_missing'
  | 'name_taken'
  | 'date_missing'
  | 'date_after_today'
  | 'no_household'
  | 'unknown_change'
  | 'not_last';

export type UnitsAnswer = { readonly done: { readonly households: number } } | { readonly refused: UnitsProblem };

/** What a device may hold, as it stands now. */
export interface DeviceScope {
  readonly epoch: number;
  /** Its commune's; another once its commune went into another. A hub of before does not say. */
  readonly book?: string;
  /** Books that went into it: what phones gave along under their names is its own. */
  readonly formerBooks?: readonly string[];
  readonly places: readonly string[];
  readonly units: readonly UnitRow[];
}
