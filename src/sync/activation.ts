import type { Lease, SignedVerdict } from './verdict.ts';

export type Role = 'collaborator' | 'officer' | 'viewer' | 'approver' | 'administrator';

/** A unit of the tree as a phone needs it. Level and kind are data: Viet Nam dropped the district tier in July 2025. */
export interface UnitRow {
  readonly id: string;
  readonly level: 'nation' | 'province' | 'area' | 'commune' | 'village';
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  /** Civil days it is valid from and to; `validTo` empty or absent while it stands. */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Where a village that left its commune stands since: its name there, and the other commune's. */
  readonly went?: string;
  /** The same of one that came: what it was called, and in which commune. */
  readonly came?: string;
  /** Since when, and the name of the village that a part of it became, told to who does not keep that: "2026-11-01 Xóm Trên". */
  readonly part?: string;
}

/** Public keys of a hub: raw P-256 points, base64url, with the key ids that envelopes and verdicts name. */
export interface HubKeys {
  readonly sealId: string;
  readonly seal: string;
  readonly verdictId: string;
  readonly verdict: string;
}

/** A verdict key that a hub signed with before: work that was sealed in its time is still answered by it. */
interface FormerKey {
  readonly verdictId: string;
  readonly verdict: string;
}

/** What a phone holds of its hub: the newest keys that it was told, and the verdict keys of before. */
export interface PinnedKeys extends HubKeys {
  /** When they were made, ms since 1970; absent: the hub's first. */
  readonly since?: number;
  /** Epoch of the hub that told them; absent: they came with the activation. */
  readonly epoch?: number;
  /** Newest first. */
  readonly former?: readonly FormerKey[];
}

/** `POST /activate`. The same code and the same key again get the same answer, so a cut connection costs nothing. */
export interface ActivationRequest {
  readonly code: string;
  /** Raw P-256 signing key, base64url. */
  readonly signKey: string;
  /** ECDSA signature over "so-dan-so activate v1\n" + code + "\n" + signKey. */
  readonly proof: string;
}

export type ActivationError =
  | 'wrong_code'
  | 'used_code'
  | 'expired_code'
  | 'too_many_tries'
  | 'bad_request'
  | 'offline';

export interface Colleague {
  readonly user: string;
  readonly name: string;
}

export interface Activation {
  readonly device: string;
  readonly user: string;
  readonly userName: string;
  readonly role: Role;
  /** The commune whose book this is, and the unit ids this device may write and read (villages, and the commune for an officer). */
  readonly book: string;
  readonly places: readonly string[];
  readonly units: readonly UnitRow[];
  /** Who else writes in this book, as far as known on that day: changes name their author. */
  readonly colleagues?: readonly Colleague[];
  readonly epoch: number;
  readonly hubEpoch: number;
  readonly hubTime: number;
  readonly keys: PinnedKeys;
  readonly lease: Lease;
  /** The hub's own word on all this, which it believes when it was put back to a day before. Absent from older hubs. */
  readonly enrolment?: SignedVerdict;
  /** Length of the PIN window in days by the hub's policy for this role; null = always open (demo). */
  readonly pinWindowDays: number | null;
}
