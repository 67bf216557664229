/* The phone app's entry: looks at the browser, claims the book for this tab, starts the worker, draws. */
import '../ui/style/all.css';
import { effect, type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import { holdPresses } from '../ui/held-press.ts';
import { painted } from '../ui/hook/painted.ts';
import { isNotFetched, whyNotSaved } from '../workers/api/no-fault.ts';
import { practiceName } from '../workers/practice/practice-name.ts';
import { App, type AppProps, fetchBook, type Missed } from './app.tsx';
import { faultPlace } from './fault-place.ts';
import { later } from './later.ts';
import { openPhoneLine } from './phone-line.ts';
import { openSession } from './session.ts';
import { readActivationLink } from './start/activation-fragment.ts';
import { readBrowser } from './start/browser-facts.ts';
import { type GateAnswer, judgeBrowser } from './start/browser-gate.ts';
import type { DoorPlace } from './start/door.tsx';
import { foreseeLock, rememberLock } from './start/foreseen-lock.ts';
import { chooseLanguage, recallLanguage } from './start/language-choice.ts';
import { claimTab, type TabRole } from './start/one-tab.ts';
import { goToPractice, isPractice, leavePractice } from './start/practice.ts';
import { goToUsers, isAtUsers, leaveOthersPages } from './start/users.ts';
import { version } from './version.ts';
import { askBackgroundSync } from './watch/background-sync.ts';
import { watchInstall } from './watch/install-watch.ts';
import { ignoreSecondTaps } from './watch/second-tap.ts';
import { debounce, watchSyncMoments } from './watch/sync-triggers.ts';
import { watchUpdates } from './watch/update-watch.ts';
import { sendByWorker, watchClosedDoor } from './watch/watch-closed-door.ts';
import { watchOnline } from './watch/watch-online.ts';
import { watchOpenBook } from './watch/watch-open-book.ts';

type Update = AppProps['world']['update'];

// Before anything else: a code must not stay in the address, where it would be shared, kept or seen.
const link = readActivationLink(window.location.hash);
if (window.location.hash !== '')
  window.history.replaceState(null, '', window.location.pathname + window.location.search);

ignoreSecondTaps(window);
holdPresses(window);
const inPractice = isPractice(window);
const atUsers = isAtUsers(window);
leaveOthersPages(window);
const place = signal<DoorPlace>(atUsers ? 'users' : link.code === '' ? 'lock' : 'adding');
// From here on its pages have the addresses of any book's.
if (inPractice || atUsers) window.history.replaceState(null, '', '/');
const install = watchInstall(window);
/** Where it broke. */
const broken = signal<string | undefined>(undefined);
const breakAt = (fault: unknown): void => {
  broken.value ??= faultPlace(fault);
};
const missed = signal<Missed | undefined>(undefined);
/** Nobody caught it. A part that did not come, or storage that takes no save, is no fault of the app: who pressed is told so. */
const takeRejection = ({ reason }: PromiseRejectionEvent): void => {
  const why = isNotFetched(reason) ? 'notHere' : whyNotSaved(reason);
  if (why !== undefined) missed.value = { why };
  else breakAt(reason);
};
const sendsClosed = signal<boolean | undefined>(undefined);
const afterSave = 2_000;
/** Resolved when this tab has the book: no worker starts before. */
const ours = later();
const sendSoon = debounce(window, afterSave, () => void session.syncNow());
const session = openSession({
  openLine: () => openPhoneLine(ours.come, breakAt, inPractice ? practiceName : undefined),
  onOther: () => window.location.replace('/'),
  foreseen: () => (inPractice ? undefined : foreseeLock(window)),
  onSaved: async () => {
    if (inPractice) return;
    // It is told on the screen first: waking the service worker costs a cheap phone as much as drawing that.
    await painted(window);
    sendSoon();
    sendsClosed.value = await askBackgroundSync(navigator.serviceWorker);
  },
  patience: () => new Promise((resolve) => setTimeout(resolve, 2_000)),
});

/** A known book stands at its lock screen first; whatever the PIN does not need to be typed comes behind that. */
async function start(): Promise<void> {
  if (inPractice) return startPractice();
  const hasBook = foreseeLock(window) !== undefined;
  const gate = judgeBrowser(await readBrowser(window, hasBook));
  await recallLanguage(window);
  window.addEventListener('unhandledrejection', takeRejection);
  if (gate.is !== 'open') return draw(gate, signal(undefined), signal(undefined), () => undefined);
  const lockScreen = later();
  const tab = signal<TabRole | undefined>(undefined);
  const update = import.meta.env.PROD
    ? watchUpdates(window, lockScreen.come, () => (sendsClosed.value = false))
    : signal(undefined);
  const turnTo = keepTurns(tab);
  let takeOver = (): void => undefined;
  if (hasBook) turnTo('foreseen');
  draw(gate, tab, update, () => takeOver());
  await painted(window);
  takeOver = claimTab(navigator.locks, turnTo);
  watchOpenBook(window, session);
  watchClosedDoor(session, {
    watchMoments: (look) => watchSyncMoments(window, look),
    askWorker: () => sendByWorker(navigator),
  });
  effect(() => rememberLock(window, session.vault.value));
  lockScreen.resolve();
  // Asked at each start: the browser may have changed its mind; "Tình trạng máy" shows the answer.
  void navigator.storage.persist();
}

/** No other tab is asked, nothing is sent, fetched or locked: there is nothing to guard. */
async function startPractice(): Promise<void> {
  await recallLanguage(window);
  ours.resolve();
  draw({ is: 'open' }, signal('owner'), signal(undefined), () => undefined);
  await session.begin();
  await fetchBook();
}

/** The session begins once, when the tab has the book or is foreseen to, and leaves when another tab takes it. */
function keepTurns(tab: Signal<TabRole | undefined>): (role: TabRole | 'foreseen') => void {
  let isBegun = false;
  return (role) => {
    if (role !== 'foreseen') tab.value = role;
    if (role === 'owner') ours.resolve();
    if (role === 'elsewhere') session.leave();
    else if (!isBegun) void session.begin().then(fetchBook);
    isBegun = role !== 'elsewhere';
  };
}

function draw(gate: GateAnswer, tab: AppProps['tab'], update: Update, onUseHere: () => void): void {
  const practice = { isOn: inPractice, go: () => goToPractice(window), leave: () => leavePractice(window) };
  const world = {
    version,
    update,
    install,
    sendsClosed,
    chooseLanguage: choose,
    practice,
    goToUsers: () => goToUsers(window),
  };
  render(
    <App
      gate={gate}
      link={link}
      session={session}
      place={place}
      tab={tab}
      broken={broken}
      missed={missed}
      isOnline={watchOnline(window)}
      world={world}
      onUseHere={onUseHere}
    />,
    document.body,
  );
}

function choose(language: 'vi' | 'en'): void {
  void chooseLanguage(window, language);
}

void start();
