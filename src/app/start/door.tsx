import type { Signal } from '@preact/signals';
import type { ComponentProps, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ErrorBoundary, lazy } from 'preact-iso';
import { OtherUsers } from '../../features/unlock/other-users.tsx';
import { Unlock } from '../../features/unlock/unlock.tsx';
import { useLatest } from '../../ui/hook/use-latest.ts';
import { words } from '../../ui/language.ts';
import { usersWords } from '../../ui/words/users-words.ts';
import type { PhoneApi, VaultState, Who } from '../../workers/api/phone-api.ts';
import type { PhoneUser } from '../../workers/api/users-api.ts';
import { watchIdleness } from '../watch/idle-lock.ts';
import type { ActivationLink } from './activation-fragment.ts';

/** At somebody's lock screen, among the users of this phone, or with a code for a further one. */
export type DoorPlace = 'lock' | 'users' | 'adding';

interface DoorProps {
  readonly phone: PhoneApi;
  readonly vault: Exclude<VaultState, { is: 'open' }>;
  readonly link: ActivationLink;
  readonly place: Signal<DoorPlace>;
  /** Free megabytes, when there are few. */
  readonly littleSpace: number | undefined;
  readonly onPractice: () => void;
  readonly onUsers: () => void;
  /** To another one's lock screen. */
  readonly onSwitch: (device: string) => void;
  readonly onOpen: () => void;
  /** Left alone where a key is in memory and the book does not show yet. */
  readonly onLeft: () => void;
}

/** Between a right code or card and the opened book stands the choice of a PIN. */
interface AtPin {
  readonly card: readonly string[] | undefined;
  readonly who: Who;
  readonly asksLabel: boolean;
}

type ClosedProps = DoorProps & { readonly onPin: (atPin: AtPin) => void };

/* Every day begins with the PIN; these are for the first day, and for a phone that several people use. */
const Activate = lazy(() => import('../../features/activate/activate.tsx').then((module) => module.Activate));
const ChoosePin = lazy(() =>
  import('../../features/unlock/choose-pin/choose-pin.tsx').then((module) => module.ChoosePin),
);
const Users = lazy(() => import('../../features/unlock/users.tsx').then((module) => module.Users));

export function Door(props: DoorProps): VNode {
  const [atPin, setAtPin] = useState<AtPin>();
  // Opened by the card, and left lying at the choice of a PIN: whoever finds it there is not in.
  const isUnlocked = atPin !== undefined && atPin.card === undefined;
  useEffect(() => {
    if (!isUnlocked) return undefined;
    return watchIdleness(window, () => {
      setAtPin(undefined);
      props.onLeft();
    });
  }, [isUnlocked]);
  const open = (): void => {
    // The next lock screen is that of who opened.
    props.place.value = 'lock';
    props.onOpen();
  };
  return (
    <main class="app">
      <ErrorBoundary>
        {atPin ? (
          <ChoosePin phone={props.phone} userName={atPin.who.userName} {...atPin} onChosen={open} />
        ) : (
          <Closed {...props} onOpen={open} onPin={setAtPin} />
        )}
      </ErrorBoundary>
    </main>
  );
}

function Closed(props: ClosedProps): VNode {
  const { phone, vault, place } = props;
  if (vault.is === 'empty') return <Newcomer {...props} unfinished={vault.unfinished} />;
  if (place.value === 'users') return <AmongUsers {...props} />;
  if (place.value === 'adding') return <Added {...props} />;
  if (vault.is === 'revoked') return <Revoked {...props} />;
  const openByCard = (who: Who): void => props.onPin({ card: undefined, who, asksLabel: false });
  const way = vault.is === 'locked' ? vault.pin : vault.is;
  return (
    <Unlock
      key={way}
      phone={phone}
      vault={vault}
      onOpen={props.onOpen}
      onOpenByCard={openByCard}
      onUsers={props.onUsers}
    />
  );
}

function AmongUsers({ phone, place, onSwitch }: ClosedProps): VNode {
  const goTo = (next: DoorPlace): void => {
    place.value = next;
  };
  const pick = ({ device, isCurrent }: PhoneUser): void => {
    if (isCurrent) goTo('lock');
    else onSwitch(device);
  };
  return <Users phone={phone} onPick={pick} onAdd={() => goTo('adding')} onBack={() => goTo('lock')} />;
}

/** A further user, beside those whose books stay closed. */
function Added(props: ClosedProps): VNode | null {
  const known = useLatest(() => props.phone.users(), 'users');
  const copy = usersWords.value;
  if (known === undefined) return null;
  const onBack = (): void => {
    props.place.value = 'lock';
  };
  return (
    <>
      {known.hasUnfinished && <Note text={words.value.activate.unfinished} how={copy.unfinishedHow} />}
      <Newcomer {...props} unfinished={undefined} beside={{ title: copy.add, how: copy.addingHow, onBack }} />
    </>
  );
}

function Revoked(props: ClosedProps): VNode {
  const { activate } = words.value;
  return (
    <>
      <Note text={activate.revoked} how={activate.revokedHow} />
      <div class="page">
        <OtherUsers phone={props.phone} onUsers={props.onUsers} />
      </div>
      <Newcomer {...props} unfinished={undefined} />
    </>
  );
}

interface NewcomerProps extends ClosedProps {
  /** Code of an activation that was cut off. */
  readonly unfinished: string | undefined;
  readonly beside?: ComponentProps<typeof Activate>['beside'];
}

function Newcomer({ unfinished, ...props }: NewcomerProps): VNode {
  const { littleSpace, link, vault, beside } = props;
  const { gate, activate } = words.value;
  return (
    <>
      {littleSpace !== undefined && <Note text={gate.littleSpace(littleSpace)} how={gate.littleSpaceHow} />}
      {unfinished !== undefined && <Note text={activate.unfinished} how={activate.unfinishedHow} />}
      <Activate
        phone={props.phone}
        code={link.code || (unfinished ?? '')}
        fingerprint={link.fingerprint}
        {...(beside && { beside })}
        onPractice={props.onPractice}
        onActivated={(card, who) => props.onPin({ card, who, asksLabel: vault.is !== 'empty' })}
      />
    </>
  );
}

function Note({ text, how }: { readonly text: string; readonly how: string }): VNode {
  return (
    <div class="page">
      <div class="box box-ask" role="note">
        <p>{text}</p>
        <p>{how}</p>
      </div>
    </div>
  );
}
