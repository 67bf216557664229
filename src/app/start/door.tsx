import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { ErrorBoundary, lazy } from 'preact-iso';
import { Unlock } from '../../features/unlock/unlock.tsx';
import { words } from '../../ui/language.ts';
import type { PhoneApi, VaultState, Who } from '../../workers/api/phone-api.ts';
import type { ActivationLink } from './activation-fragment.ts';

interface DoorProps {
  readonly phone: PhoneApi;
  readonly vault: Exclude<VaultState, { is: 'open' }>;
  readonly link: ActivationLink;
  /** Free megabytes, when there are few. */
  readonly littleSpace: number | undefined;
  readonly onPractice: () => void;
  readonly onOpen: () => void;
}

/** Between a right code or card and the opened book stands the choice of a PIN. */
interface AtPin {
  readonly card: readonly string[] | undefined;
  readonly who: Who;
}

/* Every day begins with the PIN; these are for the first day. */
const Activate = lazy(() => import('../../features/activate/activate.tsx').then((module) => module.Activate));
const ChoosePin = lazy(() =>
  import('../../features/unlock/choose-pin/choose-pin.tsx').then((module) => module.ChoosePin),
);

export function Door(props: DoorProps): VNode {
  const [atPin, setAtPin] = useState<AtPin>();
  return (
    <main class="app">
      <ErrorBoundary>
        {atPin ? (
          <ChoosePin phone={props.phone} card={atPin.card} userName={atPin.who.userName} onChosen={props.onOpen} />
        ) : (
          <Closed {...props} onPin={setAtPin} />
        )}
      </ErrorBoundary>
    </main>
  );
}

function Closed(props: DoorProps & { readonly onPin: (atPin: AtPin) => void }): VNode {
  const { phone, vault } = props;
  const { gate, activate } = words.value;
  if (vault.is !== 'empty' && vault.is !== 'revoked') {
    const openByCard = (who: Who): void => props.onPin({ card: undefined, who });
    const way = vault.is === 'locked' ? vault.pin : vault.is;
    return (
      <>
        {props.link.code !== '' && <Note text={activate.already} how={activate.alreadyHow} />}
        <Unlock key={way} phone={phone} vault={vault} onOpen={props.onOpen} onOpenByCard={openByCard} />
      </>
    );
  }
  const { littleSpace, link } = props;
  const unfinished = vault.is === 'empty' ? vault.unfinished : undefined;
  return (
    <>
      {vault.is === 'revoked' && <Note text={activate.revoked} how={activate.revokedHow} />}
      {littleSpace !== undefined && <Note text={gate.littleSpace(littleSpace)} how={gate.littleSpaceHow} />}
      {unfinished !== undefined && <Note text={activate.unfinished} how={activate.unfinishedHow} />}
      <Activate
        phone={phone}
        code={link.code || (unfinished ?? '')}
        fingerprint={link.fingerprint}
        onPractice={props.onPractice}
        onActivated={(card, who) => props.onPin({ card, who })}
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
