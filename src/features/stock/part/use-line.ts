import { useState } from 'preact/hooks';
import type { Finding } from '../../../domain/form/check.ts';
import type { Fields } from '../../../domain/value.ts';
import { say } from '../../../domain/words.ts';
import type { FieldError } from '../../../ui/error-summary.tsx';
import { type Pressed, usePress } from '../../../ui/hook/use-press.ts';
import { language } from '../../../ui/language.ts';
import type { Saved } from '../../../workers/api/phone-api.ts';
import { type Screen, saySaved } from '../../screen.ts';

interface LineForm {
  readonly screen: Screen;
  /** Form of the catalogue that judges and writes, and where it is asked. */
  readonly form: string;
  readonly where: string;
  /** The answers as they stand; or what is missing of them. */
  readonly read: () => { readonly answers: Fields } | { readonly errors: readonly FieldError[] };
  /** How the form's answers are written, where it is not by the form alone. */
  readonly write?: (answers: Fields, yes: readonly string[]) => ReturnType<Screen['phone']['record']>;
  /** Where it leads once it is written. */
  readonly leadsTo: string;
  readonly done: string;
  /** It is durable: a draft may go. */
  readonly onDone?: () => Promise<void>;
}

export interface LineSave extends Pressed {
  readonly errors: readonly FieldError[];
  readonly found: unknown;
  readonly doubts: readonly Finding[];
  readonly mend: () => void;
}

/** A press of the main button: what must be mended, what is asked, then the save with its way back. */
export function useLine({ screen, form, where, read, write: own, leadsTo, done, onDone }: LineForm): LineSave {
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [doubts, setDoubts] = useState<readonly Finding[]>([]);
  const write = async (yes: readonly string[]): Promise<void> => {
    const told = read();
    setDoubts([]);
    if ('errors' in told) return setErrors(told.errors);
    const outcome = await (own?.(told.answers, yes) ?? screen.phone.record(form, where, told.answers, yes));
    if (!outcome.ok) {
      const stops = outcome.error.filter(({ strength }) => strength === 'stop');
      setErrors(stops.map(({ field, message }) => ({ control: field, text: say(message, language.value) })));
      return setDoubts(stops.length > 0 ? [] : outcome.error);
    }
    setErrors([]);
    await onDone?.();
    sayDone(screen, outcome.value, leadsTo, done);
  };
  const pressed = usePress({ write, errors, doubts, keyOf: ({ check }) => check });
  return { ...pressed, errors, found: errors, doubts, mend: () => setDoubts([]) };
}

/** "Đã lưu trên máy", with the way back, where it leads. */
export function sayDone(screen: Screen, saved: Saved, path: string, done: string): void {
  saySaved(screen, saved.transaction, path, done);
  screen.returnTo(path);
}
