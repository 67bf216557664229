import type { Outcome } from '../../domain/outcome.ts';

/* A phone that several people use: one sealed register each, and a few letters to tell them apart before any PIN. */

/** Somebody who uses this phone, as whoever holds it may see: no name, nothing of a book. */
export interface PhoneUser {
  readonly device: string;
  /** One to three letters or digits of her own choice; "" where she chose none. */
  readonly label: string;
  /** Her place among them: 1, 2, 3 … */
  readonly number: number;
  /** At whose door the phone stands. */
  readonly isCurrent: boolean;
  /** Closed for good by the hub's order. */
  readonly isRevoked: boolean;
}

export interface PhoneUsers {
  readonly users: readonly PhoneUser[];
  /** An activation was cut off before a PIN was chosen. Not by which code: whoever holds the phone could go on with it. */
  readonly hasUnfinished: boolean;
}

/** `shape`: more than three, or no letters or digits; `taken`: by another user of this phone. */
export type LabelFault = 'missing' | 'shape' | 'taken';

export interface UsersApi {
  users(): Promise<PhoneUsers>;
  /** Locks; from now on the phone stands at that user's door. */
  switchUser(device: string): Promise<void>;
  /** Behind a sync, once: leaves with the hub a code that opens this book when PIN and card are lost. */
  leaveRescue(): Promise<'kept' | 'stands' | 'not_kept'>;
  /** Before a new user's first PIN, or while open. The one thing of a user that is stored readable. */
  chooseLabel(text: string): Promise<Outcome<null, LabelFault>>;
  /**
   * Removes the open register from this phone, and no other. `unproved`: without the hub's word that it has everything,
   * or with drafts or refused work left, nothing is removed.
   */
  leavePhone(): Promise<Outcome<null, 'unproved'>>;
}
