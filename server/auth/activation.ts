import { randomBytes } from 'node:crypto';
import { bad, good, type Outcome } from '../../src/domain/outcome.ts';
import { verifyActivation } from '../../src/seal/request-signature.ts';
import type { Activation, ActivationError, ActivationRequest, Role, UnitRow } from '../../src/sync/activation.ts';
import { fromBase64url } from '../../src/sync/wire/bytes.ts';
import type { Tx } from '../db/database.ts';
import type { Hub } from '../hub.ts';
import { noteCollaborator } from '../sync/collaborator-term.ts';
import { listColleagues } from '../sync/contact.ts';
import { findDevice } from '../sync/device-rows.ts';
import { readAcross } from '../sync/units/move/shared-places.ts';
import { type KnownUnit, readUnitsOf } from '../sync/units/unit-rows.ts';
import { drawCode, isFree, readCode } from './activation-code.ts';
import { codeValidUntil, leaseOf } from './policy.ts';

/** Whom a code is for. */
export interface CodeRequest {
  readonly book: string;
  readonly role: Role;
  readonly places: readonly string[];
  readonly userName: string;
  /** What this person still has unused for these places ends. */
  readonly replaces?: true;
}

/** A fresh code, kept as a hash: it is shown this once. */
export async function makeActivationCode(
  hub: Hub,
  request: CodeRequest,
  validUntil = codeValidUntil(hub.policy, hub.now()),
): Promise<string> {
  for (;;) {
    const code = drawCode();
    const read = readCode(code, hub.codeKey);
    if (read === undefined) throw new RangeError('a code that cannot be read');
    const free = await hub.database.transaction(undefined, (tx) => isFree(tx, read.selector, hub.now()));
    if (!free) continue;
    await hub.run({ is: 'code', at: hub.now(), ...read, ...request, validUntil });
    return code;
  }
}

/** `POST /activate`, after its JSON was read. */
export async function activate(hub: Hub, request: ActivationRequest): Promise<Outcome<Activation, ActivationError>> {
  const { code, signKey, proof } = request;
  if (fromBase64url(signKey)?.length !== 65) return bad('bad_request');
  if (!(await verifyActivation(crypto.subtle, code, signKey, proof))) return bad('bad_request');
  const read = readCode(code, hub.codeKey);
  if (read === undefined) return bad('wrong_code');
  const ids = { device: drawId(), user: `u${drawId()}` };
  const answer = await hub.run({ is: 'activate', at: hub.now(), ...read, signKey, ...ids });
  if (answer.is === 'refused') return bad(answer.why);
  const activation = await hub.database.transaction(undefined, (tx) => describe(tx, hub, answer.book, answer.device));
  // Also when a cut connection asks again: it is written once.
  if (activation.role === 'collaborator') await noteCollaborator(hub, activation);
  return good({ ...activation, enrolment: await signEnrolment(hub, activation, signKey) });
}

async function signEnrolment(hub: Hub, activation: Activation, signKey: string) {
  const { device, user, userName, role, book, places } = activation;
  const row = await hub.database.look((look) => findDevice(look, device));
  if (row === undefined) throw new TypeError('a device that was just activated');
  return hub.enrolment(row, { user, userName, role, book, places, signKey });
}

async function describe(tx: Tx, hub: Hub, book: string, device: string): Promise<Activation> {
  const row = await tx
    .selectFrom('device')
    .selectAll()
    .where('book', '=', book)
    .where('id', '=', device)
    .executeTakeFirstOrThrow();
  const role = row.role as Role;
  const places = JSON.parse(row.places) as readonly string[];
  return {
    device,
    user: row.user_id,
    userName: row.user_name,
    role,
    book,
    places,
    units: await listUnits(tx, book, places),
    colleagues: await listColleagues(tx, book),
    epoch: row.epoch,
    hubEpoch: hub.hubEpoch,
    hubTime: hub.now(),
    keys: hub.keys.pinned,
    lease: leaseOf(hub.policy, { role, status: 'active' }, hub.now()),
    pinWindowDays: hub.policy.pinWindowDays(role),
  };
}

/**
 * The commune of a book, what stands above it, and its villages, ended ones too; parents before children.
 * @param places of the device that is told; the hub itself has all
 */
export async function listUnits(tx: Tx, book: string, places: readonly string[] = []): Promise<readonly UnitRow[]> {
  const units = await readUnitsOf(tx, book);
  const across = await readAcross(tx, units, book);
  const parts = partsOf(units, new Set(places));
  return units.map(({ predecessors: _, cameFrom: __, ...unit }) => {
    const part = parts.get(unit.id);
    return { ...unit, ...across.get(unit.id), ...(part !== undefined && { part }) };
  });
}

/** Of villages that a device keeps, and that were split: the youngest that was made of one and is another's to keep. */
function partsOf(units: readonly KnownUnit[], places: ReadonlySet<string>): ReadonlyMap<string, string> {
  const stand = units.filter(({ level, validTo }) => level === 'village' && validTo === '');
  const kept = new Set(stand.flatMap(({ id }) => (places.has(id) ? [id] : [])));
  const made = stand.filter(({ id }) => !places.has(id)).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return new Map(
    made.flatMap(({ validFrom, name, cameFrom }) =>
      cameFrom.filter((id) => kept.has(id)).map((id) => [id, `${validFrom} ${name}`] as const),
    ),
  );
}

/** 8 letters and digits: 40 bits, short enough to stand in every op. */
function drawId(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789z';
  return [...randomBytes(8)].map((byte) => letters[byte & 31]).join('');
}
