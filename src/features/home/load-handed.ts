import type { PhoneApi } from '../../workers/api/phone-api.ts';
import type { Screen } from '../screen.ts';
import { whereOf } from './name-draft.ts';

type HandedDraft = Awaited<ReturnType<PhoneApi['handedDrafts']>>[number];
export type HandedHere = HandedDraft & Awaited<ReturnType<typeof whereOf>>;

/**
 * Handed drafts that can be gone on with here: those of a household that went from this phone with its village are the
 * officer's, and would open nothing.
 */
export async function loadHanded(screen: Pick<Screen, 'phone' | 'who'>): Promise<readonly HandedHere[]> {
  const drafts = await screen.phone.handedDrafts();
  const named = await Promise.all(drafts.map(async (draft) => ({ ...draft, ...(await whereOf(screen, draft.at)) })));
  return named.filter(({ isHere }) => isHere);
}
