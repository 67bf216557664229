import { bad, good, type Outcome } from '../../domain/outcome.ts';
import { fingerprintOf } from '../../seal/hub-keys.ts';
import { signActivation } from '../../seal/request-signature.ts';
import { generateSignKey } from '../../seal/signature.ts';
import type { Activation, ActivationError, ActivationRequest } from '../../sync/activation.ts';
import type { ClearMetadata } from '../clear-metadata.ts';
import type { PhonePorts } from '../ports/phone-ports.ts';
import { readActivation, readActivationError } from './activation-codec.ts';
import { dropUnfinished, keepUnfinished, type UnfinishedKey, unfinishedOf } from './unfinished.ts';

const timeout = 30_000;

/** A device that the hub knows and that has no PIN yet. */
export interface Activated {
  readonly activation: Activation;
  readonly code: string;
  readonly signKey: CryptoKey;
}

/**
 * Proves a new signing key to the hub. The key is stored before it is sent and used again until the PIN is chosen, so a
 * cut connection or a killed app costs nothing: the same code with the same key gets the same answer. Another code, of
 * somebody else on this phone, gets a key of its own.
 */
export async function activateDevice(
  ports: PhonePorts,
  clear: ClearMetadata,
  code: string,
  fingerprint: string,
): Promise<Outcome<Activated, ActivationError | 'wrong_hub'>> {
  const key = await keyFor(ports.subtle, clear, code);
  const proof = await signActivation(ports.subtle, key.privateKey, code, key.publicKey);
  const answer = await post(ports, { code, signKey: key.publicKey, proof });
  if (!answer.ok) return answer;
  const activation = readActivation(answer.value);
  if (activation !== undefined) {
    const isOther = fingerprint !== '' && (await fingerprintOf(ports.subtle, activation.keys)) !== fingerprint;
    if (isOther) return bad('wrong_hub');
    await keepUnfinished(clear.store, code, { ...key, isTaken: true });
    return good({ activation, code, signKey: key.privateKey });
  }
  const error = readActivationError(answer.value);
  if (error === undefined) return bad('offline');
  if (error !== 'too_many_tries') await dropUnfinished(clear.store, code);
  return bad(error);
}

async function keyFor(subtle: SubtleCrypto, clear: ClearMetadata, code: string): Promise<UnfinishedKey> {
  const known = await unfinishedOf(clear.store, code);
  if (known !== undefined) return known;
  const made = { ...(await generateSignKey(subtle)), isTaken: false };
  await keepUnfinished(clear.store, code, made);
  return made;
}

async function post(ports: PhonePorts, request: ActivationRequest): Promise<Outcome<unknown, 'offline'>> {
  try {
    const response = await ports.fetch(`${ports.origin}/activate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    return good(await response.json());
  } catch {
    // No network, 30 s gone by, or a page that is no hub's: the person reads "no connection" and tries again.
    return bad('offline');
  }
}
