import { civilDay } from '../../../domain/calendar/civil-date.ts';
import type { EnvelopeHeader } from '../../../sync/envelope.ts';
import { takeLateVerdict } from '../../../sync/phone/late-verdict.ts';
import { readSound } from '../../../sync/phone/sound.ts';
import { sha256 } from '../../../sync/records/sha256.ts';
import type { Verdict } from '../../../sync/verdict.ts';
import { fromBase64url, toBase64url, utf8 } from '../../../sync/wire/bytes.ts';
import { readSigned, writeSigned } from '../../../sync/wire/certificate.ts';
import { parseEnvelope } from '../../../sync/wire/envelope-bytes.ts';
import { namesOfHub } from '../../../sync/wire/hub-keys.ts';
import { type RoadFile, readRoadFile, writeRoadFile } from '../../../sync/wire/road-file.ts';
import { openVerdict } from '../../../sync/wire/verdict-bytes.ts';
import type { Carried, RoadAnswer, RoadApi } from '../../api/road-api.ts';
import type { FileBytes } from '../../api/transfer-api.ts';
import type { ClearMetadata } from '../../clear-metadata.ts';
import type { Session } from '../../session.ts';
import { takeKeys } from '../turning.ts';
import type { CarriedEnvelope } from './carried.ts';

/* Fetched when somebody comes with a file, or wants one. */

/** Of a road file's head and end line, at most. */
const headBytes = 300;

/** In the notes of proof. */
const epochNote = 'hubEpoch';

/** Of a hub that was restored, told by a file. */
interface KeptEpoch {
  readonly epoch: number;
}

export interface RoadBench {
  readonly session: Pick<Session, 'carried' | 'proofs' | 'now' | 'useHub'> & {
    readonly store: Pick<
      Session['store'],
      'waiting' | 'keepVerdict' | 'waitingCount' | 'counts' | 'head' | 'hubEpoch' | 'offerAgain' | 'heedHub'
    >;
    readonly record: Pick<Session['record'], 'device' | 'hub'>;
    readonly crypto: Pick<Session['crypto'], 'isFromHub'>;
    readonly activation: Pick<Session['activation'], 'book' | 'formerBooks'>;
  };
  readonly clear: Pick<ClearMetadata, 'lease' | 'renewLate' | 'turnHub'>;
  /** Verdicts take effect. */
  readonly settle: () => Promise<void>;
}

export function createCarrying({ session, clear, settle }: RoadBench): RoadApi {
  const { store, carried, proofs, record, crypto, activation, now } = session;
  const { device } = record;
  const names = namesOfHub(record.hub);
  // By its oldest name: whoever carries this may not have heard of the newest yet.
  const nameOfHub = names.at(-1) ?? names[0];

  const fileOf = (is: RoadFile['is'], name: string, items: readonly string[]): FileBytes | undefined => {
    if (items.length === 0) return undefined;
    const bytes = writeRoadFile({ is, hub: nameOfHub, book: activation.book, items }, sha256);
    return { name: `so-dan-so-${name}-${civilDay(now())}.txt`, bytes };
  };

  /** As far as pulls and files have told. */
  async function hubEpoch(): Promise<number> {
    const told = await proofs.get<KeptEpoch>(epochNote);
    return Math.max((await store.hubEpoch()) ?? 0, told?.epoch ?? 0);
  }

  async function takeWork(items: readonly string[]): Promise<RoadAnswer> {
    const counts = { fresh: 0, known: 0, broken: 0, own: 0 };
    for (const item of items) {
      const header = headerOf(item);
      const id = toBase64url(sha256(utf8(item)).subarray(0, 16));
      const is = kindOf(header, device, isCarried(await carried.get<CarriedEnvelope>(id), await hubEpoch()));
      counts[is]++;
      if (header === undefined || is !== 'fresh') continue;
      const { id: envelope, d, f: firstSeq } = header;
      const note: CarriedEnvelope = { id, envelope, device: d, firstSeq, bytes: item, at: now() };
      await carried.put(id, note);
    }
    const { own, ...others } = counts;
    return own === items.length ? { is: 'refused', why: 'own' } : { is: 'carried', ...others };
  }

  async function takeVerdicts(items: readonly string[]): Promise<RoadAnswer> {
    const before = store.counts();
    const least = await hubEpoch();
    let [others, newest]: [number, Verdict | undefined] = [0, undefined];
    for (const item of items) {
      const signed = readSigned(item);
      const taken = signed && (await takeLateVerdict(signed, store, crypto, device, least));
      if (taken === undefined || !('verdict' in taken)) others++;
      else newest = later(newest, taken.verdict);
    }
    const isNews = newest !== undefined && newest.hubTime > ((await clear.lease(device))?.contactAt ?? 0);
    if (newest !== undefined) {
      await clear.renewLate(device, newest);
      await takeKeys(clear, session, newest);
    }
    await settle();
    if (newest !== undefined && isNews && newest.standing !== 'revoked') await store.heedHub(newest);
    const again = newest !== undefined && isNews ? await offerLost(newest) : 0;
    const waiting = await store.waitingCount();
    const after = store.counts();
    // What was refused waits no more either, and is not taken for all that.
    const refused = Math.max(0, after.mending - before.mending);
    const acts = Math.max(0, before.waiting - after.waiting - refused);
    return { is: 'answered', acts, refused, waiting, others, again };
  }

  /**
   * A phone that only ever speaks by file never pulls, and so never hears that way that its hub was restored: the newest
   * word of a hub whose epoch has risen says it too. What that has lost waits again, for the next file.
   */
  async function offerLost({ acked, hubEpoch, standing }: Verdict): Promise<number> {
    if (standing !== undefined || hubEpoch <= ((await store.hubEpoch()) ?? hubEpoch)) return 0;
    await proofs.put(epochNote, { epoch: hubEpoch } satisfies KeptEpoch);
    const first = (await store.waiting()).find((envelope) => readSound(envelope) !== undefined);
    const answered = first === undefined ? (await store.head()).nextSeq - 1 : first.firstSeq - 1;
    return acked < answered ? store.offerAgain(acked) : 0;
  }

  return {
    async waitingFile() {
      // What storage has damaged nobody can open: it is sealed anew at the next sync.
      const waiting = (await store.waiting()).filter((envelope) => readSound(envelope) !== undefined);
      return fileOf(
        'work',
        'cho-gui',
        waiting.map(({ bytes }) => toBase64url(bytes)),
      );
    },
    async openRoadFile({ bytes }) {
      const file = readRoadFile(bytes, sha256);
      if (!file.ok) return { is: 'refused', why: file.error };
      const { is, hub, book, items } = file.value;
      const isOurs = book === activation.book || activation.formerBooks?.includes(book) === true;
      if (!names.includes(hub) || !isOurs) return { is: 'refused', why: 'foreign' };
      return is === 'work' ? takeWork(items) : takeVerdicts(items);
    },
    async carried(): Promise<Carried> {
      const all = await carried.all<CarriedEnvelope>();
      const answered = all.filter(({ verdict }) => verdict !== undefined).length;
      return { waiting: all.filter(({ bytes }) => bytes !== '').length, answered };
    },
    async verdictFile(most = Number.POSITIVE_INFINITY) {
      const newest = [...(await carried.all<CarriedEnvelope>())].sort((a, b) => b.at - a.at);
      const answers = newest.flatMap(({ verdict }) => (verdict === undefined ? [] : writeSigned(verdict)));
      const fitting = thoseThatFit(answers, most - headBytes);
      const file = fileOf('verdicts', 'tra-loi', fitting);
      return file && { ...file, left: answers.length - fitting.length };
    },
  };
}

/** The hub's newer word; of one moment, the one that stands further on. */
function later(one: Verdict | undefined, other: Verdict): Verdict {
  if (one === undefined || other.hubTime > one.hubTime) return other;
  return other.hubTime === one.hubTime && other.acked > one.acked ? other : one;
}

/** The first ones, each on its line; one that is too large by itself (an import's) stands in no other's way. */
function thoseThatFit(answers: readonly string[], most: number): readonly string[] {
  let size = 0;
  return answers
    .filter(({ length }) => length + 2 <= most)
    .filter(({ length }) => {
      size += length + 2;
      return size <= most;
    });
}

/** What was answered by a hub that was restored since, and is given along once more, is carried anew. */
function isCarried(note: CarriedEnvelope | undefined, hubEpoch: number): boolean {
  if (note?.verdict === undefined || note.bytes !== '') return note !== undefined;
  return (openVerdict(note.verdict)?.hubEpoch ?? 0) >= hubEpoch;
}

function kindOf(header: EnvelopeHeader | undefined, device: string, isKnown: boolean) {
  if (header === undefined) return 'broken';
  if (header.d === device) return 'own';
  return isKnown ? 'known' : 'fresh';
}

/** `undefined` for what is no envelope. */
function headerOf(item: string): EnvelopeHeader | undefined {
  const bytes = fromBase64url(item);
  const parsed = bytes && parseEnvelope(bytes);
  return parsed?.ok ? parsed.value.header : undefined;
}
