import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { frameAt } from '../../../formats/loop/frames.ts';
import { Button } from '../../../ui/button.tsx';
import { awake } from '../../../ui/form/code/awake.ts';
import { CodePicture } from '../../../ui/form/code/code-picture.tsx';
import { language } from '../../../ui/language.ts';
import { Page } from '../../../ui/page/page.tsx';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import { loopWords } from './loop-words.ts';

interface ShowLoopProps {
  readonly frames: readonly string[];
  readonly note: string;
  readonly onStop: () => void;
}

/** How long each frame stands, ms: a camera of fifteen pictures a second sees it three times. */
const pace = 220;

/** One frame behind the other until somebody says stop. */
export function ShowLoop({ frames, note, onStop }: ShowLoopProps): VNode {
  const copy = loopWords.value;
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const clock = setInterval(() => setTurn((before) => before + 1), pace);
    const rest = awake();
    return () => {
      clearInterval(clock);
      rest();
    };
  }, []);
  const count = (number: number): string => spellNumber(number, language.value);
  const at = frameAt(turn, frames.length);
  return (
    <Page title={copy.showingTitle} action={<Button label={copy.stop} isMain onPress={onStop} />}>
      <CodePicture text={frames[at] ?? ''} label={copy.picture} />
      <p>{copy.shown(count(at + 1), count(frames.length))}</p>
      <p class="soft">{copy.showing}</p>
      {note !== '' && <p>{note}</p>}
    </Page>
  );
}
