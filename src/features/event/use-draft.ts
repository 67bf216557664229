import { useEffect, useMemo } from 'preact/hooks';
import { words } from '../../ui/language.ts';
import type { Screen } from '../screen.ts';
import { type DraftKeeper, openDraftKeeper, pageTimer } from './draft-keeper.ts';

const draftPause = 300;

/** Keeps what is answered on this page: soon after each answer, before the app locks, when the page is left or hidden. */
export function useDraft(screen: Screen, draft: string, path: string): DraftKeeper {
  const tellUnkept = (): void => screen.say({ text: words.value.form.draftUnkept, path });
  const keeper = useMemo(
    () => openDraftKeeper(screen.phone, draft, pageTimer(window, draftPause), tellUnkept),
    [draft],
  );
  useEffect(() => keepBeforeLeaving(screen, keeper.flush, tellUnkept), [keeper]);
  return keeper;
}

function keepBeforeLeaving(screen: Screen, flush: () => Promise<void>, onUnkept: () => void): () => void {
  const hide = (): void => void flush().catch(onUnkept);
  const forget = screen.beforeLock(flush);
  document.addEventListener('visibilitychange', hide);
  return () => {
    document.removeEventListener('visibilitychange', hide);
    forget();
    hide();
  };
}
