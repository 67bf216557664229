import type { BookSession } from '../answering/book-session.ts';
import type { HandingApi } from '../api/handing-api.ts';
import type { Draft } from '../api/phone-api.ts';
import type { Recording } from '../recording/recording.ts';

export interface HandingBook {
  readonly session: BookSession;
  readonly recording: Pick<Recording, 'save'>;
}

/** Drafts taken up here are called so: the record that they came in is found by their id. */
export const takenUp = 'handed-';

const desk = () => import('./handing-desk.ts');

/** The list is asked for at each opening; what is done with a draft is rare, and loaded then. */
export function createHanding(whole: () => Promise<HandingBook>, now: () => number): HandingApi {
  const open = async () => (await desk()).openHandingDesk(whole, now);
  return {
    async handedDrafts() {
      const { session } = await whole();
      const own = new Set((await session.store.drafts.all<Draft>()).map(({ id }) => id));
      return session.register.handedDrafts().filter(({ id }) => !own.has(`${takenUp}${id}`));
    },
    handOn: async (id) => (await open()).handOn(id),
    takeUp: async (id) => (await open()).takeUp(id),
    dropHanded: async (id) => (await open()).dropHanded(id),
  };
}

/** A draft of this device went: saved, or dropped. One that came from another device is done with there too. */
export async function endHanded({ session, recording }: HandingBook, draft: string): Promise<void> {
  if (draft.startsWith(takenUp)) await (await desk()).voidHanded(session, recording, draft.slice(takenUp.length));
}
