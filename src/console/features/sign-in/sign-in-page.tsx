import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { clockTime } from '../../../domain/calendar/civil-date.ts';
import type { ConsoleWords } from '../../../i18n/console-vi.ts';
import { consoleWords } from '../../../i18n/console-words.ts';
import { Button } from '../../../ui/button.tsx';
import { describers, LabelledField } from '../../../ui/field/field-frame.tsx';
import { language } from '../../../ui/language.ts';
import type { OutReason, SignInFault } from '../../api.ts';
import { DoorFrame, focusField } from './door-frame.tsx';
import { SecretField } from './secret-field.tsx';

interface SignInPageProps {
  /** Why the door is shut: said above the form. */
  readonly why: OutReason;
  readonly onSignIn: (name: string, password: string) => Promise<SignInFault | undefined>;
}

interface Faults {
  readonly name?: string;
  readonly password?: string;
}

function faultText(fault: SignInFault, words: ConsoleWords): string {
  if (fault.why === 'wrong') return words.signIn.wrong;
  if (fault.why === 'ended') return words.signIn.ended;
  if (fault.why !== 'wait') return words.failure[fault.why];
  return fault.notBefore === null ? words.signIn.wait : words.signIn.waitUntil(clockTime(fault.notBefore));
}

function missing(name: string, password: string, words: ConsoleWords): Faults {
  return {
    ...(name.trim() === '' ? { name: words.signIn.nameMissing } : {}),
    ...(password === '' ? { password: words.signIn.passwordMissing } : {}),
  };
}

export function SignInPage(props: SignInPageProps): VNode {
  const words = consoleWords(language.value);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [faults, setFaults] = useState<Faults>({});
  const [isBusy, setIsBusy] = useState(false);

  async function enter(): Promise<void> {
    if (isBusy) return;
    const found = missing(name, password, words);
    setFaults(found);
    if (found.name ?? found.password) {
      focusField(found.name ? 'sign-in-name' : 'sign-in-password');
      return;
    }
    setIsBusy(true);
    const fault = await props.onSignIn(name.trim().normalize('NFC'), password.normalize('NFC'));
    setIsBusy(false);
    if (fault === undefined) return;
    setFaults({ password: faultText(fault, words) });
    focusField('sign-in-password');
  }

  return (
    <DoorFrame title={words.signIn.title} note={words.signIn.note} onSubmit={enter}>
      {props.why !== 'first' && (
        <p class="box" role="status">
          {words.signIn[props.why]}
        </p>
      )}
      <NameField value={name} error={faults.name} onValue={setName} />
      <SecretField
        id="sign-in-password"
        label={words.signIn.password}
        keeps="current-password"
        value={password}
        {...(faults.password === undefined ? {} : { error: faults.password })}
        onValue={setPassword}
      />
      <Button label={isBusy ? words.signIn.entering : words.signIn.enter} isMain isSubmit isBusy={isBusy} />
    </DoorFrame>
  );
}

interface NameFieldProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly onValue: (value: string) => void;
}

function NameField(props: NameFieldProps): VNode {
  const words = consoleWords(language.value);
  const field = {
    id: 'sign-in-name',
    label: words.signIn.name,
    ...(props.error === undefined ? {} : { error: props.error }),
  };
  return (
    <LabelledField field={field}>
      <input
        id={field.id}
        class="input"
        type="text"
        value={props.value}
        autoComplete="username"
        autocapitalize="off"
        spellcheck={false}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describers(field)}
        onInput={(event) => props.onValue(event.currentTarget.value)}
      />
    </LabelledField>
  );
}
