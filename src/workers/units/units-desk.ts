import type { NoteBox } from '../../store/notes.ts';
import type { UnitsAnswer, UnitsRequest } from '../../sync/units-change.ts';
import type { UnitsApi, UnitsAsked } from '../api/units-api.ts';

/** How long an answer stands on the screen, ms: longer than anybody asks what became of it. */
const keptFor = 90 * 86_400_000;

/** What was asked of the hub about villages: sealed notes on this phone. */
export function createUnitsDesk(notes: NoteBox, now: () => number, randomId: () => string): UnitsApi {
  return {
    unitsAsked: async () => [...(await notes.all<UnitsAsked>())].sort((a, b) => b.at - a.at),
    async askUnits(change) {
      const asked: UnitsAsked = { id: randomId(), change, at: now(), state: { is: 'waiting' } };
      await notes.put(asked.id, asked);
      return asked;
    },
    dropUnits: (id) => notes.remove(id),
  };
}

/** Takes what waits to the hub, the oldest first; stops at the first that cannot be sent. Nothing is asked twice. */
export async function postUnits(
  notes: NoteBox,
  post: (request: UnitsRequest) => Promise<UnitsAnswer | undefined>,
  now: () => number,
): Promise<void> {
  const asked = [...(await notes.all<UnitsAsked>())].sort((a, b) => a.at - b.at);
  for (const one of asked.filter(({ state, at }) => state.is !== 'waiting' && at < now() - keptFor))
    await notes.remove(one.id);
  for (const one of asked.filter(({ state }) => state.is === 'waiting')) {
    const answer = await post({ id: one.id, change: one.change });
    if (answer === undefined) return;
    const state: UnitsAsked['state'] =
      'done' in answer ? { is: 'done', ...answer.done } : { is: 'refused', why: answer.refused };
    // Withdrawn meanwhile: it was sent all the same, so it stands here again.
    await notes.put(one.id, { ...one, state });
  }
}
