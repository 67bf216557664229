import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP's floor for Argon2id is 19 MiB and 2 passes; a console user signs in a few times a day. */
const memory = 32_768;
const passes = 3;
const length = 32;

const derive = promisify(argon2);

/** "argon2id$32768$3$salt$hash", base64url. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const hash = await derive('argon2id', {
    message: message(password),
    nonce,
    memory,
    passes,
    parallelism: 1,
    tagLength: length,
  });
  return ['argon2id', memory, passes, nonce.toString('base64url'), hash.toString('base64url')].join('$');
}

export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [name, keptMemory, keptPasses, salt = '', hash = ''] = kept.split('$');
  if (name !== 'argon2id') return false;
  const expected = Buffer.from(hash, 'base64url');
  const found = await derive('argon2id', {
    message: message(password),
    nonce: Buffer.from(salt, 'base64url'),
    memory: Number(keptMemory),
    passes: Number(keptPasses),
    parallelism: 1,
    tagLength: expected.length,
  });
  return timingSafeEqual(found, expected);
}

/** NFC, so that the same letters typed on another keyboard are the same password. */
function message(password: string): Buffer {
  return Buffer.from(password.normalize('NFC'));
}

/** A first password to read from a screen: 60 bits, no letter that looks like another. */
export function drawPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('');
}
