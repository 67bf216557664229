import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../button.tsx';
import { useNarrow } from '../hook/use-narrow.ts';
import { Icon } from '../icon.tsx';
import { words } from '../language.ts';
import { StateMark, type StateWord } from './state-word.tsx';
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

/** What "Gửi ngay" came to, with what waited then. */
const noAnswer = { text: '', waiting: 0, isOnline: true };

/** Where what waits or was sent back is listed. */
const outboxPath = '/sent-back';

/** Always in sight: where I am, whether my work has arrived, and the button that sends it now. With very large letters it folds to one line. */
export function SyncBar(props: SyncBarProps): VNode {
  const isNarrow = useNarrow();
  const [isOpen, setOpen] = useState(false);
  if (!isNarrow) return <WholeBar {...props} />;
  const [trouble] = wordTrouble(props.sync, props.isOnline, words.value, Date.now());
  const first = trouble?.icon === 'mend' ? trouble : (wordArrival(props.sync, Date.now(), words.value) ?? trouble);
  return (
    <>
      <button type="button" class="bar-fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {first && <StateMark word={first} />}
        <Icon name={isOpen ? 'up' : 'down'} />
      </button>
      {isOpen && <WholeBar {...props} />}
    </>
  );
}

function WholeBar({ place, sync, isOnline, onSend }: SyncBarProps): VNode {
  const [answered, setAnswered] = useState(noAnswer);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    // On a busy phone it may be due before a newer answer has stopped it.
    const timer = setTimeout(() => setAnswered((now) => (now === answered ? noAnswer : now)), answerStands);
    return () => clearTimeout(timer);
  }, [answered]);
  // What was saved since, or a network that went, makes it untrue.
  const answer = answered.waiting === sync.waiting && answered.isOnline === isOnline ? answered.text : '';
  const arrival = wordArrival(sync, Date.now(), words.value);
  const trouble = wordTrouble(sync, isOnline, words.value, Date.now());
  // Also while the phone is at it by itself: what she asks for is done behind that, and answered.
  const send = async (): Promise<void> => {
    setAnswered(noAnswer);
    setAsked(true);
    const outcome = await onSend().finally(() => setAsked(false));
    if (!outcome) return;
    setAnswered({ text: wordAnswer(outcome, Date.now(), words.value), waiting: outcome.waiting, isOnline });
  };
  return (
    <header class="bar-top" aria-busy={sync.is === 'sending'}>
      <div class="bar-line">
        <Arrival place={place} arrival={arrival} />
        <Button label={words.value.bar.sendNow} icon="send" isBusy={isAsked} onPress={() => void send()} />
      </div>
      {trouble.map((word) => (
        <Trouble key={word.text} word={word} />
      ))}
      <p role="status" class={answer === '' ? 'seen-by-ear' : 'bar-state small'}>
        {answer}
      </p>
    </header>
  );
}

/** Where I am, and whether my work has arrived: the way to the list of what waits, and of what two people wrote differently. */
function Arrival({ place, arrival }: Pick<SyncBarProps, 'place'> & { readonly arrival: StateWord | undefined }): VNode {
  const lines = (
    <>
      <p class="bar-place">{place}</p>
      <p class="bar-state" role="status">
        {arrival && <StateMark word={arrival} />}
      </p>
    </>
  );
  if (arrival === undefined) return <div>{lines}</div>;
  return (
    <a class="bar-way" href={outboxPath}>
      {lines}
    </a>
  );
}

/** What needs mending leads to its list. */
function Trouble({ word }: { readonly word: StateWord }): VNode {
  if (word.icon !== 'mend') {
    return (
      <p class="bar-state">
        <StateMark word={word} />
      </p>
    );
  }
  return (
    <a class="bar-mend" href={outboxPath}>
      <StateMark word={word} />
      <Icon name="right" />
    </a>
  );
}
