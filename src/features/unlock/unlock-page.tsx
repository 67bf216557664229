import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Outcome } from '../../domain/outcome.ts';
import { Button } from '../../ui/button.tsx';
import { Entry } from '../../ui/field/entry.tsx';
import type { FieldProps } from '../../ui/field/field-frame.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { useOnce } from '../../ui/hook/use-once.ts';
import { words } from '../../ui/language.ts';
import { Page } from '../../ui/page/page.tsx';
import type { UnlockError, Who } from '../../workers/api/phone-api.ts';
import { catchUnopened } from './unopened.ts';
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
  /** Below all of it. */
  readonly children?: ComponentChildren;
}

/** Moment before which no try is judged, where a try was told so. */
function waitOf(fault: UnlockError | 'missing' | undefined): number | undefined {
  return typeof fault === 'object' && 'notBefore' in fault ? fault.notBefore : undefined;
}

function wordFault(props: UnlockPageProps, fault: UnlockError | 'missing' | undefined, now: number): string {
  if (fault === undefined) return props.opening ?? wordWait(props.notBefore, now, words.value);
  return fault === 'missing' ? props.missing : wordUnlockError(fault, !props.isSecret, now, words.value);
}

/** The present moment, told each second until `end`: the waiting counts down before her eyes. */
function useClock(end: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= end) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [end]);
  return now;
}

/** One field, one button. A wrong try empties the field and shows nothing of the book. */
export function UnlockPage(props: UnlockPageProps): VNode {
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<UnlockError | 'missing'>();
  const now = useClock(waitOf(fault) ?? props.notBefore);
  const error = wordFault(props, fault, now);
  const { unlock } = words.value;

  const open = useOnce(async () => {
    if (typed.trim() === '') return setFault('missing');
    const outcome = await props.open(typed.trim()).catch(catchUnopened);
    setTyped('');
    if (outcome.ok) return props.onOpen(outcome.value);
    setFault(outcome.error);
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
      {props.children}
    </Page>
  );
}
