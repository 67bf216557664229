import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { FileField } from '../../ui/form/files/file-field.tsx';
import { saveFile } from '../../ui/form/files/save-file.ts';
import { useLatest } from '../../ui/hook/use-latest.ts';
import { language } from '../../ui/language.ts';
import { Page } from '../../ui/page/page.tsx';
import { spellNumber } from '../../ui/words/spell-number.ts';
import type { RoadAnswer } from '../../workers/api/road-api.ts';
import type { ScreenProps } from '../screen.ts';
import { wordRoadAnswer } from './word-road-answer.ts';
import { roadWords } from './words.ts';

const count = (number: number): string => spellNumber(number, language.value);

/** "Gửi bằng tệp": the waiting work out as a file, somebody else's in, and the hub's answers back. */
export function ByFile({ screen }: ScreenProps): VNode {
  const copy = roadWords.value;
  const { phone } = screen;
  const [step, setStep] = useState(0);
  const [given, setGiven] = useState('');
  const [taken, setTaken] = useState<RoadAnswer>();
  const sync = screen.sync.value;
  const carried = useLatest(() => phone.carried(), `${sync.is} ${sync.agreedAt}`, step);
  const giveWork = async (): Promise<void> => {
    const file = await phone.waitingFile();
    if (file === undefined) return setGiven(copy.nothingWaits);
    saveFile(file);
    setGiven(copy.saved(file.name));
  };
  const giveAnswers = async (): Promise<void> => {
    const file = await phone.verdictFile();
    if (file !== undefined) saveFile(file);
  };
  return (
    <Page title={copy.title} onBack={screen.back}>
      <p>{copy.text}</p>
      <section class="box">
        <h2>{copy.giveTitle}</h2>
        <div class="row-of-buttons">
          <Button label={copy.save} onPress={() => void giveWork()} />
        </div>
        <p role="status">{given || (sync.waiting === 0 && !leftWaiting(taken) ? copy.nothingWaits : '')}</p>
      </section>
      <section class="box">
        <h2>{copy.takeTitle}</h2>
        <FileField
          label={copy.open}
          hint={copy.openHint}
          accept=".txt"
          onFiles={async ([file]) => {
            if (file === undefined) return;
            setTaken(await phone.openRoadFile(file));
            setGiven('');
            setStep(step + 1);
          }}
        />
        <div role="status">
          {taken !== undefined && wordRoadAnswer(taken, copy).map((line) => <p key={line}>{line}</p>)}
        </div>
        {carried !== undefined && carried.waiting > 0 && <p>{copy.carrying(count(carried.waiting))}</p>}
        {carried !== undefined && carried.answered > 0 && (
          <>
            <p>{copy.toGiveBack(count(carried.answered))}</p>
            <div class="row-of-buttons">
              <Button label={copy.saveAnswers} onPress={() => void giveAnswers()} />
            </div>
          </>
        )}
      </section>
    </Page>
  );
}

/** The answers themselves may say that work has to go once more, before the bar counts it again. */
function leftWaiting(answer: RoadAnswer | undefined): boolean {
  return answer?.is === 'answered' && answer.again + answer.waiting > 0;
}
