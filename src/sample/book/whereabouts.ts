import { carried, type Entry, type Named } from './entry.ts';

/** Where people stand in the book, and the facts about them: who moves to another village takes them along. */
export interface Whereabouts {
  /** Each that stands elsewhere, in the place of an entry that carries somebody. */
  spellOut(entries: readonly Entry[]): readonly Entry[];
  /** What was written, and under which id. */
  note(entry: Entry, id: string): void;
}

interface Standing {
  readonly kind: string;
  readonly of: Named;
  place: string;
}

export function makeWhereabouts(): Whereabouts {
  const lives = new Map<Named, Standing[]>();
  const byId = new Map<string, Standing>();

  const elsewhere = (one: Named, place: string): readonly Standing[] =>
    (lives.get(one) ?? []).filter((standing) => standing.place !== place);

  return {
    spellOut: (entries) =>
      entries.flatMap((entry) => {
        if (entry.is !== 'carried' || entry.of === undefined) return [entry];
        const isPut = (of: Named) => entries.some((other) => other.is === 'mended' && other.of === of);
        return elsewhere(entry.of, entry.place)
          .filter(({ of }) => !isPut(of))
          .map(({ kind, of }) => carried(kind, of, entry.place));
      }),
    note(entry, id) {
      const standing = byId.get(id);
      if (standing !== undefined) {
        standing.place = entry.place;
        return;
      }
      // A fact about two people stands where the first that it names lives.
      const whom = entry.is === 'fact' ? Object.values(entry.links ?? {}).find((one) => isPerson(one)) : entry.of;
      if (whom === undefined || (entry.is !== 'fact' && entry.kind !== 'person')) return;
      const first: Standing = { kind: entry.kind, of: entry.of ?? { id, knownAt: 0 }, place: entry.place };
      lives.set(whom, [...(lives.get(whom) ?? []), first]);
      byId.set(id, first);
    },
  };

  function isPerson(one: Named | undefined): boolean {
    return one !== undefined && lives.has(one);
  }
}
