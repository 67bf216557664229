import type { SignedVerdict } from '../../../sync/verdict.ts';

/** An envelope of another phone, as a sealed note of this one: its bytes until the hub has answered, then the answer. */
export interface CarriedEnvelope {
  /** Of its very bytes: an altered copy that came first must not stand in the true one's way. */
  readonly id: string;
  /** Id of the envelope. */
  readonly envelope: string;
  /** Its writer's, in whose order they go up: the hub parks what is beyond a gap. */
  readonly device: string;
  readonly firstSeq: number;
  /** base64url; empty once answered for good. */
  readonly bytes: string;
  /** ms since 1970. */
  readonly at: number;
  readonly verdict?: SignedVerdict;
}
