import { type ReadonlySignal, type Signal, useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentChildren, VNode } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { ErrorBoundary, lazy } from 'preact-iso';
import type { Screen, Toast } from '../features/screen.ts';
import { Button } from '../ui/button.tsx';
import { words } from '../ui/language.ts';
import { PlainScreen } from '../ui/page/plain-screen.tsx';
import { isNotFetched, type NotSaved } from '../workers/api/no-fault.ts';
import { faultPlace } from './fault-place.ts';
import type { Session } from './session.ts';
import type { ActivationLink } from './start/activation-fragment.ts';
import type { GateAnswer } from './start/browser-gate.ts';
import { Door, type DoorPlace } from './start/door.tsx';
import { GateScreen } from './start/gate-screen.tsx';
import type { TabRole } from './start/one-tab.ts';

const Shell = lazy(() => import('./shell/shell.tsx').then((module) => module.Shell));

/** The opened book's own code, fetched while the PIN is typed. */
export const fetchBook = (): Promise<unknown> => Shell.preload();

/** A press that came to nothing, a new one each time: its part could not be fetched, or the storage took no save. */
export interface Missed {
  readonly why: 'notHere' | NotSaved;
}

export interface AppProps {
  readonly gate: GateAnswer;
  /** What came in the address. */
  readonly link: ActivationLink;
  readonly session: Session;
  /** Where whoever is not in yet stands. */
  readonly place: Signal<DoorPlace>;
  readonly tab: ReadonlySignal<TabRole | undefined>;
  /** Where the app broke, once it has. */
  readonly broken: ReadonlySignal<string | undefined>;
  readonly missed: ReadonlySignal<Missed | undefined>;
  readonly isOnline: ReadonlySignal<boolean>;
  readonly world: Pick<
    Screen,
    'version' | 'update' | 'install' | 'sendsClosed' | 'chooseLanguage' | 'practice' | 'goToUsers'
  >;
  readonly onUseHere: () => void;
}

/** What stands on the screen: the gate, the other tab, the door, or the opened book. */
export function App(props: AppProps): VNode {
  const [fault] = useErrorBoundary();
  const { app, tab } = words.value;
  const place = fault === undefined ? props.broken.value : faultPlace(fault);
  if (isNotFetched(fault)) return <Outside title={app.notHere} text={app.notHereHow} action={<Reopen />} />;
  if (place !== undefined) {
    return (
      <Outside title={app.broken} text={app.brokenHow} action={<Reopen />}>
        <p class="soft small">{place}</p>
      </Outside>
    );
  }
  if (props.gate.is !== 'open') {
    return (
      <main class="app">
        <GateScreen answer={props.gate} code={props.link.code} />
      </main>
    );
  }
  if (props.tab.value === 'elsewhere') {
    return (
      <Outside
        title={tab.title}
        text={tab.how}
        action={<Button label={tab.useHere} isMain onPress={props.onUseHere} />}
      />
    );
  }
  return <Book {...props} littleSpace={props.gate.littleSpace} />;
}

/** Not a reload: an address that broke the app would break it again. */
function Reopen(): VNode {
  return <Button label={words.value.app.reload} isMain onPress={() => window.location.assign('/')} />;
}

interface OutsideProps {
  readonly title: string;
  readonly text: string;
  readonly action: ComponentChildren;
  readonly children?: ComponentChildren;
}

function Outside(props: OutsideProps): VNode {
  return (
    <main class="app">
      <PlainScreen {...props} />
    </main>
  );
}

/** Closed behind its door, or open. */
function Book(props: AppProps & { readonly littleSpace: number | undefined }): VNode {
  const { session } = props;
  const toast = useSignal<Toast | undefined>(undefined);
  const phone = session.phone.value;
  const vault = session.vault.value;
  useSignalEffect(() => {
    const missed = props.missed.value;
    if (missed === undefined) return;
    const { app } = words.peek();
    const path = window.location.pathname;
    const before = toast.peek();
    // What was offered there is offered again: the next press is another try.
    const offered = before?.path === path && before.undo ? { undo: before.undo } : {};
    const text = missed.why === 'notHere' ? `${app.notHere}. ${app.notHereHow}` : app.notSaved[missed.why];
    toast.value = { path, text, ...offered };
  });
  if (phone === undefined || vault === undefined) return <Opening />;
  const turnTo = async (device: string): Promise<void> => {
    await session.switchUser(device);
    props.place.value = 'lock';
    await session.begin();
  };
  if (vault.is !== 'open') {
    return (
      <Door
        phone={phone}
        vault={vault}
        link={props.link}
        place={props.place}
        littleSpace={props.littleSpace}
        onPractice={props.world.practice.go}
        onUsers={props.world.goToUsers}
        onSwitch={(device) => void turnTo(device)}
        onOpen={() => void session.refresh()}
        onLeft={() => void session.lock()}
      />
    );
  }
  const world = {
    ...props.world,
    phone,
    who: vault.who,
    sync: session.sync,
    revision: session.revision,
    beforeLock: session.beforeLock,
    lock: () => void session.lock(),
  };
  return (
    <ErrorBoundary>
      <Shell world={world} isOnline={props.isOnline} toast={toast} onSend={() => session.syncNow(true)} />
    </ErrorBoundary>
  );
}

function Opening(): VNode {
  return (
    <main class="app">
      <p class="page soft">{words.value.app.opening}</p>
    </main>
  );
}
