import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { mostLoopBytes, writeFrames } from '../../../formats/loop/frames.ts';
import { createGathering } from '../../../formats/loop/gathering.ts';
import { Button } from '../../../ui/button.tsx';
import { useLatest } from '../../../ui/hook/use-latest.ts';
import { language } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { ScreenProps } from '../../screen.ts';
import { wordRoadAnswer } from '../word-road-answer.ts';
import { roadWords } from '../words.ts';
import { loopWords } from './loop-words.ts';
import { ReadLoop } from './read-loop.tsx';
import { ShowLoop } from './show-loop.tsx';

type Doing =
  | { readonly is: 'choosing'; readonly said: readonly string[] }
  | { readonly is: 'showing'; readonly frames: readonly string[]; readonly note: string }
  | { readonly is: 'reading' };

/** "Đưa bằng mã QR": what goes by file otherwise, from one screen to another phone's camera. */
export function ByLoop({ screen }: ScreenProps): VNode {
  const copy = loopWords.value;
  const { phone } = screen;
  const [doing, setDoing] = useState<Doing>({ is: 'choosing', said: [] });
  // What was read of a loop outlives the camera: it may be turned off and on again.
  const [gathering] = useState(createGathering);
  const say = (...said: readonly string[]): void => setDoing({ is: 'choosing', said });
  const show = (file: Uint8Array, note = ''): void => {
    const frames = writeFrames(file);
    if (frames === undefined) say(copy.tooMuch);
    else setDoing({ is: 'showing', frames, note });
  };
  const showWork = async (): Promise<void> => {
    const file = await phone.waitingFile();
    if (file === undefined) say(copy.nothingWaits);
    else show(file.bytes);
  };
  const showAnswers = async (): Promise<void> => {
    const file = await phone.verdictFile(mostLoopBytes);
    if (file === undefined) say(copy.tooMuch);
    else show(file.bytes, file.left > 0 ? copy.olderLeft(spellNumber(file.left, language.value)) : '');
  };
  const take = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    const answer = await phone.openRoadFile({ name: '', bytes });
    say(copy.whole, ...wordRoadAnswer(answer, handedByLoop()));
  };
  if (doing.is === 'showing') return <ShowLoop frames={doing.frames} note={doing.note} onStop={() => say()} />;
  if (doing.is === 'reading') return <ReadLoop gathering={gathering} onWhole={take} onStop={() => say()} />;
  return (
    <Page title={roadWords.value.byLoop} onBack={screen.back}>
      <div role="status">
        {doing.said.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <p>{copy.text}</p>
      <ToShow screen={screen} onWork={showWork} onAnswers={showAnswers} />
      <section class="box">
        <h2>{copy.readTitle}</h2>
        <div class="row-of-buttons">
          <Button label={copy.read} onPress={() => setDoing({ is: 'reading' })} />
        </div>
      </section>
      <Ledger>
        <LedgerRow title={roadWords.value.title} href="/more/by-file" />
      </Ledger>
    </Page>
  );
}

interface ToShowProps extends Pick<ScreenProps, 'screen'> {
  readonly onWork: () => Promise<void>;
  readonly onAnswers: () => Promise<void>;
}

function ToShow({ screen, onWork, onAnswers }: ToShowProps): VNode {
  const copy = loopWords.value;
  const sync = screen.sync.value;
  const carried = useLatest(() => screen.phone.carried(), `${sync.is} ${sync.agreedAt}`);
  const count = (number: number): string => spellNumber(number, language.value);
  return (
    <section class="box">
      <h2>{copy.showTitle}</h2>
      {sync.waiting === 0 && <p>{copy.nothingWaits}</p>}
      <div class="row-of-buttons">
        <Button label={copy.showWork} onPress={() => void onWork()} />
      </div>
      {carried !== undefined && carried.waiting > 0 && <p>{roadWords.value.carrying(count(carried.waiting))}</p>}
      {carried !== undefined && carried.answered > 0 && (
        <>
          <p>{copy.answersWait(count(carried.answered))}</p>
          <div class="row-of-buttons">
            <Button label={copy.showAnswers} onPress={() => void onAnswers()} />
          </div>
        </>
      )}
    </section>
  );
}

/** The file road's sentences, where they do not speak of a file. */
function handedByLoop(): typeof roadWords.value {
  const { own, foreign, ...taken } = loopWords.value.taken;
  return { ...roadWords.value, ...taken, refused: { ...roadWords.value.refused, own, foreign } };
}
