import type { Fields } from '../../domain/value.ts';

/** What was answered of one form so far. */
interface KeptDraft {
  readonly id: string;
  readonly form: string;
  readonly household: string;
  readonly page: number;
  readonly answers: Fields;
  /** Whom it is about, where it is said. */
  readonly person?: string;
}

/** Where drafts are kept. */
export interface DraftShelf {
  saveDraft(draft: KeptDraft): Promise<void>;
  dropDraft(id: string): Promise<void>;
}

/** Keeps the newest answers of one form sealed on the phone, soon after each and at once when asked. */
export interface DraftKeeper {
  readonly keep: (draft: KeptDraft) => void;
  /** Resolves when the newest answers are kept. */
  readonly flush: () => Promise<void>;
  /** The form was saved: its draft goes, and nothing is kept any more. */
  readonly end: () => Promise<void>;
}

/** Anything that waits a little and can be called off: the page's timer, or a test's. */
export interface Pause {
  readonly begin: (act: () => void) => void;
  readonly cancel: () => void;
}

/**
 * Writes are one behind the other: an older answer never lands on a newer one. One that failed (a full disk) is tried
 * again with the next, and never stands in the way of it.
 * @param onUnkept told when answers could not be kept after the pause; `flush` tells its caller instead
 */
export function openDraftKeeper(phone: DraftShelf, id: string, pause: Pause, onUnkept: () => void): DraftKeeper {
  let newest: KeptDraft | undefined;
  let hasEnded = false;
  let writing: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    writing = writing.then(work, work);
    return writing;
  };
  const write = async (draft: KeptDraft): Promise<void> => {
    try {
      await phone.saveDraft(draft);
    } catch (error) {
      if (!hasEnded) newest ??= draft;
      throw error;
    }
  };
  const flush = (): Promise<void> => {
    pause.cancel();
    const draft = newest;
    newest = undefined;
    return draft === undefined ? writing : inTurn(() => write(draft));
  };
  const keep = (draft: KeptDraft): void => {
    if (hasEnded) return;
    newest = draft;
    pause.begin(() => void flush().catch(onUnkept));
  };
  const end = (): Promise<void> => {
    hasEnded = true;
    newest = undefined;
    pause.cancel();
    return inTurn(() => phone.dropDraft(id));
  };
  return { keep, flush, end };
}

/** A pause of the page, begun again by each new answer. */
export function pageTimer(view: Window, wait: number): Pause {
  let timer = 0;
  const cancel = (): void => view.clearTimeout(timer);
  const begin = (act: () => void): void => {
    cancel();
    timer = view.setTimeout(act, wait);
  };
  return { begin, cancel };
}
