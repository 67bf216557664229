import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../button.tsx';
import { words } from '../language.ts';
import { StateMark } from '../state-word.tsx';
import { type SyncPicture, wordAnswer, wordArrival, wordTrouble } from './sync-words.ts';

interface SyncBarProps {
  readonly place: string;
  readonly sync: SyncPicture;
  readonly isOnline: boolean;
  /** What came of it; nothing where a try was under way already. */
  readonly onSend: () => Promise<SyncPicture | undefined>;
}

/** Long enough to be read, and gone before it is old. */
const answerStands = 15_000;

/** Always in sight: where I am, whether my work has arrived, and the button that sends it now. */
export function SyncBar({ place, sync, isOnline, onSend }: SyncBarProps): VNode {
  const [answer, setAnswer] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAnswer(''), answerStands);
    return () => clearTimeout(timer);
  }, [answer]);
  const arrival = wordArrival(sync, Date.now(), words.value);
  const trouble = wordTrouble(sync, isOnline, words.value);
  const send = async (): Promise<void> => {
    setAnswer('');
    const outcome = await onSend();
    if (outcome) setAnswer(wordAnswer(outcome, Date.now(), words.value));
  };
  return (
    <header class="bar-top">
      <div class="bar-line">
        <div>
          <p class="bar-place">{place}</p>
          <p class="bar-state" role="status">
            {arrival && <StateMark word={arrival} />}
          </p>
        </div>
        <Button
          label={words.value.bar.sendNow}
          icon="send"
          isBusy={sync.is === 'sending'}
          onPress={() => void send()}
        />
      </div>
      {trouble.map((word) => (
        <p key={word.text} class="bar-state">
          <StateMark word={word} />
        </p>
      ))}
      <p role="status" class={answer === '' ? 'seen-by-ear' : 'bar-state small'}>
        {answer}
      </p>
    </header>
  );
}
