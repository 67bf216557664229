import type { NoteBox } from '../../../store/notes.ts';
import type { HubPort } from '../../../sync/ports.ts';
import type { SignedVerdict } from '../../../sync/verdict.ts';
import { type Bytes, fromBase64url } from '../../../sync/wire/bytes.ts';
import { openVerdict } from '../../../sync/wire/verdict-bytes.ts';
import type { CarriedEnvelope } from './carried.ts';

/** Of others, in one request: their phone's own limits hold for a carrier, too. */
const batchBytes = 64_000;
/** How long an answer waits to be given back, ms. */
const keptFor = 90 * 86_400_000;

/**
 * Hands in what is carried. Nobody here can read it; the hub's word about an envelope takes its place, whatever it says:
 * it is for the phone that wrote it.
 */
export async function carryUp(
  notes: NoteBox,
  hub: Pick<HubPort, 'upload'>,
  isFromHub: (signed: SignedVerdict) => Promise<boolean>,
  now: () => number,
): Promise<void> {
  const all = await notes.all<CarriedEnvelope>();
  for (const { id, at, verdict } of all) if (verdict !== undefined && at < now() - keptFor) await notes.remove(id);
  let left = all.filter(({ verdict }) => verdict === undefined).sort(inOrder);
  while (left.length > 0) {
    const batch = nextBatch(left);
    left = left.slice(batch.length);
    const answer = await hub.upload(batch.map(({ content }) => content));
    if (!answer.ok) return;
    for (const [at, envelope] of batch.entries()) {
      const signed = answer.value[at];
      if (signed !== undefined && (await isLastWord(signed, envelope, isFromHub)))
        await notes.put(envelope.id, answered(envelope, signed, now()));
    }
  }
}

/** Not "parked": what is missing before it may come by another road, and then it is asked about again. */
async function isLastWord(
  signed: SignedVerdict,
  { envelope }: CarriedEnvelope,
  isFromHub: (signed: SignedVerdict) => Promise<boolean>,
): Promise<boolean> {
  const verdict = (await isFromHub(signed)) ? openVerdict(signed) : undefined;
  return verdict?.envelope === envelope && !verdict.ops.some(({ result }) => result.is === 'parked');
}

function answered(
  { id, envelope, device, firstSeq }: CarriedEnvelope,
  verdict: SignedVerdict,
  at: number,
): CarriedEnvelope {
  return { id, envelope, device, firstSeq, bytes: '', at, verdict };
}

function inOrder(a: CarriedEnvelope, b: CarriedEnvelope): number {
  return a.device === b.device ? a.firstSeq - b.firstSeq : a.device < b.device ? -1 : 1;
}

function nextBatch(left: readonly CarriedEnvelope[]): readonly (CarriedEnvelope & { readonly content: Bytes })[] {
  const batch: (CarriedEnvelope & { readonly content: Bytes })[] = [];
  let size = 0;
  for (const envelope of left) {
    const content = fromBase64url(envelope.bytes) ?? new Uint8Array();
    size += content.length;
    if (batch.length > 0 && size > batchBytes) break;
    batch.push({ ...envelope, content });
  }
  return batch;
}
