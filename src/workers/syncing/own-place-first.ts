import type { PullOptions, receiveRows } from '../../sync/phone/pull.ts';
import { type MarkBox, type PlaceMark, type PlacePulled, pullPlace } from '../../sync/phone/pull-place.ts';
import type { HubPort } from '../../sync/ports.ts';
import type { Session } from '../session.ts';

/* Fetched for a first load only: on every other day a phone has its villages. */

const note = 'own-place-first';

export interface OwnPlace {
  /** Loads the first village, where there are others beside it. */
  load(options: PullOptions): Promise<PlacePulled>;
  /** The rest is here too. */
  end(): Promise<void>;
}

const nothing: PlacePulled = { isOnTop: false, rows: 0 };

/** @param take the pull's own hand, which is there already */
export function createOwnPlace({ store, proofs, who }: Session, hub: HubPort, take: typeof receiveRows): OwnPlace {
  const marks: MarkBox = {
    get: () => proofs.get<PlaceMark>(note),
    put: (mark) => proofs.put(note, mark),
  };
  return {
    async load(options) {
      const [own, ...others] = who.places.filter(({ level }) => level === 'village');
      if (own === undefined || others.length === 0) return nothing;
      const pulled = await pullPlace({ store, hub, marks, take }, own.id, options);
      // No network: the pull behind this one says so.
      return pulled.ok ? pulled.value : nothing;
    },
    end: () => proofs.remove(note),
  };
}
