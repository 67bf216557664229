import { askHub } from '../../seal/hub-request.ts';
import { rescueHeader } from '../../seal/rescue-bytes.ts';
import { toBase64url, utf8 } from '../../sync/wire/bytes.ts';
import type { Vault } from '../../vault/vault.ts';
import { lineOf } from '../ports/hub-line.ts';
import type { PhonePorts } from '../ports/phone-ports.ts';
import type { Session } from '../session.ts';

/**
 * Gives the hub a code that only it can read: where it has none of this phone, was restored, or has turned its keys. A hub
 * of before knows no such question, and is asked again at the next opening.
 */
export async function leaveRescue(
  ports: PhonePorts,
  { session, vault }: { readonly session: Session; readonly vault: Pick<Vault, 'leaveRescue'> },
  inTurn: (work: () => Promise<void>) => Promise<void>,
) {
  const { crypto, record, store } = session;
  const key = record.hub.sealId;
  const left = await vault.leaveRescue(`${key} ${await store.hubEpoch()}`, async (code) => {
    const sealed = toBase64url(await crypto.seal(rescueHeader(record.device), utf8(code)));
    const body = utf8(JSON.stringify({ sealed, key }));
    const answer = await askHub(lineOf(ports, session), { method: 'POST', path: '/sync/rescue', body });
    return answer.ok && answer.value.kept === true;
  });
  // In turn: an unlocking or a new PIN must not lose the worker that derives its key.
  if (left !== 'stands') await inTurn(async () => ports.argon.end());
  return left;
}
