import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say, type Words } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language } from '../../../ui/language.ts';
import type { Screen } from '../../screen.ts';
import { actWords } from '../words.ts';

interface TakeBackClosingProps {
  readonly screen: Screen;
  readonly id: string;
  readonly year: number;
}

/** A closing is taken back with a reason, like any fact: the year's book is open again. */
export function TakeBackClosing({ screen, id, year }: TakeBackClosingProps): VNode {
  const copy = actWords.value.year;
  const [reason, setReason] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [refusal, setRefusal] = useState<Words>();
  const taking = useOnce(async () => {
    setWrong(reason.trim() === '');
    if (reason.trim() === '') return;
    const outcome = await screen.phone.takeBack([id], reason.trim());
    setRefusal(outcome.ok ? undefined : outcome.error);
    if (outcome.ok) screen.say({ text: copy.opened(year), path: '/year' });
  });
  return (
    <>
      {refusal !== undefined && <p role="alert">{say(refusal, language.value)}</p>}
      <TextField
        id={`reason-${id}`}
        label={copy.reason}
        value={reason}
        {...(isWrong && { error: copy.reasonMissing })}
        onValue={setReason}
      />
      <div>
        <Button label={copy.takeBack(year)} icon="undo" isBusy={taking.isBusy} onPress={taking.run} />
      </div>
    </>
  );
}
