import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PhoneApi } from '../../../workers/api/phone-api.ts';
import { PinPage } from './pin-page.tsx';
import { RecoveryCard } from './recovery-card.tsx';

interface ChoosePinProps {
  readonly phone: PhoneApi;
  /** Words of a card that was made just now: seen before the PIN is chosen, and never again. */
  readonly card: readonly string[] | undefined;
  readonly userName: string;
  /** Others use this phone: a few letters will tell them apart. */
  readonly asksLabel: boolean;
  readonly onChosen: () => void;
}

/** Ends an activation or a rescue: the card on paper first, then the PIN of every day. */
export function ChoosePin({ phone, card, userName, asksLabel, onChosen }: ChoosePinProps): VNode {
  const [isAtCard, setAtCard] = useState(card !== undefined);
  useBackWithin(() => setAtCard(card !== undefined));
  if (isAtCard && card) return <RecoveryCard card={card} userName={userName} onDone={() => setAtCard(false)} />;
  return (
    <PinPage
      phone={phone}
      asksLabel={asksLabel}
      onChosen={onChosen}
      {...(card && { onSeeCard: () => setAtCard(true) })}
    />
  );
}

/** The back button leads from the PIN to the card, and not out of the app, where the card would be lost. */
function useBackWithin(onBack: () => void): void {
  const now = useRef(onBack);
  now.current = onBack;
  useEffect(() => {
    window.history.pushState(null, '');
    const back = (): void => {
      window.history.pushState(null, '');
      now.current();
    };
    window.addEventListener('popstate', back);
    return () => {
      window.removeEventListener('popstate', back);
      // The step that was put there is none of the book's.
      window.history.back();
    };
  }, []);
}
