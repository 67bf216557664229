import { useEffect, useMemo } from 'preact/hooks';
import { words } from '../language.ts';
import { type DraftKeeper, type DraftShelf, openDraftKeeper, pageTimer } from './draft-keeper.ts';

const draftPause = 300;

/** What a screen is given that keeps a draft. */
export interface DraftScreen {
  readonly phone: DraftShelf;
  readonly say: (toast: { readonly text: string; readonly path: string }) => void;
  readonly beforeLock: (keep: () => Promise<void>) => () => void;
}

/** Keeps what is answered on this page: soon after each answer, before the app locks, when the page is left or hidden. */
export function useDraft(screen: DraftScreen, draft: string, path: string): DraftKeeper {
  const tellUnkept = (): void => screen.say({ text: words.value.form.draftUnkept, path });
  const keeper = useMemo(
    () => openDraftKeeper(screen.phone, draft, pageTimer(window, draftPause), tellUnkept),
    [draft],
  );
  useEffect(() => keepBeforeLeaving(screen, keeper.flush, tellUnkept), [keeper]);
  return keeper;
}

function keepBeforeLeaving(screen: DraftScreen, flush: () => Promise<void>, onUnkept: () => void): () => void {
  const hide = (): void => void flush().catch(onUnkept);
  const forget = screen.beforeLock(flush);
  document.addEventListener('visibilitychange', hide);
  return () => {
    document.removeEventListener('visibilitychange', hide);
    forget();
    hide();
  };
}
