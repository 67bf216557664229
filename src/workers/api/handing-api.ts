import type { Outcome } from '../../domain/outcome.ts';
import type { HandedDraft } from '../../register/answers.ts';
import type { Draft } from './phone-api.ts';

/** Why a draft stays on this device: of an own panel, too long for one op, or its household is not here. */
type NotHanded = 'private' | 'too_long' | 'nowhere';

/** Drafts that go from one device to another: begun on the phone, finished on the PC. */
export interface HandingApi {
  /** Those of others and those of one's own that nobody has finished; what was taken up here stands among `drafts`. */
  handedDrafts(): Promise<readonly HandedDraft[]>;
  /** The draft leaves this device with the next sync, sealed like every record. */
  handOn(draft: string): Promise<Outcome<null, NotHanded>>;
  /** "Làm tiếp": it stands among this device's drafts from now on. `undefined`: it is gone. */
  takeUp(handed: string): Promise<Draft | undefined>;
  /** Nobody needs it any more. */
  dropHanded(handed: string): Promise<void>;
}
