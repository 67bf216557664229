import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import { say, type Words } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { Entry } from '../../../ui/field/entry.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language } from '../../../ui/language.ts';
import { civilDay } from '../../../ui/words/civil-time.ts';
import { livesWords } from '../../../ui/words/lives-words.ts';
import { civilToday } from '../../../ui/words/today.ts';
import { type Screen, undoAll } from '../../screen.ts';

interface TakeBackProps {
  readonly screen: Screen;
  readonly change: { readonly id: string; readonly label: Words; readonly date: string; readonly writtenAt: number };
  readonly path: string;
}

/** Says first what will happen; on a later day than that of the writing it asks why. */
export function TakeBack({ screen, change, path }: TakeBackProps): VNode {
  const [isOpen, setOpen] = useState(false);
  const copy = livesWords.value.changes;
  const what = `${say(change.label, language.value)} ${formatDate(change.date)}`;
  if (!isOpen) {
    return <Button label={copy.takeBack} spoken={copy.takeBackOf(what)} isQuiet onPress={() => setOpen(true)} />;
  }
  return <TakeBackForm screen={screen} change={change} path={path} what={what} onClose={() => setOpen(false)} />;
}

interface TakeBackFormProps extends TakeBackProps {
  readonly what: string;
  readonly onClose: () => void;
}

function TakeBackForm({ screen, change, path, what, onClose }: TakeBackFormProps): VNode {
  const copy = livesWords.value.changes;
  const isSameDay = civilDay(change.writtenAt) === civilToday();
  const [reason, setReason] = useState('');
  const [isWrong, setWrong] = useState(false);
  const given = isSameDay ? copy.sameDay : reason.trim();
  const taking = useOnce(async () => {
    const taken = await screen.phone.takeBack(change.id, given);
    screen.say({ text: copy.takenBack, path, undo: () => undoAll(screen, [taken], path) });
    onClose();
  });
  const press = (): void => {
    setWrong(given === '');
    if (given !== '') taking.run();
  };
  return (
    <div class="box box-ask">
      <h3>{copy.takeBackOf(what)}</h3>
      <p>{copy.takeBackHow}</p>
      {!isSameDay && (
        <Entry onEnter={press}>
          <TextField
            id={`reason-${change.id}`}
            label={copy.reason}
            value={reason}
            isFocused
            {...(isWrong && { error: copy.reasonMissing })}
            onValue={setReason}
          />
        </Entry>
      )}
      <div class="row-of-buttons">
        <Button label={copy.takeBack} icon="undo" isBusy={taking.isBusy} onPress={press} />
        <Button label={copy.keep} isQuiet onPress={onClose} />
      </div>
    </div>
  );
}
