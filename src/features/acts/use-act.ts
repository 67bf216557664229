import { useState } from 'preact/hooks';
import { say } from '../../domain/words.ts';
import type { Act, ActProblem } from '../../register/acts/act.ts';
import type { FieldError } from '../../ui/error-summary.tsx';
import { useOnce } from '../../ui/hook/use-once.ts';
import { language, words } from '../../ui/language.ts';
import type { Saved } from '../../workers/api/phone-api.ts';
import type { Screen } from '../screen.ts';

interface UseAct {
  readonly errors: readonly FieldError[];
  /** What stands at a control, as its props. */
  readonly at: (control: string) => { readonly error?: string };
  /** New for each press. */
  readonly found: unknown;
  readonly doubts: readonly ActProblem[];
  readonly isBusy: boolean;
  readonly goOn: () => void;
  readonly confirm: () => void;
  readonly mend: () => void;
}

interface ActPage {
  readonly screen: Screen;
  /** Reads the screen: the act as it is told now. */
  readonly read: () => Act;
  /** Control that a problem belongs to. */
  readonly controlOf: (problem: ActProblem) => string;
  /** Where it was begun: there it leads once written, if nowhere else, and once undone. */
  readonly from: string;
  readonly leadsTo?: (saved: Saved) => string;
  /** What is said once it is written. */
  readonly done: string;
  /** It is durable: a draft may go. */
  readonly onDone?: () => Promise<void>;
}

/** A press of the main button: what must be mended, what is asked, then the act itself with its way back. */
export function useAct({ screen, read, controlOf, from, leadsTo, done, onDone }: ActPage): UseAct {
  const [problems, setProblems] = useState<readonly ActProblem[]>([]);
  const [asked, setAsked] = useState<readonly ActProblem['code'][]>([]);
  const write = async (yes: readonly ActProblem['code'][]): Promise<void> => {
    const outcome = await screen.phone.act(read(), yes);
    if (!outcome.ok) return setProblems(outcome.error);
    setProblems([]);
    await onDone?.();
    const path = leadsTo?.(outcome.value) ?? from;
    const undo = async (): Promise<void> => {
      await screen.phone.undo(outcome.value.transaction);
      screen.say({ text: words.value.app.undone, path: from });
      // The sheet that the act began is gone.
      if (path !== from) screen.returnTo(from);
    };
    screen.say({ text: `${words.value.bar.saved}. ${done}`, path, undo });
    screen.returnTo(path);
  };
  const press = useOnce(() => write(asked));
  const doubts = problems.some(({ strength }) => strength === 'stop') ? [] : problems;
  const confirm = useOnce(async () => {
    const yes = [...asked, ...doubts.map(({ code }) => code)];
    setAsked(yes);
    await write(yes);
  });
  const errors = problems
    .filter(({ strength }) => strength === 'stop')
    .map((one) => ({ control: controlOf(one), text: say(one.message, language.value) }));
  const at = (control: string) => {
    const text = errors.find((error) => error.control === control)?.text;
    return text === undefined ? {} : { error: text };
  };
  return {
    errors,
    at,
    found: problems,
    doubts,
    isBusy: press.isBusy || confirm.isBusy,
    goOn: press.run,
    confirm: confirm.run,
    mend: () => setProblems([]),
  };
}
