import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { PracticeBar } from '../../features/practice/practice-bar.tsx';
import type { Screen, Toast } from '../../features/screen.ts';
import { SyncBar } from '../../ui/bar/sync-bar.tsx';
import { ToastBar } from '../../ui/bar/toast-bar.tsx';
import { words } from '../../ui/language.ts';
import type { SyncState, Who } from '../../workers/api/phone-api.ts';
import { type AppRoute, isInPractice, isOpenTo, routes } from '../routes.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { NotFound, NotInPractice, OthersPage } from './not-found.tsx';
import { goBack, returnTo, turnBack } from './return-to.ts';
import { routeAt, titleOf } from './route-at.ts';
import { usePressed } from './use-pressed.ts';
import { WholeParts } from './whole-parts.tsx';

interface ShellProps {
  /** Everything but what was sought and the ways to go, which belong to the opened book below. */
  readonly world: Omit<Screen, 'sought' | 'go' | 'takePressed' | 'returnTo' | 'back' | 'turnBack' | 'say'>;
  readonly isOnline: ReadonlySignal<boolean>;
  readonly toast: Signal<Toast | undefined>;
  readonly onSend: () => Promise<SyncState | undefined>;
}

/** The opened book: one bar on top, one below, a screen between them. */
export function Shell(props: ShellProps): VNode {
  return (
    <LocationProvider>
      <OpenBook {...props} />
    </LocationProvider>
  );
}

function OpenBook({ world, isOnline, toast, onSend }: ShellProps): VNode {
  const { path, route } = useLocation();
  const sought = useSignal('');
  const { onPress, take } = usePressed(world.phone, routes, route);
  const screen: Screen = {
    ...world,
    sought,
    go: (to) => route(to),
    takePressed: take,
    returnTo: (to) => returnTo(window, to, (there) => route(there, true)),
    turnBack: (to) => turnBack(window, to, (there) => route(there, true)),
    back: () => goBack(window, () => route('/', true)),
    say: (next) => {
      toast.value = next;
    },
  };
  // The back button returns to what was found; a tab begins anew, and so does the next household after a save.
  const forgetSought = (): void => {
    sought.value = '';
  };
  const here = routeAt(routes, path);
  useToastsEnd(toast, path);
  const shown = toast.value?.path === path ? toast.value : undefined;
  useEffect(() => {
    document.title = titleOf(here, words.value);
  }, [here, words.value]);
  return (
    <div class="app">
      {world.practice.isOn ? (
        <PracticeBar onLeave={world.practice.leave} />
      ) : (
        <SyncBar place={namePlace(world.who)} sync={world.sync.value} isOnline={isOnline.value} onSend={onSend} />
      )}
      <ToastBar text={shown?.text} undo={shown?.undo} link={shown?.link} />
      <main onClickCapture={onPress}>
        <WholeParts path={path}>
          <Router>
            {routes.map((entry) => (
              <Route key={entry.path} path={entry.path} component={pageOf(entry, world)} screen={screen} />
            ))}
            <Route default component={NotFound} />
          </Router>
        </WholeParts>
      </main>
      {!here?.isTask && <BottomBar routes={routes} path={path} role={world.who.role} onPress={forgetSought} />}
    </div>
  );
}

/** The page of an address, or why it is not there for this user. */
function pageOf(entry: AppRoute, { who, practice }: ShellProps['world']): AppRoute['component'] {
  if (!isOpenTo(entry, who.role)) return OthersPage;
  return practice.isOn && !isInPractice(entry) ? NotInPractice : entry.component;
}

/** A toast stands until the next action: leaving the page it was said at ends it. */
function useToastsEnd(toast: Signal<Toast | undefined>, path: string): void {
  const last = useRef(path);
  useEffect(() => {
    if (toast.value && last.current === toast.value.path && path !== last.current) toast.value = undefined;
    last.current = path;
  }, [path, toast]);
}

/** "Thôn Đông · Xã Mẫu" for who keeps one village, else the commune. */
function namePlace(who: Who): string {
  const villages = who.places.filter((place) => place.level === 'village');
  const [village] = villages;
  return villages.length === 1 && village ? `${village.name} · ${who.communeName}` : who.communeName;
}
