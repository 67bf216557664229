import type { Outcome } from '../../domain/outcome.ts';
import type { Act, ActProblem } from '../../register/acts/act.ts';
import type { Saved } from './phone-api.ts';

/** What is done to whole households and their numbers. */
export interface ActsApi {
  /** What stands against an act; nothing is written. */
  judgeAct(act: Act): Promise<readonly ActProblem[]>;
  /** Writes it as one undoable act; `asked` are the codes that were answered yes. */
  act(act: Act, asked: readonly ActProblem['code'][]): Promise<Outcome<Saved, readonly ActProblem[]>>;
}
