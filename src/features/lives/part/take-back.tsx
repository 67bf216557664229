import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { civilDay } from '../../../domain/calendar/civil-date.ts';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import { say, type Words } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { Entry } from '../../../ui/field/entry.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language } from '../../../ui/language.ts';
import { tellTakenBack } from '../../../ui/lives/taken-back.ts';
import { livesWords } from '../../../ui/words/lives-words.ts';
import { civilToday } from '../../../ui/words/today.ts';
import type { Screen } from '../../screen.ts';

type Judgement = Awaited<ReturnType<Screen['phone']['judgeTakeBack']>>;

interface TakeBackProps {
  readonly screen: Screen;
  readonly change: { readonly id: string; readonly label: Words; readonly date: string; readonly writtenAt: number };
  readonly path: string;
}

/** Says first what will happen; on a later day than that of the writing it asks why. */
export function TakeBack({ screen, change, path }: TakeBackProps): VNode {
  const [isOpen, setOpen] = useState<boolean>();
  const spot = useRef<HTMLDivElement>(null);
  const copy = livesWords.value.changes;
  const what = `${say(change.label, language.value)} ${formatDate(change.date)}`;
  // What was pressed gives way to what is asked, and comes back: the focus goes along, and brings it into sight.
  useEffect(() => {
    if (isOpen === undefined) return;
    const box = spot.current?.firstElementChild;
    if (!(box instanceof HTMLElement)) return;
    if (!box.contains(document.activeElement)) box.focus();
    box.scrollIntoView({ block: 'center' });
  }, [isOpen]);
  return (
    <div class="take-back" ref={spot}>
      {isOpen === true ? (
        <TakeBackForm screen={screen} change={change} path={path} what={what} onClose={() => setOpen(false)} />
      ) : (
        <Button label={copy.takeBack} spoken={copy.takeBackOf(what)} isQuiet onPress={() => setOpen(true)} />
      )}
    </div>
  );
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
  const [refusal, setRefusal] = useState<Words>();
  const judged = useAnswer(() => screen.phone.judgeTakeBack([change.id]), change.id)?.value;
  const held = refusal ?? judged?.held;
  const taking = useOnce(async () => {
    const outcome = await screen.phone.takeBack([change.id], given);
    if (!outcome.ok) return setRefusal(outcome.error);
    tellTakenBack(screen, outcome.value, path);
    onClose();
  });
  const press = (): void => {
    setWrong(given === '');
    if (given !== '') taking.run();
  };
  return (
    <div class="box box-ask" role="alert" tabIndex={-1}>
      <h3>{copy.takeBackOf(what)}</h3>
      <p>{held === undefined ? copy.takeBackHow : say(held, language.value)}</p>
      <Along along={judged?.along ?? []} />
      {!isSameDay && held === undefined && (
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
        {held === undefined && <Button label={copy.takeBack} icon="undo" isBusy={taking.isBusy} onPress={press} />}
        <Button label={copy.keep} isQuiet onPress={onClose} />
      </div>
    </div>
  );
}

/** What was written together with it and goes along. */
function Along({ along }: { readonly along: Judgement['along'] }): VNode | null {
  if (along.length === 0) return null;
  const names = along.map(({ label, name }) => [say(label, language.value), name].filter((part) => part !== ''));
  return <p>{livesWords.value.changes.along(names.map((parts) => parts.join(' – ')).join('; '))}</p>;
}
