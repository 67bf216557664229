import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PhoneApi } from '../../workers/api/phone-api.ts';
import { PinPage } from './pin-page.tsx';
import { RecoveryCard } from './recovery-card.tsx';

interface ChoosePinProps {
  readonly phone: PhoneApi;
  /** Words of a card that was made just now: seen before the PIN is chosen, and never again. */
  readonly card: readonly string[] | undefined;
  readonly userName: string;
  readonly onChosen: () => void;
}

/** Ends an activation or a rescue: the card on paper first, then the PIN of every day. */
export function ChoosePin({ phone, card, userName, onChosen }: ChoosePinProps): VNode {
  const [isAtCard, setAtCard] = useState(card !== undefined);
  if (isAtCard && card) return <RecoveryCard card={card} userName={userName} onDone={() => setAtCard(false)} />;
  return <PinPage phone={phone} onChosen={onChosen} {...(card && { onSeeCard: () => setAtCard(true) })} />;
}
