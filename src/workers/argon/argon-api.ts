import type { Argon } from '../../vault/argon.ts';

/** What the key derivation's worker offers. It is ended after use: only so are its 65 MB given back. */
export interface ArgonApi {
  readonly derive: Argon;
}
