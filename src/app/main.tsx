/* The phone app's entry: looks at the browser, claims the book for this tab, starts the worker, draws. */
import '../ui/style/all.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { App } from './app.tsx';
import { openPhoneLine } from './phone-line.ts';
import { openSession } from './session.ts';
import { codeInFragment } from './start/activation-fragment.ts';
import { readBrowser } from './start/browser-facts.ts';
import { judgeBrowser } from './start/browser-gate.ts';
import { chooseLanguage, recallLanguage } from './start/language-choice.ts';
import { claimTab, type TabRole } from './start/one-tab.ts';
import { version } from './version.ts';
import { askBackgroundSync } from './watch/background-sync.ts';
import { watchInstall } from './watch/install-watch.ts';
import { ignoreSecondTaps } from './watch/second-tap.ts';
import { debounce } from './watch/sync-triggers.ts';
import { watchUpdates } from './watch/update-watch.ts';
import { watchOnline } from './watch/watch-online.ts';
import { watchOpenBook } from './watch/watch-open-book.ts';

// Before anything else: a code must not stay in the address, where it would be shared, kept or seen.
const code = codeInFragment(window.location.hash);
if (window.location.hash !== '')
  window.history.replaceState(null, '', window.location.pathname + window.location.search);

ignoreSecondTaps(window);
const install = watchInstall(window);
const afterSave = 2_000;

async function start(): Promise<void> {
  const gate = judgeBrowser(await readBrowser(window));
  await recallLanguage(window);
  const isBroken = signal(false);
  const tab = signal<TabRole | undefined>(undefined);
  const sendsClosed = signal<boolean | undefined>(undefined);
  const sendSoon = debounce(window, afterSave, () => void session.syncNow());
  const session = openSession({
    openLine: () =>
      openPhoneLine(() => {
        isBroken.value = true;
      }),
    onSaved: () => {
      sendSoon();
      void askBackgroundSync(navigator.serviceWorker).then((isTaken) => {
        sendsClosed.value = isTaken;
      });
    },
    patience: () => new Promise((resolve) => setTimeout(resolve, 2_000)),
  });
  const isOpenable = gate.is === 'open';
  const takeOver = isOpenable ? claimTab(navigator.locks, (role) => turn(role)) : () => undefined;
  const turn = (role: TabRole): void => {
    tab.value = role;
    if (role === 'owner') void session.begin();
    else session.leave();
  };
  const update =
    isOpenable && import.meta.env.PROD ? watchUpdates(window, () => (sendsClosed.value = false)) : signal(undefined);
  if (isOpenable) watchOpenBook(window, session);
  window.addEventListener('unhandledrejection', () => {
    isBroken.value = true;
  });
  // Asked at each start: the browser may have changed its mind; "Tình trạng máy" shows the answer.
  if (isOpenable) void navigator.storage.persist();
  const world = { version, update, install, sendsClosed, chooseLanguage: choose };
  render(
    <App
      gate={gate}
      code={code}
      session={session}
      tab={tab}
      isBroken={isBroken}
      isOnline={watchOnline(window)}
      world={world}
      onUseHere={takeOver}
    />,
    document.body,
  );
}

function choose(language: 'vi' | 'en'): void {
  void chooseLanguage(window, language);
}

void start();
