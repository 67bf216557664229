import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { withoutBlanks } from '../../ui/field/without-blanks.ts';
import { words } from '../../ui/language.ts';
import type { PhoneApi, VaultState, Who } from '../../workers/api/phone-api.ts';
import { OtherUsers } from './other-users.tsx';
import { UnlockPage } from './unlock-page.tsx';

interface UnlockProps {
  readonly phone: PhoneApi;
  readonly vault: Extract<VaultState, { is: 'locked' | 'card' }>;
  readonly onOpen: () => void;
  /** Opened with the card: a new PIN must be chosen before the book shows. */
  readonly onOpenByCard: (who: Who) => void;
  readonly onUsers: () => void;
}

/** Every day by PIN; by the card when the PIN is forgotten, spent, expired or was never chosen. */
export function Unlock({ phone, vault, onOpen, onOpenByCard, onUsers }: UnlockProps): VNode {
  const needsCard = vault.is === 'card' || vault.pin !== 'usable';
  const [isByCard, setByCard] = useState(needsCard);
  const { unlock } = words.value;
  const others = <OtherUsers phone={phone} onUsers={onUsers} />;
  if (isByCard) {
    return (
      <UnlockPage
        key="card"
        title={unlock.cardTitle}
        field={{ id: 'card-words', label: unlock.cardWords, hint: unlock.cardHint }}
        isSecret={false}
        missing={unlock.cardMissing}
        notBefore={0}
        opening={needsCard && vault.is === 'locked' && vault.pin !== 'usable' ? unlock[vault.pin] : undefined}
        other={needsCard ? undefined : { label: unlock.usePin, go: () => setByCard(false) }}
        open={(typed) => phone.unlockWithCard(typed.toLowerCase().split(/\s+/))}
        onOpen={onOpenByCard}
      >
        {others}
      </UnlockPage>
    );
  }
  return (
    <UnlockPage
      key="pin"
      title={unlock.title}
      field={{ id: 'pin', label: words.value.pin.pin }}
      isSecret
      missing={words.value.pin.missing}
      notBefore={vault.is === 'locked' ? vault.notBefore : 0}
      opening={undefined}
      other={{ label: unlock.useCard, go: () => setByCard(true) }}
      open={(typed) => phone.unlock(withoutBlanks(typed))}
      onOpen={onOpen}
    >
      {others}
    </UnlockPage>
  );
}
