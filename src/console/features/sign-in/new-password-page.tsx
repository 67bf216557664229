import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ConsoleWords } from '../../../i18n/console-vi.ts';
import { consoleWords } from '../../../i18n/console-words.ts';
import { Button } from '../../../ui/button.tsx';
import { language } from '../../../ui/language.ts';
import type { PasswordFault } from '../../api.ts';
import { DoorFrame, focusField } from './door-frame.tsx';
import { judgePassword, type PasswordFaults } from './password-rules.ts';
import { SecretField } from './secret-field.tsx';

interface NewPasswordPageProps {
  /** Whose password, so that a password store keeps the right one. */
  readonly name: string | null;
  /** The password just typed on the door; `null` after a reload: then it is asked again. */
  readonly given: string | null;
  /** Fewest characters that the hub takes. */
  readonly fewest: number;
  readonly onChange: (given: string, next: string) => Promise<PasswordFault | undefined>;
}

interface Errors {
  readonly given?: string;
  readonly next?: string;
  readonly again?: string;
}

const order = ['given', 'next', 'again'] as const;

function say(faults: PasswordFaults, fewest: number, words: ConsoleWords): Errors {
  return {
    ...(faults.given === undefined ? {} : { given: words.password.currentMissing }),
    ...(faults.next === undefined
      ? {}
      : { next: faults.next === 'short' ? words.password.short(fewest) : words.password.same }),
    ...(faults.again === undefined ? {} : { again: words.password.different }),
  };
}

function sayAnswer(fault: PasswordFault, fewest: number, words: ConsoleWords): Errors {
  if (fault === 'short') return { next: words.password.short(fewest) };
  if (fault === 'same') return { next: words.password.same };
  if (fault === 'wrong') return { given: words.password.wrong, next: words.password.wrong };
  return { next: fault === 'ended' ? words.signIn.ended : words.failure[fault] };
}

export function NewPasswordPage(props: NewPasswordPageProps): VNode {
  const words = consoleWords(language.value);
  const [typed, setTyped] = useState({ given: props.given ?? '', next: '', again: '' });
  const [errors, setErrors] = useState<Errors>({});
  const [isBusy, setIsBusy] = useState(false);

  function show(found: Errors): void {
    setErrors(found);
    const first = order.find((key) => found[key] !== undefined && (key !== 'given' || props.given === null));
    if (first !== undefined) focusField(`password-${first}`);
  }

  async function change(): Promise<void> {
    if (isBusy) return;
    const found = say(judgePassword(typed, props.fewest), props.fewest, words);
    show(found);
    if (Object.keys(found).length > 0) return;
    setIsBusy(true);
    const fault = await props.onChange(typed.given, typed.next.normalize('NFC'));
    setIsBusy(false);
    if (fault !== undefined) show(sayAnswer(fault, props.fewest, words));
  }

  const field = (key: keyof Errors, label: string, keeps: 'current-password' | 'new-password'): VNode => (
    <SecretField
      id={`password-${key}`}
      label={label}
      keeps={keeps}
      value={typed[key]}
      {...(errors[key] === undefined ? {} : { error: errors[key] })}
      onValue={(value) => setTyped({ ...typed, [key]: value })}
    />
  );
  return (
    <DoorFrame title={words.password.title} note={words.password.note} onSubmit={change}>
      <input type="text" autoComplete="username" value={props.name ?? ''} readOnly hidden />
      <ul class="rules">
        {words.password.rules(props.fewest).map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      {props.given === null && field('given', words.password.current, 'current-password')}
      {field('next', words.password.next, 'new-password')}
      {field('again', words.password.again, 'new-password')}
      <Button label={isBusy ? words.password.changing : words.password.change} isMain isSubmit isBusy={isBusy} />
    </DoorFrame>
  );
}
