import type { NoteBox } from '../../store/notes.ts';

/** One look at a person's own panel: when, ms since 1970, and by whom. */
interface Look {
  readonly at: number;
  readonly user: string;
}

/** Who looked at whose panel on this device: sealed, one row a person, newest first. */
export interface LookLog {
  /**
   * Writes the look down and answers all of them; what is shown afterwards was logged before.
   * @param goesOn the same page once more, the book having changed: no look of its own where this user's last one stands
   */
  log(person: string, look: Look, goesOn?: boolean): Promise<readonly Look[]>;
}

/** Looks kept of one person. */
const mostKept = 200;
/** ms that one look may go on. */
const sitting = 3_600_000;

export function createLookLog(notes: NoteBox): LookLog {
  let turn: Promise<unknown> = Promise.resolve();
  const write = async (person: string, look: Look, goesOn: boolean): Promise<readonly Look[]> => {
    const known = (await notes.get<{ readonly looks: readonly Look[] }>(person))?.looks ?? [];
    if (goesOn && known.some(({ at, user }) => user === look.user && look.at - at < sitting)) return known;
    const looks = [look, ...known].slice(0, mostKept);
    await notes.put(person, { looks });
    return looks;
  };
  return {
    log(person, look, goesOn = false) {
      // One after the other: two looks at once must both be kept.
      const result = turn.then(
        () => write(person, look, goesOn),
        () => write(person, look, goesOn),
      );
      turn = result;
      return result;
    },
  };
}
