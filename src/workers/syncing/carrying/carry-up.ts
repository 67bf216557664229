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
  for (const { id, at, bytes } of all) if (bytes === '' && at < now() - keptFor) await notes.remove(id);
  let left = all.filter(({ bytes }) => bytes !== '').sort(inOrder);
  while (left.length > 0) {
    const batch = nextBatch(left);
    left = left.slice(batch.length);
    const answer = await hub.upload(batch.map(({ content }) => content));
    if (!answer.ok) return;
    for (const [at, envelope] of batch.entries()) {
      const signed = answer.value[at];
      const word = signed && (await wordOn(signed, envelope, isFromHub));
      if (signed !== undefined && word !== undefined)
        await notes.put(envelope.id, answered(envelope, signed, word, now()));
    }
  }
}

/**
 * "Parked" is no last word: what is missing before it may come by another road, so it is asked about again. It is given
 * back all the same: by it a phone hears that its hub was restored, and stands behind what it has answered.
 */
async function wordOn(
  signed: SignedVerdict,
  { envelope }: CarriedEnvelope,
  isFromHub: (signed: SignedVerdict) => Promise<boolean>,
): Promise<'last' | 'parked' | undefined> {
  const verdict = (await isFromHub(signed)) ? openVerdict(signed) : undefined;
  if (verdict?.envelope !== envelope) return undefined;
  return verdict.ops.some(({ result }) => result.is === 'parked') ? 'parked' : 'last';
}

function answered(
  { id, envelope, device, firstSeq, bytes }: CarriedEnvelope,
  verdict: SignedVerdict,
  word: 'last' | 'parked',
  at: number,
): CarriedEnvelope {
  return { id, envelope, device, firstSeq, bytes: word === 'last' ? '' : bytes, at, verdict };
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
