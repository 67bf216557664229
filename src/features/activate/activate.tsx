import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Entry } from '../../ui/field/entry.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { withoutBlanks } from '../../ui/field/without-blanks.ts';
import { useOnce } from '../../ui/hook/use-once.ts';
import { words } from '../../ui/language.ts';
import { Page } from '../../ui/page/page.tsx';
import type { PhoneApi, Who } from '../../workers/api/phone-api.ts';

interface ActivateProps {
  readonly phone: PhoneApi;
  /** From the QR's link; empty when it must be typed. */
  readonly code: string;
  /** Of the hub's keys, as the QR tells it; empty when the code was given without one. */
  readonly fingerprint: string;
  /** Beside somebody's book that is on this phone: said so, and with the way back to it. */
  readonly beside?: { readonly title: string; readonly how: string; readonly onBack: () => void };
  readonly onPractice: () => void;
  readonly onActivated: (card: readonly string[], who: Who) => void;
}

const field = 'activation-code';

/** The first screen of a fresh phone, and of each further user: a code that the officer or the level above gave. */
export function Activate(props: ActivateProps): VNode {
  const [code, setCode] = useState(props.code);
  const [error, setError] = useState<string>();
  const { activate, app } = words.value;

  // The focus goes to the field, so that a screen reader says what to do.
  const fail = (text: string): void => {
    setError(text);
    document.getElementById(field)?.focus();
  };
  const send = useOnce(async () => {
    if (withoutBlanks(code) === '') return fail(activate.codeMissing);
    setError(undefined);
    const outcome = await props.phone.activate(withoutBlanks(code), props.fingerprint);
    if (outcome.ok) props.onActivated(outcome.value.card, outcome.value.who);
    else fail(activate.errors[outcome.error]);
  });

  return (
    <Page
      title={props.beside?.title ?? activate.title}
      {...(props.beside && { note: props.beside.how, onBack: props.beside.onBack })}
      takesFocus={false}
      action={
        <Button label={send.isBusy ? activate.working : app.next} isMain isBusy={send.isBusy} onPress={send.run} />
      }
    >
      <Entry onEnter={send.run}>
        <TextField
          id={field}
          label={activate.code}
          hint={activate.codeHint}
          look="code"
          value={code}
          isFocused
          {...(error !== undefined && { error })}
          onValue={setCode}
        />
      </Entry>
      {!props.beside && (
        <div>
          <Button label={activate.practice} isQuiet onPress={props.onPractice} />
          <p class="soft">{activate.practiceHow}</p>
        </div>
      )}
    </Page>
  );
}
