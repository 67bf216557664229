import { bookAnswers } from './answering/book-answers.ts';
import { closingAnswers } from './answering/closing/closing-answers.ts';
import { disagreeAnswers } from './answering/disagree/disagree-answers.ts';
import { createForeseen, type Foreseen } from './answering/foreseen/foreseen.ts';
import { createLookLog, type LookLog } from './answering/look-log.ts';
import { meetingAnswers } from './answering/meeting/meeting-answers.ts';
import { paperAnswers } from './answering/paper/paper-answers.ts';
import { drafting, plainAnswers } from './answering/plain-answers.ts';
import { proofAnswers } from './answering/proof/proof-answers.ts';
import { stockAnswers } from './answering/stock/stock-answers.ts';
import { transferAnswers } from './answering/transfer/transfer-answers.ts';
import type { PhoneApi, PhoneEvent } from './api/phone-api.ts';
import { openClearMetadata } from './clear-metadata.ts';
import { createDoor } from './door.ts';
import { createHanding, endHanded } from './handing/handing.ts';
import { lineOf } from './ports/hub-line.ts';
import type { PhonePorts } from './ports/phone-ports.ts';
import { type Acting, createActing } from './recording/acting.ts';
import { createRecording, type Recording } from './recording/recording.ts';
import { createSaving, type Saving } from './recording/saving.ts';
import type { Session } from './session.ts';
import { roadAnswers } from './syncing/carrying/road-answers.ts';
import { lateSyncing } from './syncing/late-syncing.ts';
import type { Syncing } from './syncing/syncing.ts';
import { unitsAnswers } from './units/units-answers.ts';

/** An open phone at work: its session and what is built on it. */
interface Work {
  readonly session: Session;
  readonly saving: Saving;
  readonly looks: LookLog;
  readonly recording: Recording;
  readonly acting: Acting;
  readonly syncing: Syncing;
  readonly foreseen: Foreseen;
}

/** ms that a screen has to draw what it asked for, before the worker goes on. */
const drawing = 150;
/** ms after which what stands beside the search opens the pages itself, when nobody else has needed them. */
const calm = 1_500;

/**
 * A whole phone behind the doors it is given: vault, store, register, sync. It keeps nothing outside of itself, so
 * several phones and their hub can live in one process.
 */
export function createPhone(ports: PhonePorts): PhoneApi {
  const clear = openClearMetadata(ports.indexedDB);
  const listeners = new Set<(event: PhoneEvent) => void>();
  let work: Work | undefined;
  let isWhole = false;
  let askedAt = 0;

  const tell = (event: PhoneEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const tellSaved = inOneGo(() => tell({ is: 'saved' }));
  const tellChange = inOneGo(() => {
    tell({ is: 'register' });
    // Behind the screen that is drawn anew now.
    setTimeout(() => work?.session.crypto.prepare(), drawing);
  });

  const door = createDoor(ports, clear, {
    onChange: () => {
      // While the pages come in, nothing is found that the search index did not show.
      if (isWhole) tellChange();
    },
    onOpen(session) {
      isWhole = false;
      const turnWhole = (): void => {
        isWhole = true;
      };
      // Locking in the middle closes the store under it: what is left undone, the next opening does. Pages that could not be
      // read are told by whoever asked for them.
      session.store.afterLoading.then(turnWhole, () => undefined);
      const isOpen = () => work?.session === session;
      const foreseen = createForeseen(session, {
        edition: ports.edition,
        isOpen,
        askedAt: () => askedAt,
        isCalm: async () => (await session.store.isWhole()) && (await syncing.state()).is !== 'sending',
      });
      const syncing = lateSyncing(ports, clear, session, {
        state: (state) => tell({ is: 'sync', state }),
        change: tellChange,
        who: () => tell({ is: 'who', who: session.who }),
        save: (drafts) => recording.save(drafts),
        atRest: foreseen.atRest,
      });
      const makeRoom = async (fault: unknown) =>
        (await import('./syncing/tight.ts')).saveAllTheSame(ports, fault, syncing, tell);
      const saving = createSaving(session, session, tellSaved, makeRoom);
      const recording = createRecording(saving, session);
      const looks = createLookLog(session.looks);
      work = { session, saving, looks, recording, acting: createActing(session, recording), syncing, foreseen };
      beginWork(session, syncing, tellChange)
        .then(() => foreseen.run())
        .catch((error: unknown) => {
          if (isOpen()) throw error;
        });
    },
  });

  const open = (): Work => {
    if (work === undefined || door.session() !== work.session) throw new Error('the book is locked');
    askedAt = performance.now();
    return work;
  };
  /** With every page in memory: what is shown whole or counted must not rest on the search index. */
  const whole = async (): Promise<Work> => {
    const now = open();
    await now.session.store.loaded;
    return now;
  };
  /** With what reports rest on, as far as it was kept. */
  const counted = async (): Promise<Work> => {
    const now = await whole();
    await now.foreseen.ready();
    return now;
  };

  const now = () => work?.session.now() ?? ports.now();
  const lock = async (): Promise<void> => {
    work = undefined;
    await door.lock();
  };
  /** The hub's order: all that waited is handed in, the book closes. */
  const shut = async (): Promise<void> => {
    await lock();
    // Asked while closed, the door also carries out an order to wipe.
    await door.state();
    tell({ is: 'locked' });
  };
  const plain = plainAnswers(whole, now, counted);
  const answers = bookAnswers(whole, now);
  /** What was to be mended may have gone. */
  const recount = async (): Promise<void> => tell({ is: 'sync', state: await open().syncing.state() });
  const proof = proofAnswers(async () => {
    const { session, syncing } = await whole();
    return { session, line: lineOf(ports, session), sync: syncing.run };
  });

  return {
    ...door,
    search: async (text, limit) => {
      const { session } = open();
      const answer = session.search(text, limit);
      setTimeout(() => work?.session === session && session.store.loaded, drawing);
      return answer;
    },
    lock,
    ...plain,
    ...answers,
    dropSentBack: (transaction) => answers.dropSentBack(transaction).then(recount),
    undo: (transaction) => plain.undo(transaction).then(recount),
    ...disagreeAnswers(whole),
    ...stockAnswers(whole, now),
    ...closingAnswers(async () => {
      const { session, saving } = await counted();
      return { session, saving, cursor: session.store.cursor };
    }),
    ...paperAnswers(whole),
    ...meetingAnswers(counted, now),
    async tasks(place, limit) {
      // The page that is opened on shows tasks: they let the first search go first.
      const { afterLoading } = open().session.store;
      await Promise.race([afterLoading, new Promise((resolve) => setTimeout(resolve, calm))]);
      return answers.tasks(place, limit);
    },
    ...drafting(open, ports.now, async (draft) => endHanded(await whole(), draft)),
    ...createHanding(whole, now),
    ...transferAnswers(async () => {
      const { session, saving } = await whole();
      return { session, saving, notes: session.transfers, now };
    }),
    ...proof,
    async leavePhone() {
      const { device } = open().session.record;
      const leaving = { device, lock, proof: await proof.proof() };
      return (await import('./activating/users.ts')).leavePhone(ports, clear, leaving);
    },
    ...roadAnswers(async () => {
      const { session, syncing } = await whole();
      // Nobody else says that the counts are others now: no sync is running.
      const settle = async () => {
        await syncing.settle();
        tell({ is: 'sync', state: await syncing.state() });
      };
      return { session, clear, settle };
    }),
    ...unitsAnswers(() => open().session),
    syncState: () => open().syncing.state(),
    async sync() {
      const { session, syncing } = open();
      const state = await syncing.run();
      if (state.why === 'revoked' && work?.session === session) await shut();
      return state;
    },
    async watch(listener) {
      listeners.add(listener);
    },
  };
}

/** Verdicts that arrived while the phone was locked take effect as soon as the pages are open. */
async function beginWork({ store }: Session, syncing: Syncing, tellChange: () => void): Promise<void> {
  await store.afterLoading;
  tellChange();
  await syncing.settle();
}

/** Many changes of one moment are told once, behind the answer to whoever made them. */
function inOneGo(tell: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      tell();
    });
  };
}
