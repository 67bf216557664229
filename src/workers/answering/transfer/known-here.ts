import type { Known } from '../../../formats/interchange/known.ts';
import type { Session } from '../../session.ts';

/** The book of this phone as an import sees it. */
export function knownHere({ store, register, who }: Session): Known {
  const villages = new Map(who.places.filter(({ level }) => level === 'village').map(({ code, id }) => [code, id]));
  return {
    commune: who.commune,
    village: (code) => villages.get(code),
    state: (id) => store.shown(id),
    today: (id) => register.get(id)?.fields,
  };
}
