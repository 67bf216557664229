import { createHmac, randomInt } from 'node:crypto';
import type { ActivationError } from '../../src/sync/activation.ts';
import { firstChain } from '../../src/sync/wire/chain.ts';
import type { Tx } from '../db/database.ts';
import { appendAudit } from '../durable/audit-chain.ts';
import type { CommandOf, NewDevice } from '../durable/command.ts';
import { keep, leave, type Performed } from '../durable/performed.ts';

/** Without 0 O 1 I L: read out by telephone and typed on a small screen. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const selectorLength = 4;
const codeLength = 10;
const maxTries = 5;
/** As the phone says: "Hãy chờ 15 phút". Guessing 29 bits at this pace takes longer than any code lasts. */
const rest = 15 * 60_000;

/** "K7M2QWX9PB": the first four letters find the code, the other six (29 bits) prove it. */
export interface ReadCode {
  readonly selector: string;
  readonly hash: string;
}

export function drawCode(): string {
  return Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** As typed: small letters, spaces and hyphens do not matter. @param key a leaked table alone must not give codes away */
export function readCode(typed: string, key: Uint8Array): ReadCode | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  if (code.length !== codeLength || [...code].some((letter) => !alphabet.includes(letter))) return undefined;
  return { selector: code.slice(0, selectorLength), hash: createHmac('sha256', key).update(code).digest('hex') };
}

export async function issueCode(tx: Tx, command: CommandOf<'code'>): Promise<Performed<null>> {
  const row = {
    selector: command.selector,
    hash: command.hash,
    book: command.book,
    role: command.role,
    places: JSON.stringify(command.places),
    user_name: command.userName,
    valid_until: command.validUntil,
    tries: 0,
    device: null,
    sign_key: null,
  };
  if (command.replaces === true) await endUnused(tx, command);
  await tx
    .insertInto('activation_code')
    .values(row)
    .onConflict((conflict) => conflict.column('selector').doUpdateSet(row))
    .execute();
  const object = `${command.role} ${command.places.join(' ')}`;
  await audit(tx, command.at, { book: command.book, device: '', action: 'code', object });
  return keep(null);
}

/** One way in for one person: nobody knows in whose hands a code is that was issued before. */
async function endUnused(tx: Tx, { at, book, role, places, userName }: CommandOf<'code'>): Promise<void> {
  await tx
    .updateTable('activation_code')
    .set({ valid_until: at - 1 })
    .where('book', '=', book)
    .where('role', '=', role)
    .where('places', '=', JSON.stringify(places))
    .where('user_name', '=', userName)
    .where('device', 'is', null)
    .where('valid_until', '>=', at)
    .execute();
}

/** True when the selector is free: nobody holds a code that could still be asked for. */
export async function isFree(tx: Tx, selector: string, now: number): Promise<boolean> {
  const row = await tx
    .selectFrom('activation_code')
    .select('valid_until')
    .where('selector', '=', selector)
    .executeTakeFirst();
  return row === undefined || row.valid_until < now - 90 * 86_400_000;
}

export type ActivatedDevice =
  | { readonly is: 'active'; readonly book: string; readonly device: string }
  | { readonly is: 'refused'; readonly why: Exclude<ActivationError, 'offline' | 'bad_request'> };

/** One use; the same code with the same key again is a cut connection, not a second use. */
export async function activateDevice(tx: Tx, command: CommandOf<'activate'>): Promise<Performed<ActivatedDevice>> {
  const row = await tx
    .selectFrom('activation_code')
    .selectAll()
    .where('selector', '=', command.selector)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return leave({ is: 'refused', why: 'wrong_code' });
  if (command.at < row.rests_until) return leave({ is: 'refused', why: 'too_many_tries' });
  if (row.hash !== command.hash) return countTry(tx, row.selector, (row.tries % maxTries) + 1, command.at);
  if (row.device !== null && row.sign_key !== command.signKey) return leave({ is: 'refused', why: 'used_code' });
  if (command.at > row.valid_until)
    return leave({ is: 'refused', why: row.device === null ? 'expired_code' : 'used_code' });
  if (row.device !== null) return leave({ is: 'active', book: row.book, device: row.device });
  const { device, user, signKey } = command;
  const places = JSON.parse(row.places) as readonly string[];
  const role = row.role as NewDevice['role'];
  await addDevice(tx, row.book, { device, user, userName: row.user_name, role, places, signKey });
  await tx
    .updateTable('activation_code')
    .set({ device, sign_key: signKey })
    .where('selector', '=', row.selector)
    .execute();
  await audit(tx, command.at, { book: row.book, device, action: 'activate', object: row.role });
  return keep({ is: 'active', book: row.book, device });
}

async function countTry(tx: Tx, selector: string, tries: number, at: number): Promise<Performed<ActivatedDevice>> {
  const rests = tries >= maxTries ? { rests_until: at + rest } : {};
  await tx
    .updateTable('activation_code')
    .set({ tries, ...rests })
    .where('selector', '=', selector)
    .execute();
  return keep({ is: 'refused', why: tries >= maxTries ? 'too_many_tries' : 'wrong_code' });
}

export async function addDevice(tx: Tx, book: string, device: NewDevice): Promise<void> {
  await tx.insertInto('device_home').values({ device: device.device, book }).execute();
  const row = {
    book,
    id: device.device,
    user_id: device.user,
    user_name: device.userName,
    role: device.role,
    places: JSON.stringify(device.places),
    epoch: 1,
    status: 'active',
    sign_key: device.signKey,
    acked: 0,
    chain: firstChain,
    last_ms: 0,
    last_counter: 0,
  };
  await tx.insertInto('device').values(row).execute();
}

function audit(
  tx: Tx,
  at: number,
  what: { readonly book: string; readonly device: string; readonly action: string; readonly object: string },
): Promise<void> {
  return appendAudit(tx, { ...what, actor: '', ground: '' }, at);
}
