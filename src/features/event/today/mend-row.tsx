import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { WrittenLine } from '../../../register/lives/answers.ts';
import { Button } from '../../../ui/button.tsx';
import { Entry } from '../../../ui/field/entry.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { eventWords } from '../../../ui/words/event-words.ts';
import { draftPath } from '../../draft-path.ts';
import { type Screen, undoAll } from '../../screen.ts';

interface MendRowProps {
  readonly screen: Screen;
  readonly line: WrittenLine;
  readonly path: string;
  readonly isToday: boolean;
}

/** What stands in the void of an act of the same day: no reason is asked for it. */
const sameDay = 'Người ghi sửa lại trong ngày';

/** "Sửa": taken back and written again from the same answers. "Rút lại": taken back; of an earlier day with the reason. */
export function MendRow({ screen, line, path, isToday }: MendRowProps): VNode {
  const [isAsking, setAsking] = useState(false);
  const back = useAnswer(() => screen.phone.reopen(line.facts), line.transaction);
  const copy = eventWords.value.today;
  const takeBack = async (reason: string): Promise<readonly string[]> => {
    const taken: string[] = [];
    for (const fact of line.facts) taken.push(await screen.phone.takeBack(fact, reason));
    return taken;
  };
  const mending = useOnce(async () => {
    const draft = back?.value;
    if (draft === undefined) return;
    // The answers are kept before the fact is taken back: nothing is lost in between.
    const kept = { id: crypto.randomUUID(), form: draft.form, household: draft.where, page: 0, answers: draft.answers };
    await screen.phone.saveDraft(kept);
    await takeBack(sameDay);
    screen.go(draftPath(kept));
  });
  const taking = useOnce(async () => {
    const taken = await takeBack(sameDay);
    screen.say({ text: copy.takenBack, path, undo: () => undoAll(screen, taken, path) });
  });
  if (isAsking) return <WithReason {...{ screen, path }} takeBack={takeBack} onClose={() => setAsking(false)} />;
  return (
    <div class="row-of-buttons">
      {isToday && back?.value && (
        <Button label={copy.mend} icon="pencil" isBusy={mending.isBusy} onPress={mending.run} />
      )}
      <Button
        label={copy.takeBack}
        icon="undo"
        isBusy={taking.isBusy}
        onPress={isToday ? taking.run : () => setAsking(true)}
      />
    </div>
  );
}

interface WithReasonProps extends Pick<MendRowProps, 'screen' | 'path'> {
  readonly takeBack: (reason: string) => Promise<readonly string[]>;
  readonly onClose: () => void;
}

function WithReason({ screen, path, takeBack, onClose }: WithReasonProps): VNode {
  const [reason, setReason] = useState('');
  const [isWrong, setWrong] = useState(false);
  const copy = eventWords.value.today;
  const taking = useOnce(async () => {
    const taken = await takeBack(reason.trim());
    screen.say({ text: copy.takenBack, path, undo: () => undoAll(screen, taken, path) });
  });
  const press = (): void => {
    setWrong(reason.trim() === '');
    if (reason.trim() !== '') taking.run();
  };
  return (
    <Entry onEnter={press}>
      <TextField
        id="take-back-reason"
        label={copy.reason}
        value={reason}
        isFocused
        {...(isWrong && { error: copy.reasonMissing })}
        onValue={setReason}
      />
      <div class="row-of-buttons">
        <Button label={copy.takeBack} icon="undo" isBusy={taking.isBusy} onPress={press} />
        <Button label={copy.keep} isQuiet onPress={onClose} />
      </div>
    </Entry>
  );
}
