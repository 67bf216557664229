import { useState } from 'preact/hooks';
import { errorAt, type FieldError } from '../error-summary.tsx';
import { useOnce } from './use-once.ts';

interface Press<Doubt, Key> {
  /** Writes, with what was said yes to. */
  readonly write: (asked: readonly Key[]) => Promise<void>;
  readonly errors: readonly FieldError[];
  readonly doubts: readonly Doubt[];
  /** By what a doubt is confirmed. */
  readonly keyOf: (doubt: Doubt) => Key;
}

export interface Pressed {
  /** What stands at a control, as its props. */
  readonly at: (control: string) => { readonly error?: string };
  readonly isBusy: boolean;
  readonly goOn: () => void;
  readonly confirm: () => void;
}

/** A main button that asks before it writes: what was said yes to once is not asked again. */
export function usePress<Doubt, Key>({ write, errors, doubts, keyOf }: Press<Doubt, Key>): Pressed {
  const [asked, setAsked] = useState<readonly Key[]>([]);
  const press = useOnce(() => write(asked));
  const confirm = useOnce(async () => {
    const yes = [...asked, ...doubts.map(keyOf)];
    setAsked(yes);
    await write(yes);
  });
  const at = (control: string) => errorAt(errors, control);
  return { at, isBusy: press.isBusy || confirm.isBusy, goOn: press.run, confirm: confirm.run };
}
