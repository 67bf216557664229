import type { EnvelopeHeader, SealedEnvelope } from '../../envelope.ts';
import type { DeviceCrypto, PhoneStore } from '../../ports.ts';
import type { Verdict } from '../../verdict.ts';
import { utf8 } from '../../wire/bytes.ts';
import { firstChain, nextChain } from '../../wire/chain.ts';
import { writeHeader } from '../../wire/envelope-bytes.ts';
import { isErased, lineHash, readLine } from '../../wire/line.ts';
import { mostLetters, mostOps, type Resealing, type Stroke } from '../own-lines.ts';
import { numbersClaimed, readHeaderOf, readSound } from '../sound.ts';

/*
 * A worn flash turns a bit in an envelope that waits. What it was sealed from is pending still, sealed by itself: from
 * there the same lines are sealed anew, under the same numbers and so the same hashes, and the chain is worked out again.
 */

interface Mending {
  readonly device: string;
  /** Of the hub's newest seal key, which `crypto` seals to. */
  readonly keyId: string;
  /** Civil day of the sealing, yyyy-mm-dd. */
  readonly day: string;
  /** The hub's last word: what it has judged without a gap, and the chain head there. */
  readonly stood: Pick<Verdict, 'acked' | 'chain' | 'standing'>;
  /** Ids of envelopes that were found to be damaged by sending them. */
  readonly damaged: readonly string[];
}

interface Mended {
  /** Envelopes that changed: what waits now is another thing to send. */
  readonly mended: number;
  /** Ops of damaged envelopes that are not pending either: nobody but a carrier of a copy can bring them any more. */
  readonly lost: number;
}

interface Row {
  readonly envelope: SealedEnvelope;
  /** Of a sound one alone. */
  readonly header: EnvelopeHeader | undefined;
}

/** Whole transactions one behind the other. */
interface Run {
  readonly first: number;
  readonly last: number;
  readonly epoch: number;
  readonly lines: readonly string[];
}

interface Known {
  readonly pending: ReadonlyMap<number, string>;
  /** In order of seq. */
  readonly rows: readonly Row[];
  /** The next number that nothing has yet. */
  readonly nextSeq: number;
}

/** Under the sync lock. Idempotent: what is sound and covers all that is pending stays as it is. */
export async function mendWaiting(
  store: Resealing & Pick<PhoneStore, 'head'>,
  crypto: Pick<DeviceCrypto, 'hash' | 'seal' | 'randomId'>,
  mending: Mending,
): Promise<Mended> {
  const known = await look(store, crypto, mending);
  const chains = createChains(known, crypto, mending.stood);
  const sealed: SealedEnvelope[] = [];
  for (const run of splitRuns(known)) sealed.push(await seal(run, chains(run.last), crypto, mending));
  const { going, leaving, lost } = judgeWaiting(known, sealed, mending.stood);
  const [first, ...others] = sealed;
  const over = first === undefined ? [...leaving, ...going] : leaving;
  const strokes: Stroke[] = [
    ...(first === undefined ? [] : [{ replaced: going, envelope: first }]),
    ...others.map((envelope) => ({ replaced: [], envelope })),
    ...(over.length === 0 ? [] : [{ replaced: over }]),
  ];
  if (strokes.length > 0) await store.replaceWaiting(strokes);
  return { mended: sealed.length + over.length, lost };
}

/** Read in this order, what is saved meanwhile is left out, be it damaged at once: never pending without its envelope. */
async function look(
  store: Resealing & Pick<PhoneStore, 'head'>,
  { hash }: Pick<DeviceCrypto, 'hash'>,
  { device, keyId, damaged }: Mending,
): Promise<Known> {
  const { nextSeq } = await store.head();
  const lines = [...(await store.pending())].sort((a, b) => a.seq - b.seq);
  const pending = new Map(lines.filter(({ seq }) => seq < nextSeq).map(({ seq, line }) => [seq, line]));
  const isAsPending = ({ firstSeq, hashes }: SealedEnvelope) =>
    hashes.every((own, at) => {
      const line = pending.get(firstSeq + at);
      return line === undefined || lineHash(line, hash) === own;
    });
  // The hub may know its key no more, and nobody has sealed it anew as it is: some of it is settled, or its chain head was
  // not to be believed.
  const isOld = (envelope: SealedEnvelope, { k }: EnvelopeHeader) =>
    k !== keyId && numbersOf(envelope).some((seq) => pending.has(seq));
  const waiting = await store.waiting();
  const { nextSeq: since } = await store.head();
  const isNew = (seq: number) => seq >= nextSeq && seq < since;
  const stood = waiting.filter((envelope) => !numbersClaimed(envelope).some(isNew));
  const rows = stood.map((envelope): Row => {
    const header = damaged.includes(envelope.id) ? undefined : readSound(envelope);
    const isOwn = header?.d === device && isAsPending(envelope) && !isOld(envelope, header);
    return { envelope, header: isOwn ? header : undefined };
  });
  return { pending, rows, nextSeq };
}

/** What is pending and stands in no sound envelope. */
function splitRuns({ pending, rows }: Known): readonly Run[] {
  const covered = coveredBy(rows);
  const runs: Run[] = [];
  let letters = 0;
  for (const group of transactionsOf([...pending].filter(([seq]) => !covered.has(seq)))) {
    const epoch = epochAt(rows, group.first);
    const before = runs.at(-1);
    const size = group.lines.reduce((sum, line) => sum + line.length + 1, 0);
    letters += size;
    const isNext = before?.last === group.first - 1 && before.epoch === epoch;
    const isSmall = letters <= mostLetters && group.last - (before?.first ?? 0) < mostOps;
    if (isNext && isSmall)
      runs[runs.length - 1] = { ...before, last: group.last, lines: [...before.lines, ...group.lines] };
    else {
      runs.push({ ...group, epoch });
      letters = size;
    }
  }
  return runs;
}

/** A transaction is never torn: the hub takes all of it or nothing. */
function transactionsOf(lines: readonly (readonly [seq: number, line: string])[]): readonly Omit<Run, 'epoch'>[] {
  const groups: { first: number; last: number; lines: string[] }[] = [];
  for (const [seq, line] of lines) {
    const before = groups.at(-1);
    if (before?.last === seq - 1 && !beginsOne(line)) {
      before.last = seq;
      before.lines.push(line);
    } else groups.push({ first: seq, last: seq, lines: [line] });
  }
  return groups;
}

function beginsOne(line: string): boolean {
  const read = readLine(line);
  return read.ok && !isErased(read.value) && read.value.tx === read.value.s;
}

function coveredBy(rows: readonly Row[]): ReadonlySet<number> {
  return new Set(rows.flatMap(({ envelope, header }) => (header === undefined ? [] : numbersOf(envelope))));
}

function numbersOf({ firstSeq, hashes }: SealedEnvelope): readonly number[] {
  return hashes.map((_, at) => firstSeq + at);
}

/**
 * The epoch of places that the last sound envelope before was sealed under: what a damaged one says of itself may be what
 * is damaged. Under an older one nothing is refused that was hers to write; epochs begin at 1.
 */
function epochAt(rows: readonly Row[], seq: number): number {
  const before = rows.findLast(({ header }) => header !== undefined && header.l < seq);
  return before?.header?.e ?? 1;
}

/** Chain head after an op, from the nearest that is known; a guess where a hash between is not. */
function createChains(
  { pending, rows }: Known,
  { hash }: Pick<DeviceCrypto, 'hash'>,
  { acked, chain }: Mending['stood'],
): (last: number) => string {
  const sound = rows.flatMap(({ envelope, header }) => (header === undefined ? [] : [{ envelope, header }]));
  const hashes = new Map([...pending].map(([seq, line]) => [seq, lineHash(line, hash)]));
  for (const { envelope } of sound)
    for (const [at, own] of envelope.hashes.entries()) hashes.set(envelope.firstSeq + at, own);
  const anchors = [
    { at: acked, head: chain },
    ...sound.map(({ header }) => ({ at: header.l, head: header.h })).reverse(),
    { at: 0, head: firstChain },
  ];
  return (last) => {
    for (const { at, head } of anchors.filter((anchor) => anchor.at <= last)) {
      const between = Array.from({ length: last - at }, (_, step) => hashes.get(at + step + 1));
      if (!between.includes(undefined))
        return nextChain(
          head,
          between.flatMap((own) => own ?? []),
          hash,
        );
    }
    // A hub asks for no chain of what it has judged already, nor of what comes from a device that it has revoked. Where
    // it does ask, it says "chain", and by then it stands further on.
    return toldHead(rows, last) ?? chain;
  };
}

/** By the header of a damaged envelope that ends there. */
function toldHead(rows: readonly Row[], last: number): string | undefined {
  const headers = rows.flatMap(({ envelope }) => readHeaderOf(envelope) ?? []);
  return headers.find(({ l }) => l === last)?.h;
}

async function seal(
  { first, last, epoch, lines }: Run,
  chain: string,
  crypto: Pick<DeviceCrypto, 'hash' | 'seal' | 'randomId'>,
  { device, keyId, day }: Mending,
): Promise<SealedEnvelope> {
  const id = crypto.randomId();
  const header = writeHeader({ v: 1, id, d: device, e: epoch, f: first, l: last, h: chain, k: keyId, y: day });
  const hashes = lines.map((line) => lineHash(line, crypto.hash));
  return { id, firstSeq: first, lastSeq: last, hashes, bytes: await crypto.seal(header, utf8(lines.join('\n'))) };
}

/**
 * A damaged envelope goes when all that it may have held is sealed anew, sound elsewhere, or judged by the hub; one whose
 * ops nobody has any more stays, since a later day may know what to do with it. A sound one goes, too, when all of it has
 * been judged and has taken effect: the hub would have answered it, if it could still open it.
 */
function judgeWaiting(known: Known, sealed: readonly SealedEnvelope[], stood: Mending['stood']) {
  const covered = new Set([...coveredBy(known.rows), ...sealed.flatMap(numbersOf)]);
  const judged = known.rows.map((row) => ({ ...row, ...judgeRow(row.envelope, known, covered, stood) }));
  const damaged = judged.filter(({ header }) => header === undefined);
  const idsOf = (rows: readonly Row[]) => rows.map(({ envelope }) => envelope.id);
  return {
    leaving: idsOf(judged.filter(({ isOver }) => isOver)),
    going: idsOf(damaged.filter(({ isOver, open }) => !isOver && open.length === 0)),
    lost: new Set(damaged.flatMap(({ open }) => open.filter((seq) => !known.pending.has(seq)))).size,
  };
}

/** Whether all of it was judged and has taken effect; and what of it nobody has judged, and nothing else holds. */
function judgeRow(
  envelope: SealedEnvelope,
  { pending, nextSeq }: Known,
  covered: ReadonlySet<number>,
  { acked, standing }: Mending['stood'],
): { readonly isOver: boolean; readonly open: readonly number[] } {
  // From a device that was revoked everything is judged as it comes, and its number moves no more.
  const isJudged = (seq: number) => seq <= acked || (standing === 'revoked' && !pending.has(seq));
  const claimed = numbersClaimed(envelope).filter((seq) => seq < nextSeq);
  const isOver = claimed.length > 0 && claimed.every((seq) => isJudged(seq) && !pending.has(seq));
  const meant = claimed.length > 0 ? claimed : Array.from({ length: nextSeq - 1 }, (_, at) => at + 1);
  return { isOver, open: meant.filter((seq) => !isJudged(seq) && !covered.has(seq)) };
}
