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
import type { Carried, RoadAnswer, RoadApi } from '../../api/road-api.ts';
import type { FileBytes } from '../../api/transfer-api.ts';
import type { ClearMetadata } from '../../clear-metadata.ts';
import type { Session } from '../../session.ts';
import { takeKeys } from '../turning.ts';
import type { CarriedEnvelope } from './carried.ts';

/* Fetched when somebody comes with a file, or wants one. */

/** Of a road file's head and end line, at most. */
const headBytes = 300;

export interface RoadBench {
  readonly session: Pick<Session, 'carried' | 'now' | 'useHub'> & {
    readonly store: Pick<Session['store'], 'waiting' | 'keepVerdict' | 'waitingCount' | 'counts'>;
    readonly record: Pick<Session['record'], 'device' | 'hub'>;
    readonly crypto: Pick<Session['crypto'], 'isFromHub'>;
    readonly activation: Pick<Session['activation'], 'book' | 'formerBooks'>;
  };
  readonly clear: Pick<ClearMetadata, 'renewLate' | 'turnHub'>;
  /** Verdicts take effect. */
  readonly settle: () => Promise<void>;
}

export function createCarrying({ session, clear, settle }: RoadBench): RoadApi {
  const { store, carried, record, crypto, activation, now } = session;
  const { device } = record;
  const names = namesOfHub(record.hub);
  // By its oldest name: whoever carries this may not have heard of the newest yet.
  const nameOfHub = names.at(-1) ?? names[0];

  const fileOf = (is: RoadFile['is'], name: string, items: readonly string[]): FileBytes | undefined => {
    if (items.length === 0) return undefined;
    const bytes = writeRoadFile({ is, hub: nameOfHub, book: activation.book, items }, sha256);
    return { name: `so-dan-so-${name}-${civilDay(now())}.txt`, bytes };
  };

  async function takeWork(items: readonly string[]): Promise<RoadAnswer> {
    const counts = { fresh: 0, known: 0, broken: 0, own: 0 };
    for (const item of items) {
      const header = headerOf(item);
      const id = toBase64url(sha256(utf8(item)).subarray(0, 16));
      const is = kindOf(header, device, (await carried.get(id)) !== undefined);
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
    const before = store.counts().waiting;
    let [others, newest]: [number, Verdict | undefined] = [0, undefined];
    for (const item of items) {
      const signed = readSigned(item);
      const taken = signed && (await takeLateVerdict(signed, store, crypto, device));
      if (taken === undefined || !('verdict' in taken)) others++;
      else if (newest === undefined || taken.verdict.hubTime > newest.hubTime) newest = taken.verdict;
    }
    if (newest !== undefined) {
      await clear.renewLate(device, newest);
      await takeKeys(clear, session, newest);
    }
    await settle();
    const waiting = await store.waitingCount();
    return { is: 'answered', acts: Math.max(0, before - store.counts().waiting), waiting, others };
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
      return { waiting: all.length - answered, answered };
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
