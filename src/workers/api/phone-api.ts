import type { ReportCase, ReportTable } from '../../domain/figure/report.ts';
import type { Finding } from '../../domain/form/check.ts';
import type { FormContext } from '../../domain/form/form.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Fields } from '../../domain/value.ts';
import type { HouseholdPage, SearchAnswer, VillageList } from '../../register/answers.ts';
import type { ActivationError, Role } from '../../sync/activation.ts';
import type { ActsApi } from './acts-api.ts';
import type { BookApi } from './book-api.ts';
import type { ClosingApi } from './closing-api.ts';
import type { DisagreeApi } from './disagree-api.ts';
import type { HandingApi } from './handing-api.ts';
import type { MeetingApi } from './meeting-api.ts';
import type { PaperApi } from './paper-api.ts';
import type { ProofApi } from './proof-api.ts';
import type { RoadApi } from './road-api.ts';
import type { StockApi } from './stock-api.ts';
import type { TransferApi } from './transfer-api.ts';
import type { UnitsApi } from './units-api.ts';
import type { UsersApi } from './users-api.ts';

/*
 * What the screens may ask of the worker that holds the keys and the register. All of it travels by comlink: plain
 * data only. Nothing here leaves a name in storage, a URL or a log.
 */

/** empty: nobody uses this phone yet · card: activated, no PIN chosen · revoked: closed for good by the hub's order · locked · open */
export type VaultState =
  | {
      readonly is: 'empty';
      /** Code of an activation that was cut off before a PIN was chosen: it works again, with a new card. */
      readonly unfinished?: string;
    }
  | { readonly is: 'card' }
  | { readonly is: 'revoked' }
  | {
      readonly is: 'locked';
      readonly triesLeft: number;
      readonly notBefore: number;
      readonly pin: 'usable' | 'spent' | 'expired';
    }
  | { readonly is: 'open'; readonly who: Who };

export interface Who {
  /** One user on one phone. */
  readonly device: string;
  readonly userName: string;
  readonly role: Role;
  /** Unit id of the commune: the place of its reports. Its book has an id of its own, which outlives renaming. */
  readonly commune: string;
  readonly communeName: string;
  readonly places: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly level: string;
    /** "2026-11-01 Xóm Trên": since then some of its households are that village, which this phone does not keep. */
    readonly part?: string | undefined;
  }[];
  readonly book: string;
  /** Villages that went to another commune: this phone does not hold their people, also for months in which it did. */
  readonly left: readonly LeftVillage[];
}

interface LeftVillage {
  readonly name: string;
  /** What it is called now, with the commune. */
  readonly went: string;
  /** Its last civil day here. */
  readonly until: string;
}

export type UnlockError =
  | { readonly why: 'wrong'; readonly triesLeft: number; readonly notBefore: number }
  | { readonly why: 'wait'; readonly notBefore: number }
  /** `unopened`: its database does not open just now; nothing of it was touched. */
  | { readonly why: 'spent' | 'expired' | 'damaged' | 'unopened' };

/** Why a try did not come through. `foreign`: somebody else answered in the hub's place; `full`: no room on the phone; `damaged`: what waits is. */
export type SyncTrouble =
  | 'offline'
  | 'busy'
  | 'full'
  | 'hub'
  | 'foreign'
  | 'forged'
  | 'device'
  | 'frozen'
  | 'revoked'
  | 'refused'
  | 'damaged'
  | 'tight';

/**
 * The four states of the bar; `opening`: what was answered while the phone was locked is not looked through yet, so the
 * counts may be old and nothing is said; `idle`: nothing was tried. Counts are saves waiting for a verdict, and ops to mend.
 */
export interface SyncState {
  readonly is: 'opening' | 'offline' | 'sending' | 'failed' | 'done' | 'idle';
  readonly waiting: number;
  /** ms since 1970 at which the oldest that waits was written, by this phone's clock; null of what waits again. */
  readonly waitsSince: number | null;
  readonly mending: number;
  /** ms since 1970 of the last moment at which the outbox was empty by verdict. */
  readonly sentAt: number | null;
  /** False before all of the book was here once: what is counted is too little. */
  readonly isWhole: boolean;
  /** Set when digests agreed: "Đã khớp với máy chủ lúc …". */
  readonly agreedAt: number | null;
  readonly why?: SyncTrouble;
  /** Tries in a row that did not come through. */
  readonly failures: number;
  /** The hub asked to come back no sooner. */
  readonly retryAfterSeconds?: number;
  /** Of envelopes sent, or of rows received. */
  readonly progress?: { readonly is: 'send' | 'receive'; readonly done: number; readonly of: number };
  /** Phone's clock minus the hub's, ms; null before the first contact. */
  readonly clockOffset: number | null;
  /** Where the hub lets a phone work only so long without it. ms since 1970, by the phone's clock. */
  readonly lease?: { readonly metAt: number; readonly closesAt: number };
}

export type PhoneEvent =
  | { readonly is: 'sync'; readonly state: SyncState }
  | { readonly is: 'register' }
  /** Something is durable that has to go out: its sending is arranged, the bar counts it. */
  | { readonly is: 'saved' }
  /** The hub told of other places: the screens name and offer them from now on. */
  | { readonly is: 'who'; readonly who: Who }
  | { readonly is: 'locked' };

export interface Draft {
  readonly id: string;
  readonly form: string;
  readonly household: string;
  readonly page: number;
  readonly answers: Fields;
  /** Whom the form was opened about. */
  readonly person?: string;
  /** Facts that it writes anew: they stand until it is saved. */
  readonly rewrites?: readonly string[];
  /** The refused act that it writes anew. */
  readonly replaces?: number;
  readonly savedAt: number;
}

export interface Saved {
  readonly transaction: string;
  readonly records: readonly { readonly kind: string; readonly id: string }[];
}

export interface PhoneApi
  extends ActsApi,
    BookApi,
    ClosingApi,
    DisagreeApi,
    HandingApi,
    MeetingApi,
    PaperApi,
    ProofApi,
    RoadApi,
    StockApi,
    TransferApi,
    UnitsApi,
    UsersApi {
  state(): Promise<VaultState>;
  /**
   * Makes the device's keys, proves them to the hub, and returns the recovery card's words, shown this once. Where others
   * use this phone, they are untouched, and their door stands until the new PIN is chosen.
   */
  activate(
    code: string,
    /** Of the hub's keys, where a QR told it; "" where nothing is known to compare. */
    fingerprint?: string,
  ): Promise<Outcome<{ readonly card: readonly string[]; readonly who: Who }, ActivationError | 'wrong_hub'>>;
  /** Ends activation, or sets a new PIN while open. Six digits. */
  choosePin(pin: string): Promise<Outcome<null, 'too_short' | 'not_digits' | 'too_simple'>>;
  unlock(pin: string): Promise<Outcome<Who, UnlockError>>;
  unlockWithCard(words: readonly string[]): Promise<Outcome<Who, UnlockError>>;
  lock(): Promise<void>;

  search(text: string, limit: number): Promise<SearchAnswer>;
  village(place: string): Promise<VillageList>;
  household(id: string): Promise<HouseholdPage | undefined>;

  /**
   * `household` is a household's id, or a village's unit id where the form asks at one; so it is in `check` and `record`.
   * `person` presets the form's subject. `rewrites` are facts that the save takes back in the same transaction: all three
   * answer for a book without them.
   */
  formContext(form: string, household: string, person?: string, rewrites?: readonly string[]): Promise<FormContext>;
  /** Findings of the form's checks over these answers: `stop` must be mended, `ask` must be answered. */
  check(form: string, household: string, answers: Fields, rewrites?: readonly string[]): Promise<readonly Finding[]>;
  /** Seals and stores durably; resolves only after the strict transaction committed. `asked` are check ids answered yes. */
  record(
    form: string,
    household: string,
    answers: Fields,
    asked: readonly string[],
    rewrites?: readonly string[],
  ): Promise<Outcome<Saved, readonly Finding[]>>;
  /** Takes a transaction back: voids what it made, puts back what it put where that still stands. */
  undo(transaction: string): Promise<void>;

  drafts(): Promise<readonly Draft[]>;
  saveDraft(draft: Omit<Draft, 'savedAt'>): Promise<void>;
  dropDraft(id: string): Promise<void>;

  report(report: string, period: string, place: string): Promise<ReportTable>;
  /** Of a private number a look at each is logged; `goesOn`: the page was open already. */
  cases(report: string, row: string, period: string, place: string, goesOn?: boolean): Promise<readonly ReportCase[]>;

  syncState(): Promise<SyncState>;
  /** Push, then pull. One at a time per device. */
  sync(): Promise<SyncState>;
  watch(listener: (event: PhoneEvent) => void): Promise<void>;
}
