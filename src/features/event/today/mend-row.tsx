import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../domain/words.ts';
import type { WrittenLine } from '../../../register/lives/answers.ts';
import { Button } from '../../../ui/button.tsx';
import { Entry } from '../../../ui/field/entry.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language } from '../../../ui/language.ts';
import { tellTakenBack } from '../../../ui/lives/taken-back.ts';
import { eventWords } from '../../../ui/words/event-words.ts';
import { draftPath } from '../../draft-path.ts';
import type { Screen } from '../../screen.ts';

interface MendRowProps {
  readonly screen: Screen;
  readonly line: WrittenLine;
  readonly path: string;
  readonly isToday: boolean;
}

/** What stands in the void of an act of the same day: no reason is asked for it. */
const sameDay = 'Người ghi rút lại trong ngày';

/**
 * "Sửa": the form again with its answers; what was written stands until that is saved. "Rút lại": taken back; of an earlier
 * day with the reason.
 */
export function MendRow({ screen, line, path, isToday }: MendRowProps): VNode {
  const [isAsking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState('');
  const back = useAnswer(() => screen.phone.reopen(line.facts), line.transaction);
  const copy = eventWords.value.today;
  const takeBack = async (reason: string): Promise<void> => {
    const outcome = await screen.phone.takeBack(line.facts, reason);
    if (outcome.ok) tellTakenBack(screen, outcome.value, path);
    else setRefusal(say(outcome.error, language.value));
  };
  const mending = useOnce(async () => {
    const draft = back?.value;
    if (draft === undefined) return;
    const { form, where: household, answers } = draft;
    const kept = { id: crypto.randomUUID(), form, household, page: 0, answers, rewrites: line.facts };
    await screen.phone.saveDraft(kept);
    screen.go(draftPath(kept));
  });
  const taking = useOnce(() => takeBack(sameDay));
  if (isAsking) return <WithReason takeBack={takeBack} refusal={refusal} onClose={() => setAsking(false)} />;
  return (
    <>
      {refusal !== '' && <p role="alert">{refusal}</p>}
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
    </>
  );
}

interface WithReasonProps {
  readonly takeBack: (reason: string) => Promise<void>;
  readonly refusal: string;
  readonly onClose: () => void;
}

function WithReason({ takeBack, refusal, onClose }: WithReasonProps): VNode {
  const [reason, setReason] = useState('');
  const [isWrong, setWrong] = useState(false);
  const copy = eventWords.value.today;
  const taking = useOnce(() => takeBack(reason.trim()));
  const press = (): void => {
    setWrong(reason.trim() === '');
    if (reason.trim() !== '') taking.run();
  };
  return (
    <Entry onEnter={press}>
      {refusal !== '' && <p role="alert">{refusal}</p>}
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
