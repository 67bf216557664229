import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Outcome } from '../../domain/outcome.ts';
import { Button } from '../../ui/button.tsx';
import { Entry } from '../../ui/field/entry.tsx';
import type { FieldProps } from '../../ui/field/field-frame.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { useOnce } from '../../ui/hook/use-once.ts';
import { words } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import type { UnlockError, Who } from '../../workers/phone-api.ts';
import { wordUnlockError, wordWait } from './word-unlock-error.ts';

interface UnlockPageProps {
  readonly title: string;
  readonly field: FieldProps;
  readonly isSecret: boolean;
  readonly missing: string;
  /** Moment before which no try is judged. */
  readonly notBefore: number;
  /** What is known before the first try, e.g. that no tries are left. */
  readonly opening: string | undefined;
  readonly other: { readonly label: string; readonly go: () => void } | undefined;
  readonly open: (typed: string) => Promise<Outcome<Who, UnlockError>>;
  readonly onOpen: (who: Who) => void;
}

/** One field, one button. A wrong try empties the field and shows nothing of the book. */
export function UnlockPage(props: UnlockPageProps): VNode {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState(() => props.opening ?? wordWait(props.notBefore, Date.now(), words.value));
  const { unlock } = words.value;

  const open = useOnce(async () => {
    if (typed.trim() === '') return setError(props.missing);
    const outcome = await props.open(typed.trim());
    setTyped('');
    if (outcome.ok) return props.onOpen(outcome.value);
    setError(wordUnlockError(outcome.error, !props.isSecret, Date.now(), words.value));
    document.getElementById(props.field.id)?.focus();
  });
  return (
    <Page
      title={props.title}
      takesFocus={false}
      action={
        <Button label={open.isBusy ? unlock.working : unlock.open} isMain isBusy={open.isBusy} onPress={open.run} />
      }
    >
      <Entry onEnter={open.run}>
        <TextField
          {...props.field}
          {...(props.isSecret && { look: 'secret', inputMode: 'numeric' })}
          {...(error !== '' && { error })}
          value={typed}
          isFocused
          onValue={setTyped}
        />
      </Entry>
      {props.other && (
        <div>
          <Button label={props.other.label} isQuiet onPress={props.other.go} />
        </div>
      )}
    </Page>
  );
}
