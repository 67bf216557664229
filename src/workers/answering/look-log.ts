import type { NoteBox } from '../../store/notes.ts';

/** One look at a person's own panel: when, ms since 1970, and by whom. */
interface Look {
  readonly at: number;
  readonly user: string;
}

/** Who looked at whose panel on this device: sealed, one row a person, newest first. */
export interface LookLog {
  /** Writes the look down and answers all of them; what is shown afterwards was logged before. */
  log(person: string, look: Look): Promise<readonly Look[]>;
}

/** Looks kept of one person. */
const mostKept = 200;

export function createLookLog(notes: NoteBox): LookLog {
  let turn: Promise<unknown> = Promise.resolve();
  const write = async (person: string, look: Look): Promise<readonly Look[]> => {
    const known = (await notes.get<{ readonly looks: readonly Look[] }>(person))?.looks ?? [];
    const looks = [look, ...known].slice(0, mostKept);
    await notes.put(person, { looks });
    return looks;
  };
  return {
    log(person, look) {
      // One after the other: two looks at once must both be kept.
      const result = turn.then(
        () => write(person, look),
        () => write(person, look),
      );
      turn = result;
      return result;
    },
  };
}
