import { inStretches } from '../../../formats/interchange/in-stretches.ts';
import type { TransferProgress } from '../../api/transfer-api.ts';
import { workerPace } from './worker-pace.ts';

/** Long work on files, one after the other, so that an undo never runs into a writing that is still under way. */
export interface Work {
  progress(): TransferProgress;
  /** Runs when all before it has ended. */
  inTurn<Result>(is: Exclude<TransferProgress['is'], 'idle'>, run: (tell: Tell) => Promise<Result>): Promise<Result>;
}

/** How far it is. */
export type Tell = (done: number, of: number) => void;

const idle: TransferProgress = { is: 'idle', done: 0, of: 0 };

export function createWork(): Work {
  let now = idle;
  let turn: Promise<unknown> = Promise.resolve();
  return {
    progress: () => now,
    inTurn(is, run) {
      const begin = async () => {
        now = { is, done: 0, of: 0 };
        try {
          return await run((done, of) => {
            now = { is, done, of };
          });
        } finally {
          now = idle;
        }
      };
      const result = turn.then(begin, begin);
      turn = result;
      return result;
    },
  };
}

/** Runs a generator in stretches and counts its pauses. */
export function stepping<Result>(work: Generator<unknown, Result>, tell: Tell, of: number): Promise<Result> {
  let done = 0;
  return inStretches(work, workerPace, () => {
    done += 1;
    tell(Math.min(done, of), of);
  });
}
