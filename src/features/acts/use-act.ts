import { useState } from 'preact/hooks';
import { say } from '../../domain/words.ts';
import type { Act, ActProblem } from '../../register/acts/act.ts';
import type { FieldError } from '../../ui/error-summary.tsx';
import { useOnce } from '../../ui/hook/use-once.ts';
import { language, words } from '../../ui/language.ts';
import type { Screen } from '../screen.ts';

interface UseAct {
  readonly errors: readonly FieldError[];
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
  /** Where it leads once written, and what is said there. */
  readonly home: string;
  readonly done: string;
  /** It is durable: a draft may go. */
  readonly onDone?: () => Promise<void>;
}

/** A press of the main button: what must be mended, what is asked, then the act itself with its way back. */
export function useAct({ screen, read, controlOf, home, done, onDone }: ActPage): UseAct {
  const [problems, setProblems] = useState<readonly ActProblem[]>([]);
  const [asked, setAsked] = useState<readonly ActProblem['code'][]>([]);
  const write = async (yes: readonly ActProblem['code'][]): Promise<void> => {
    const outcome = await screen.phone.act(read(), yes);
    if (!outcome.ok) return setProblems(outcome.error);
    setProblems([]);
    const { transaction } = outcome.value;
    await onDone?.();
    const undo = async (): Promise<void> => {
      await screen.phone.undo(transaction);
      screen.say({ text: words.value.app.undone, path: home });
    };
    screen.say({ text: `${words.value.bar.saved}. ${done}`, path: home, undo });
    screen.returnTo(home);
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
  return {
    errors,
    found: problems,
    doubts,
    isBusy: press.isBusy || confirm.isBusy,
    goOn: press.run,
    confirm: confirm.run,
    mend: () => setProblems([]),
  };
}
