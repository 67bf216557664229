import type { VNode } from 'preact';
import { Button } from '../button.tsx';
import { words } from '../language.ts';
import { StateMark } from '../state-word.tsx';
import { type SyncPicture, wordArrival, wordTrouble } from './sync-words.ts';

interface SyncBarProps {
  readonly place: string;
  readonly sync: SyncPicture;
  readonly isOnline: boolean;
  readonly onSend: () => void;
}

/** Always in sight: where I am, whether my work has arrived, and the button that sends it now. */
export function SyncBar({ place, sync, isOnline, onSend }: SyncBarProps): VNode {
  const trouble = wordTrouble(sync, isOnline, words.value);
  return (
    <header class="bar-top">
      <div class="bar-line">
        <div>
          <p class="bar-place">{place}</p>
          <p class="bar-state" role="status">
            <StateMark word={wordArrival(sync, Date.now(), words.value)} />
          </p>
        </div>
        <Button label={words.value.bar.sendNow} icon="send" isBusy={sync.is === 'sending'} onPress={onSend} />
      </div>
      {trouble.map((word) => (
        <p key={word.icon} class="bar-state">
          <StateMark word={word} />
        </p>
      ))}
    </header>
  );
}
