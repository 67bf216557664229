import { good } from '../../domain/outcome.ts';
import { giveUpBallast, layBallast } from '../../store/opening/ballast.ts';
import { isStorageFull } from '../../store/opening/storage-full.ts';
import { syncLock } from '../../store/outbox.ts';
import { type PullOptions, type PullResult, pullChanges, receiveRows } from '../../sync/phone/pull.ts';
import type { SendResult } from '../../sync/phone/send.ts';
import { settleVerdicts } from '../../sync/phone/settle.ts';
import { readSound } from '../../sync/phone/sound.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
import type { SignedVerdict, Verdict } from '../../sync/verdict.ts';
import { openVerdict } from '../../sync/wire/verdict-bytes.ts';
import { isNotFetched } from '../api/no-fault.ts';
import type { SyncState } from '../api/phone-api.ts';
import type { ClearMetadata } from '../clear-metadata.ts';
import { closingOf } from '../ports/clock.ts';
import { lineOf } from '../ports/hub-line.ts';
import { createHub } from '../ports/network.ts';
import type { PhonePorts } from '../ports/phone-ports.ts';
import type { Session } from '../session.ts';
import { hasLeft } from '../units/has-left.ts';
import { askScope, postAsked } from '../units/units-answers.ts';
import { createAgreement } from './agreeing/agreement.ts';
import { type Bar, createBar, type Standing } from './bar.ts';
import { enrolAgain } from './enrol-again.ts';
import { takeContact, tellHub } from './obey.ts';
import { createSending } from './sending.ts';
import { networkTrouble, type Trouble, troubleOf } from './trouble.ts';

/** Of a sync, more: each for another reason. */
const mostRounds = 2;

type Pulled = Awaited<ReturnType<typeof pullChanges>>;

/** What a sync tells whoever shows it. */
interface Tells {
  state(state: SyncState): void;
  /** Something that pages show, beside the records themselves. */
  change(): void;
  /** Other places, or places that are called otherwise. */
  who(): void;
  /** All is sealed and compared: now storage may be put in order. */
  atRest(tidy: () => Promise<void>): Promise<void>;
  /** What a sync itself has to write: a form in hand whose village is another's goes to the officer. */
  save(drafts: readonly OpDraft[]): Promise<unknown>;
}

const noTells: Omit<Tells, 'state' | 'save'> = {
  change: () => undefined,
  who: () => undefined,
  atRest: (tidy) => tidy(),
};

export interface Syncing {
  state(): Promise<SyncState>;
  /** Verdicts that came while the phone was locked take effect: from here on the bar knows what waits. */
  settle(): Promise<void>;
  /** Settle, send, settle, pull; then compare digests, and fold what was learnt. Asked meanwhile, once more behind it. */
  run(): Promise<SyncState>;
}

/** Sync of an open phone, one at a time with the service worker's sending (Web Locks). */
export function createSyncing(
  ports: PhonePorts,
  clear: ClearMetadata,
  session: Session,
  tells: Pick<Tells, 'state' | 'save'> & Partial<Tells>,
  bar: Bar = createBar(session, tells.state),
): Syncing {
  const tell: Tells = { ...noTells, ...tells };
  const { store, record } = session;
  const line = lineOf(ports, session);
  const hub = createHub(line);
  const agreement = createAgreement(session, line, hub);
  const meet = createMeeting(ports, clear, session);
  const send = createSending(ports, session, hub, bar);
  const settle = async () => void (await settleVerdicts(store, session.crypto, record.device, session.now));
  let running: Promise<SyncState> | undefined;
  let next: Promise<SyncState> | undefined;
  /** What a first load has still to show. */
  let show: (() => void) | undefined;
  const whenOver = (what: () => void): void => {
    show = what;
  };
  const showAll = (): void => {
    show?.();
    show = undefined;
  };

  async function fail(trouble: Trouble, agreedAt?: Standing['agreedAt']): Promise<SyncState> {
    if (trouble.retryAfterSeconds !== undefined)
      await clear.rest(record.device, ports.now() + trouble.retryAfterSeconds * 1_000);
    return bar.move({ ...trouble, ...(agreedAt === undefined ? {} : { agreedAt }) });
  }

  /** What waits goes up, and its answers take effect. */
  async function deliver(): Promise<SendResult> {
    await settle();
    await bar.move({ is: 'sending' });
    let sent = await send();
    if (sent.contact !== undefined) await meet(sent.contact);
    if (sent.waiting > 0 && (await (await turning(session))?.reseal(session, sent.damaged))) sent = await send();
    // What has arrived waits no longer, also while its answers take effect and the rest of the round goes on.
    if (sent.sent > 0) await bar.move({ is: 'sending', isAnswered: sent.waiting === 0 });
    await settle();
    return sent;
  }

  /** @param rounds before this one, for a hub that had lost what it had answered, or for what had to be sealed anew */
  async function work(rounds = 0): Promise<SyncState> {
    await store.loaded;
    const sent = await deliver();
    if (sent.is === 'failed') return fail(troubleOf(sent) ?? { is: 'failed', why: 'hub' });
    await carry();
    const onPage = (done: number, of: number) =>
      void bar.move({ is: 'sending', progress: { is: 'receive', done, of } });
    await postAsked(session, line);
    const pulled = await pull({ now: session.now, onPage, told: await tellHub(session) });
    if (!pulled.ok) return fail(networkTrouble(pulled.error));
    const contact = await verified(session, pulled.value.contact);
    if (contact !== undefined) {
      await meet(contact);
      if (contact.standing !== 'revoked') await store.heedHub(contact);
      await takeContact(session, contact, tell.change);
    }
    if (
      contact !== undefined &&
      rounds < mostRounds &&
      ((await isMissing(contact)) || (await isMended(contact, sent, rounds > 0)))
    )
      return work(rounds + 1);
    return end(sent, contact, await agree(pulled.value, contact));
  }

  /** Once more, where a hub that does not know this device finds its own word of before. */
  async function workKnown(): Promise<SyncState> {
    const state = await work();
    const isUnknown = state.is === 'failed' && state.why === 'device';
    return isUnknown && (await enrolAgain(session, line)) ? work() : state;
  }

  async function end(sent: SendResult, contact: Verdict | undefined, agreedAt: number | null): Promise<SyncState> {
    const order = contact?.standing;
    const trouble = order === undefined ? troubleOf(sent) : ({ is: 'failed', why: order } as const);
    const state = await (trouble === undefined ? bar.move({ is: 'done', agreedAt }) : fail(trouble, agreedAt));
    showAll();
    // How it lies in storage is nobody's wait.
    await tell.atRest(() => store.tidy(true));
    // What was given up on a full disk comes back as soon as there is room; until then she is told.
    return trouble !== undefined || (await layBallast(ports))
      ? state
      : bar.move({ is: 'done', agreedAt, why: 'tight' });
  }

  /** The hub stands behind what it has answered: it was restored from a backup. What it lost waits again. */
  async function isMissing({ acked, standing }: Verdict): Promise<boolean> {
    // By one that says truly which number it begins with.
    const first = (await store.waiting()).find((envelope) => readSound(envelope) !== undefined);
    const answered = first === undefined ? (await store.head()).nextSeq - 1 : first.firstSeq - 1;
    return standing === undefined && acked < answered && (await store.offerAgain(acked)) > 0;
  }

  /** Something stays, though the hub was asked about all that could be sent: storage may have damaged it. */
  async function isMended(contact: Verdict, { damaged, waiting }: SendResult, isSure: boolean): Promise<boolean> {
    if (waiting + damaged.length + store.counts().waiting === 0) return false;
    // Without it, the network being gone again, that is for the next sync.
    const fetched = await import('./mending.ts').catch(() => undefined);
    return (await fetched?.mendOutbox(session, contact, damaged, isSure)) === true;
  }

  /** What others gave along goes up behind this phone's own work. */
  async function carry(): Promise<void> {
    if ((await session.carried.all()).length === 0) return;
    const { carryUp } = await import('./carrying/carry-up.ts');
    await carryUp(session.carried, hub, session.crypto.isFromHub, session.now);
  }

  /** When both were found to hold the same; null for not. */
  async function agree(pulled: PullResult, contact: Verdict | undefined): Promise<number | null> {
    const agreed = await agreement.reach(pulled, session.now);
    if (agreed === undefined) return null;
    const at = ports.now();
    if (contact !== undefined) await noteReceipt(store, contact, agreed.digest, at);
    return at;
  }

  async function pull(options: PullOptions): Promise<Pulled> {
    const pulled = (await store.cursor()) === 0 ? await firstPull(options) : await pullChanges(store, hub, options);
    return pulled.ok ? ((await followScope(pulled.value.epoch, options)) ?? pulled) : pulled;
  }

  /** A new phone is worked on as soon as one village is there. */
  async function firstPull(options: PullOptions): Promise<Pulled> {
    // Without it, the network being gone again, a book comes in the order in which it was written.
    const first = await import('./first-load.ts').catch(() => undefined);
    const here =
      first === undefined
        ? good(0)
        : await first.loadByPages(session, hub, options, { came: () => void agreement.count(), whenOver });
    if (!here.ok) return here;
    const onPage = (rows: number, total: number) => options.onPage?.(here.value + rows, here.value + total);
    return pullChanges(store, hub, { ...options, onPage });
  }

  /** Places were given or villages changed: what was gained is loaded with all the rest, for it has older numbers. */
  async function followScope(epoch: number, options: PullOptions): Promise<Pulled | undefined> {
    const { activation } = session;
    const scope = await askScope(line, activation, { epoch, hubEpoch: (await store.hubEpoch()) ?? 0 });
    if (scope === undefined) return undefined;
    const lost = new Set(activation.places.filter((place) => !scope.places.includes(place)));
    if (lost.size > 0 || hasLeft(activation.units, scope.units)) {
      const { leavePlaces } = await import('../units/leave-places.ts');
      await leavePlaces(session, lost, { save: tell.save, receiveRows });
    }
    await session.learn(scope);
    tell.who();
    const hasMore = scope.places.some((place) => !activation.places.includes(place));
    return hasMore ? pullChanges({ ...store, cursor: async () => 0 }, hub, options) : undefined;
  }

  /** The bar must not say "sending" for ever; where there is no room, she is told what to do. */
  async function broke(error: unknown): Promise<SyncState> {
    if (isStorageFull(error)) return (await giveUpBallast(ports)) ? again() : bar.move({ is: 'failed', why: 'full' });
    if (isNotFetched(error)) return bar.move({ is: 'offline', why: 'offline' });
    await bar.move({ is: 'failed', why: 'hub' });
    throw error;
  }

  /** With the room that was kept for it. */
  function again(): Promise<SyncState> {
    return ports.exclusively(syncLock, () => work()).catch(broke);
  }

  function begin(): Promise<SyncState> {
    running ??= ports
      .exclusively(syncLock, workKnown)
      .catch(broke)
      .finally(() => {
        running = undefined;
        showAll();
      });
    return running;
  }

  return {
    state: bar.state,
    async settle() {
      await ports.exclusively(syncLock, settle).catch(broke);
      // A sync that began meanwhile says more.
      if ((await bar.state()).is === 'opening') await bar.move({ is: 'idle' });
    },
    async run() {
      if (running === undefined) return begin();
      // Whoever asks now may have saved what this run no longer saw: all who ask meanwhile get one run behind it.
      next ??= running
        .catch(() => undefined)
        .then(() => {
          next = undefined;
          return begin();
        });
      return next;
    },
  };
}

type Contact = Pick<Verdict, 'hubTime' | 'lease' | 'standing' | 'keys' | 'hubEpoch'>;

/** Only where the hub ever turned its keys. Without it, the network being gone again, they come with its next word. */
async function turning({ record }: Session, { keys }: Pick<Verdict, 'keys'> = {}) {
  const isTurned = keys !== undefined || record.hub.former !== undefined;
  return isTurned ? import('./turning.ts').catch(() => undefined) : undefined;
}

/** A verified contact renews the lease, tells how far the phone's clock is off, and brings the hub's newer keys. */
function createMeeting({ now }: PhonePorts, clear: ClearMetadata, session: Session) {
  const { record, clock } = session;
  return async function meet(contact: Contact): Promise<void> {
    clock.metAt = now();
    clock.ahead = clock.metAt - contact.hubTime;
    clock.closesAt = closingOf(contact.lease, clock.ahead);
    await clear.renewLease(record.device, contact, now());
    await (await turning(session, contact))?.takeKeys(clear, session, contact);
  };
}

/** Both hold the same, and nothing was written here that the hub has not judged. */
async function noteReceipt(
  { head, noteReceipt: note }: Session['store'],
  contact: Verdict,
  digest: string,
  at: number,
) {
  const { nextSeq } = await head();
  if (contact.acked === nextSeq - 1) await note({ at, acked: contact.acked, digest });
}

/** Believed only when the pinned hub signed it for this device. */
async function verified({ crypto, record }: Session, signed: SignedVerdict | undefined): Promise<Verdict | undefined> {
  const verdict = signed !== undefined && (await crypto.isFromHub(signed)) ? openVerdict(signed) : undefined;
  return verdict?.device === record.device ? verdict : undefined;
}
