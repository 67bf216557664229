import type { Outcome } from '../../domain/outcome.ts';

/* What "Tình trạng máy" says of the proof that nothing is lost. Numbers, times and codes: no name. */

/** Work that is nowhere but on this phone, or that waits for its writer. */
interface OnlyHere {
  /** Saves without a verdict. */
  readonly waiting: number;
  readonly mending: number;
  readonly drafts: number;
}

export interface Proof {
  readonly left: OnlyHere;
  /** The last moment at which the hub had everything and both held the same; null before the first. */
  readonly receipt: {
    readonly at: number;
    /** "7F3K-9QXM-2HTA", to be read out by telephone. */
    readonly code: string;
    /** 32 hex digits. */
    readonly digest: string;
    /** Nothing was written since. */
    readonly isCurrent: boolean;
  } | null;
  /** Records that were found lost or altered here and were fetched again, and when last. */
  readonly mended: { readonly records: number; readonly at: number | null };
  /** Ops that waited and are damaged in both of their copies, and when that was found. */
  readonly damaged?: { readonly ops: number; readonly at: number };
  readonly certificate: Certificate | null;
}

/** The hub's signed word that everything of this phone is there. */
export interface Certificate {
  /** By the hub's clock. */
  readonly at: number;
  /** Number of this phone's last op that it covers. */
  readonly acked: number;
  readonly code: string;
  /** The signed text itself. */
  readonly text: string;
  /** Nothing was written since: the phone may be wiped or handed over. */
  readonly isCurrent: boolean;
}

/** `network`: the hub was not reached; `waiting`: something is not sent; `differs`: the two do not hold the same. */
export type CertifyFailure = 'network' | 'waiting' | 'differs';

export interface ProofApi {
  proof(): Promise<Proof>;
  /** Sends what waits, then asks the hub for its certificate. */
  certify(): Promise<Outcome<Certificate, CertifyFailure>>;
}
