import { bookAnswers } from '../answering/book-answers.ts';
import { closingAnswers } from '../answering/closing/closing-answers.ts';
import { disagreeAnswers } from '../answering/disagree/disagree-answers.ts';
import { meetingAnswers } from '../answering/meeting/meeting-answers.ts';
import { paperAnswers } from '../answering/paper/paper-answers.ts';
import { drafting, plainAnswers } from '../answering/plain-answers.ts';
import { stockAnswers } from '../answering/stock/stock-answers.ts';
import type { PhoneApi, PhoneEvent, SyncState } from '../api/phone-api.ts';
import type { Proof } from '../api/proof-api.ts';
import { createHanding, endHanded } from '../handing/handing.ts';
import { createActing } from '../recording/acting.ts';
import { createRecording } from '../recording/recording.ts';
import { createSaving } from '../recording/saving.ts';
import { openPracticeBook } from './practice-book.ts';

/** What a phone for practice is given: a clock and names for envelopes. No network, no storage, no keys. */
export interface PracticePorts {
  readonly now: () => number;
  readonly randomId: () => string;
}

const nothingSent: SyncState = {
  is: 'idle',
  waiting: 0,
  mending: 0,
  sentAt: null,
  waitsSince: null,
  isWhole: true,
  agreedAt: null,
  clockOffset: null,
  failures: 0,
};

const nothingProved: Proof = {
  left: { waiting: 0, mending: 0, drafts: 0 },
  receipt: null,
  mended: { records: 0, at: null },
  certificate: null,
};

/**
 * "Tập dùng": the whole app over invented people. It cannot sync, by construction: nothing here knows of a network, and
 * what is written goes with the page. Doors, keys and files have no place in it: no screen of practice leads there.
 */
export function createPracticePhone(ports: PracticePorts): PhoneApi {
  const listeners = new Set<(event: PhoneEvent) => void>();
  const tell = (): void => {
    for (const listener of listeners) listener({ is: 'register' });
  };
  const { session, looks } = openPracticeBook(ports.now, ports.randomId, tell);
  const saving = createSaving(ports, session);
  const recording = createRecording(saving, session);
  const book = { session, looks, recording, acting: createActing(session, recording) };
  const whole = async () => book;
  return {
    state: async () => ({ is: 'open', who: session.who }),
    ...plainAnswers(whole, ports.now),
    ...bookAnswers(whole, ports.now),
    ...drafting(
      () => book,
      ports.now,
      (draft) => endHanded(book, draft),
    ),
    ...createHanding(whole, ports.now),
    ...disagreeAnswers(whole),
    ...stockAnswers(whole, ports.now),
    ...closingAnswers(async () => ({ session, saving, cursor: async () => 0 })),
    ...paperAnswers(whole),
    ...meetingAnswers(whole, ports.now),
    search: async (text, limit) => session.search(text, limit),
    syncState: async () => nothingSent,
    sync: async () => nothingSent,
    lock: async () => undefined,
    watch: async (listener) => void listeners.add(listener),
    ...closedDoors,
  };
}

const closed = async (): Promise<never> => {
  throw new Error('there is no such door in practice');
};

const closedDoors = {
  activate: closed,
  choosePin: closed,
  unlock: closed,
  unlockWithCard: closed,
  openFiles: closed,
  sheetWords: closed,
  mapSheet: closed,
  saveProfile: closed,
  openProfile: closed,
  importRemarks: closed,
  takeFiles: closed,
  transferProgress: closed,
  lastImport: closed,
  importsElsewhere: closed,
  undoImport: closed,
  exportFiles: closed,
  exportLog: closed,
  compareSheet: closed,
  extractPurposes: closed,
  countExtract: closed,
  extractList: closed,
  extractLog: closed,
  unitsAsked: async () => [],
  askUnits: closed,
  proof: async () => nothingProved,
  certify: closed,
  waitingFile: closed,
  openRoadFile: closed,
  carried: async () => ({ waiting: 0, answered: 0 }),
  verdictFile: closed,
  dropUnits: closed,
  users: closed,
  switchUser: closed,
  chooseLabel: closed,
  leavePhone: closed,
  leaveRescue: closed,
};
