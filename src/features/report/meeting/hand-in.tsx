import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language } from '../../../ui/language.ts';
import { civilToday } from '../../../ui/words/today.ts';
import { type Screen, saySaved } from '../../screen.ts';
import type { Keeper } from './keeper-state.tsx';
import { meetingWords, monthWord } from './words.ts';

interface HandInProps {
  readonly screen: Screen;
  readonly month: string;
  readonly keeper: Keeper;
  readonly path: string;
}

/** A month that is over, or is today, is handed in: it is asked first, with what it says. On paper at the office. */
export function HandIn({ screen, month, keeper, path }: HandInProps): VNode | null {
  const copy = meetingWords.value;
  const [isAsked, setAsked] = useState(false);
  const [fault, setFault] = useState('');
  const isOwn = screen.who.role === 'collaborator';
  const hand = useOnce(async () => {
    const saved = await screen.phone.handInSlip(month, keeper.id);
    setAsked(false);
    if (!saved.ok) return setFault(say(saved.error, language.value));
    saySaved(screen, saved.value.transaction, path, isOwn ? copy.handedDone : copy.takePaperDone);
  });
  const mayPaper = screen.who.role === 'officer' && (keeper.is === 'open' || keeper.is === 'returned');
  if (month > civilToday().slice(0, 7) || keeper.is === 'accepted' || !(isOwn || mayPaper)) return null;
  const first = !isOwn ? copy.takePaper : keeper.is === 'open' ? copy.handIn : copy.handInAgain;
  return (
    <section class="section not-printed">
      {fault !== '' && <p role="alert">{fault}</p>}
      {isAsked ? (
        <>
          <p role="status">{copy.handInAsk(monthWord(month), keeper.linesNow)}</p>
          <Button label={copy.yesHandIn} isMain isBusy={hand.isBusy} onPress={hand.run} />
        </>
      ) : (
        <>
          {isOwn && <p class="soft">{copy.handInHow}</p>}
          <Button label={first} icon="send" onPress={() => setAsked(true)} />
        </>
      )}
    </section>
  );
}
