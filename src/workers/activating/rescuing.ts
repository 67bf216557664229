import { askHub } from '../../seal/hub-request.ts';
import { toBase64url, utf8 } from '../../sync/wire/bytes.ts';
import { rescueHeader } from '../../sync/wire/rescue-bytes.ts';
import type { Vault } from '../../vault/vault.ts';
import { lineOf } from '../ports/hub-line.ts';
import type { PhonePorts } from '../ports/phone-ports.ts';
import type { Session } from '../session.ts';

/**
 * Gives the hub a code that only it can read: where it has none of this phone, was restored, or has turned its keys. A hub
 * of before knows no such question, and is asked again at the next opening.
 */
export async function leaveRescue(ports: PhonePorts, session: Session, vault: Pick<Vault, 'leaveRescue'>) {
  const { crypto, record, store } = session;
  const key = record.hub.sealId;
  return vault.leaveRescue(`${key} ${await store.hubEpoch()}`, async (code) => {
    const sealed = toBase64url(await crypto.seal(rescueHeader(record.device), utf8(code)));
    const body = utf8(JSON.stringify({ sealed, key }));
    const answer = await askHub(lineOf(ports, session), { method: 'POST', path: '/sync/rescue', body });
    return answer.ok && answer.value.kept === true;
  });
}
