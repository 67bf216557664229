import { bad, good, type Outcome } from '../../../domain/outcome.ts';
import { askHub, type HubLine } from '../../../seal/hub-request.ts';
import { rootDigest } from '../../../sync/records/digest.ts';
import { sha256 } from '../../../sync/records/sha256.ts';
import type { SignedVerdict } from '../../../sync/verdict.ts';
import { type CertifiedVerdict, openCertificate, writeCertificate } from '../../../sync/wire/certificate.ts';
import { receiptCode } from '../../../sync/wire/receipt.ts';
import { isSigned } from '../../../sync/wire/verdict-bytes.ts';
import type { SyncState } from '../../api/phone-api.ts';
import type { Certificate, CertifyFailure, Proof } from '../../api/proof-api.ts';
import type { Session } from '../../session.ts';
import { digestBook } from '../../syncing/agreeing/hash-records.ts';
import { readLoss } from '../../syncing/mending.ts';

export interface ProofBench {
  readonly session: Pick<Session, 'store' | 'proofs' | 'record' | 'crypto'>;
  readonly line: HubLine;
  readonly sync: () => Promise<SyncState>;
}

const certificateNote = 'certificate';

interface KeptCertificate {
  readonly signed: SignedVerdict;
}

export async function tellProof({ session }: ProofBench): Promise<Proof> {
  const { store, record, proofs } = session;
  const { device } = record;
  const { waiting: readable, mending } = store.counts();
  const waiting = Math.max(readable, await store.waitingCount());
  const [receipt, mended, head] = [await store.receipt(), await store.mended(), await store.head()];
  const drafts = (await store.drafts.all()).length;
  const [kept, damaged] = [await proofs.get<KeptCertificate>(certificateNote), await readLoss(proofs)];
  const certified = kept === undefined ? undefined : openCertificate(kept.signed);
  const last = head.nextSeq - 1;
  const isCurrent = (acked: number) => waiting === 0 && acked === last;
  return {
    left: { waiting, mending, drafts },
    receipt: receipt && {
      at: receipt.at,
      code: receiptCode({ ...receipt, device }, sha256),
      digest: receipt.digest,
      isCurrent: isCurrent(receipt.acked),
    },
    mended,
    ...(damaged !== undefined && { damaged }),
    certificate:
      kept === undefined || certified === undefined
        ? null
        : tellCertificate(kept.signed, certified, isCurrent(certified.acked)),
  };
}

/**
 * The hub's word is taken only when it is about this device, covers its last op by the same chain, and holds what this
 * phone holds. Others may write between the last sync and the word: then once more.
 */
export async function certify(bench: ProofBench): Promise<Outcome<Certificate, CertifyFailure>> {
  const { session, line, sync } = bench;
  const { store, proofs } = session;
  for (let tries = 2; tries > 0; tries--) {
    const hindrance = hindranceIn(await sync(), (await store.waitingCount()) + store.counts().waiting);
    if (hindrance !== undefined) return bad(hindrance);
    const asked = await askCertificate(session, line);
    if (asked === undefined) return bad('network');
    if (!(await isOfAll(session, asked.certified))) continue;
    await proofs.put(certificateNote, { signed: asked.signed } satisfies KeptCertificate);
    return good(tellCertificate(asked.signed, asked.certified, true));
  }
  return bad('differs');
}

function hindranceIn({ is, why, agreedAt }: SyncState, waiting: number): CertifyFailure | undefined {
  if ((is === 'offline' || is === 'failed') && why !== 'damaged') return 'network';
  if (waiting > 0) return 'waiting';
  return agreedAt === null ? 'differs' : undefined;
}

/** `undefined`: not the pinned hub's word to this device. */
async function askCertificate({ crypto, record }: ProofBench['session'], line: HubLine) {
  const answer = await askHub(line, { method: 'POST', path: '/sync/certificate' });
  const signed = answer.ok ? answer.value.certificate : undefined;
  if (!isSigned(signed) || !(await crypto.isFromHub(signed))) return undefined;
  const certified = openCertificate(signed);
  return certified?.device === record.device ? { signed, certified } : undefined;
}

async function isOfAll(
  { store }: ProofBench['session'],
  { acked, chain, missing, holds }: CertifiedVerdict,
): Promise<boolean> {
  const head = await store.head();
  const isAcked = acked === head.nextSeq - 1 && chain === head.chain && missing.length === 0;
  return isAcked && holds.digest === rootDigest(await digestBook(store.allConfirmed()));
}

function tellCertificate(signed: SignedVerdict, certified: CertifiedVerdict, isCurrent: boolean): Certificate {
  const { hubTime: at, acked, device, holds } = certified;
  const code = receiptCode({ device, acked, digest: holds.digest }, sha256);
  return { at, acked, code, text: writeCertificate(signed), isCurrent };
}
