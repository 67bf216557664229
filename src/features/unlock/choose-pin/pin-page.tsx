import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary, errorAt, type FieldError } from '../../../ui/error-summary.tsx';
import { Entry } from '../../../ui/field/entry.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { withoutBlanks } from '../../../ui/field/without-blanks.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { words } from '../../../ui/language.ts';
import { Page } from '../../../ui/page/page.tsx';
import { usersWords } from '../../../ui/words/users-words.ts';
import type { PhoneApi } from '../../../workers/api/phone-api.ts';

interface PinPageProps {
  readonly phone: PhoneApi;
  readonly asksLabel: boolean;
  readonly onChosen: () => void;
  readonly onSeeCard?: () => void;
}

const ids = { label: 'new-label', pin: 'new-pin', again: 'new-pin-again' };

export function PinPage({ phone, asksLabel, onChosen, onSeeCard }: PinPageProps): VNode {
  const [label, setLabel] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const copy = words.value.pin;
  const users = usersWords.value;

  const choose = useOnce(async () => {
    const fault = findPinFault(withoutBlanks(pin), withoutBlanks(again));
    if (fault) return setErrors([{ control: ids[fault.at], text: copy[fault.is] }]);
    // To derive a key takes a cheap phone seconds: what was wrong with the one before must not stand beside this one.
    setErrors([]);
    const called = asksLabel ? await phone.chooseLabel(label) : undefined;
    if (called?.ok === false) return setErrors([{ control: ids.label, text: users.errors[called.error] }]);
    const outcome = await phone.choosePin(withoutBlanks(pin));
    if (outcome.ok) onChosen();
    else setErrors([{ control: ids.pin, text: copy.errors[outcome.error] }]);
  });
  const secret = (id: string, label: string, value: string, onValue: (value: string) => void, hint?: string): VNode => {
    const extra = { ...(hint !== undefined && { hint }), ...errorAt(errors, id) };
    return <TextField {...extra} {...{ id, label, value, onValue }} look="secret" inputMode="numeric" />;
  };
  return (
    <Page
      title={copy.title}
      action={<Button label={words.value.app.next} isMain isBusy={choose.isBusy} onPress={choose.run} />}
    >
      <ErrorSummary errors={errors} />
      <Entry onEnter={choose.run}>
        {asksLabel && (
          <TextField
            id={ids.label}
            label={users.label}
            hint={users.labelHint}
            look="code"
            value={label}
            {...errorAt(errors, ids.label)}
            onValue={setLabel}
          />
        )}
        {secret(ids.pin, copy.pin, pin, setPin, copy.hint)}
        {secret(ids.again, copy.again, again, setAgain)}
      </Entry>
      {onSeeCard && (
        <div>
          <Button label={words.value.activate.seeCard} isQuiet onPress={onSeeCard} />
        </div>
      )}
    </Page>
  );
}

interface PinFault {
  readonly at: 'pin' | 'again';
  readonly is: 'missing' | 'different';
}

/** Blank and sameness are seen here; whether it is long enough and hard to guess, the vault says. */
function findPinFault(pin: string, again: string): PinFault | undefined {
  if (pin === '') return { at: 'pin', is: 'missing' };
  return pin === again ? undefined : { at: 'again', is: 'different' };
}
