import type { RoadFault } from '../../sync/wire/road-file.ts';
import type { FileBytes } from './transfer-api.ts';

/* Work that goes to the hub without the internet: as a file, by any app or cable, through somebody else's phone. */

/** What became of a file that was opened. */
export type RoadAnswer =
  /** Envelopes of another phone: new ones, ones that are carried already, and ones that are none. */
  | { readonly is: 'carried'; readonly fresh: number; readonly known: number; readonly broken: number }
  /**
   * The hub's answers to this phone: acts that are sent by them, acts that were sent back, envelopes that still wait, answers that are not for it, and
   * envelopes that a restored hub has lost and that have to go once more.
   */
  | {
      readonly is: 'answered';
      readonly acts: number;
      readonly refused: number;
      readonly waiting: number;
      readonly others: number;
      readonly again: number;
    }
  | { readonly is: 'refused'; readonly why: RoadFault | 'own' | 'foreign' };

export interface Carried {
  /** Envelopes of others that go up with the next sync. */
  readonly waiting: number;
  /** Envelopes whose answer can be given back. */
  readonly answered: number;
}

interface AnswerFile extends FileBytes {
  /** Answers that found no room. */
  readonly left: number;
}

export interface RoadApi {
  /** "Lưu việc chờ gửi thành tệp"; `undefined`: nothing waits. */
  waitingFile(): Promise<FileBytes | undefined>;
  openRoadFile(file: FileBytes): Promise<RoadAnswer>;
  carried(): Promise<Carried>;
  /**
   * The hub's answers to those whose work was carried; `undefined`: there is none, or none that fits.
   * @param most bytes that the file may have: the newest answers then, as many as fit
   */
  verdictFile(most?: number): Promise<AnswerFile | undefined>;
}
