import { useState } from 'preact/hooks';
import { say } from '../../domain/words.ts';
import type { Act, ActProblem } from '../../register/acts/act.ts';
import type { FieldError } from '../../ui/error-summary.tsx';
import { type Pressed, usePress } from '../../ui/hook/use-press.ts';
import { language, words } from '../../ui/language.ts';
import type { Saved } from '../../workers/api/phone-api.ts';
import type { Screen } from '../screen.ts';
import { actWords } from './words.ts';

interface UseAct extends Pressed {
  readonly errors: readonly FieldError[];
  /** New for each press. */
  readonly found: unknown;
  readonly doubts: readonly ActProblem[];
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
    const link = path === from ? undefined : { text: actWords.value.oldSheet, path: from };
    screen.say({ text: `${words.value.bar.saved}. ${done}`, path, undo, ...(link && { link }) });
    screen.returnTo(path);
  };
  const doubts = problems.some(({ strength }) => strength === 'stop') ? [] : problems;
  const errors = problems
    .filter(({ strength }) => strength === 'stop')
    .map((one) => ({ control: controlOf(one), text: say(one.message, language.value) }));
  const pressed = usePress({ write, errors, doubts, keyOf: ({ code }: ActProblem) => code });
  return { ...pressed, errors, found: problems, doubts, mend: () => setProblems([]) };
}
