import { bad, type Outcome } from '../../../domain/outcome.ts';
import { askHub, type HubLine } from '../../../seal/hub-request.ts';
import { type ProofPort, type RepairFailure, repairRecords } from '../../../sync/phone/repair.ts';
import type { PlaceDigests } from '../../../sync/records/digest.ts';
import { sha256 } from '../../../sync/records/sha256.ts';
import { utf8 } from '../../../sync/wire/bytes.ts';
import { type ProofQuestion, readProof } from '../../../sync/wire/proof.ts';
import { breath } from '../../ports/breath.ts';
import type { Session } from '../../session.ts';

/*
 * Fetched when a digest is not the hub's, which on most phones it never is: a start loads none of it.
 */

/** `POST /sync/proof`. */
function proofOver(line: HubLine): ProofPort {
  return {
    async ask(question: ProofQuestion) {
      const body = utf8(JSON.stringify(question));
      const answer = await askHub(line, { method: 'POST', path: '/sync/proof', body });
      if (!answer.ok) return answer;
      const proof = readProof(answer.value);
      return proof.ok ? proof : bad({ why: 'foreign' });
    },
  };
}

/** Repairs what differs from the hub, and notes how much it was. */
export async function repairBook(
  { store, now }: Pick<Session, 'store' | 'now'>,
  line: HubLine,
  digests: PlaceDigests,
): Promise<Outcome<number, RepairFailure>> {
  const own = { digests, records: () => store.allConfirmed(), hash: sha256, pause: breath };
  const mended = await repairRecords(store, own, proofOver(line), now);
  if (mended.ok && mended.value > 0) await store.noteMended(mended.value, now());
  return mended;
}
