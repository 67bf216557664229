import { isHubsVerdict } from '../../src/seal/device-crypto.ts';
import { verifyRequest } from '../../src/seal/request-signature.ts';
import type { Enrolled, SignedVerdict, Verdict } from '../../src/sync/verdict.ts';
import { isDeviceId } from '../../src/sync/wire/bounds.ts';
import { deviceHeaders } from '../../src/sync/wire/device-request.ts';
import { isSigned, openVerdict } from '../../src/sync/wire/verdict-bytes.ts';
import type { Tx } from '../db/database.ts';
import { appendAudit } from '../durable/audit-chain.ts';
import type { CommandOf } from '../durable/command.ts';
import { keep, leave, type Performed } from '../durable/performed.ts';
import { readJson } from '../http/body.ts';
import { type Asked, json, type Route } from '../http/route.ts';
import type { Hub } from '../hub.ts';
import { noteCollaborator } from '../sync/collaborator-term.ts';
import { findDevice } from '../sync/device-rows.ts';
import { addDevice } from './activation-code.ts';

/*
 * A device that was activated behind the backup which a hub was restored from: the hub believes its own signature on who
 * the device is, and the device's on the request. What it wrote since is on the phone, and is offered again from there.
 */

export const enrolRoutes: readonly Route[] = [
  { method: 'POST', path: '/enrol', access: 'public', handle: answerEnrolment },
];

async function answerEnrolment(asked: Asked): Promise<Response> {
  const { hub, limits } = asked.site;
  const enrolment = readJson(asked.body)?.enrolment;
  const known = isSigned(enrolment) ? await openOwn(hub, enrolment) : undefined;
  if (known !== undefined && (await isAskedBy(asked, known.enrolled.signKey)) && (await enrol(hub, known)))
    return json({ enrolled: true });
  const wait = limits.codes.take(asked.address, hub.now());
  return wait > 0 ? json({ error: 'later' }, 429, { 'retry-after': String(wait) }) : json({ error: 'unknown' }, 404);
}

type Known = Verdict & { readonly enrolled: Enrolled };

async function openOwn(hub: Hub, signed: SignedVerdict): Promise<Known | undefined> {
  const isOurs = await isHubsVerdict(crypto.subtle, hub.keys.pinned, signed);
  const verdict = isOurs ? openVerdict(signed) : undefined;
  if (verdict?.enrolled === undefined || !isDeviceId(verdict.device)) return undefined;
  return { ...verdict, enrolled: verdict.enrolled };
}

function isAskedBy({ url, body, header }: Asked, signKey: string): Promise<boolean> {
  const time = Number(header(deviceHeaders.time));
  const request = { method: 'POST', path: `${url.pathname}${url.search}`, body };
  return verifyRequest(crypto.subtle, signKey, request, time, header(deviceHeaders.signature) ?? '');
}

/** Whoever was never known to a hub of before is not known to this one. */
async function enrol(hub: Hub, { device, hubTime, enrolled }: Known): Promise<boolean> {
  const row = await hub.database.look((look) => findDevice(look, device));
  if (row !== undefined) return row.signKey === enrolled.signKey;
  if (!hub.restoredAt.some((restored) => restored > hubTime)) return false;
  const { book, ...known } = enrolled;
  const isHere = await hub.run({ is: 'enrol', at: hub.now(), book, author: { device, ...known } });
  if (isHere && enrolled.role === 'collaborator') await noteCollaborator(hub, enrolled);
  return isHere;
}

/** False where its book is not here: founded behind the backup as well, or gone into another's. */
export async function enrolDevice(tx: Tx, { book, author, at }: CommandOf<'enrol'>): Promise<Performed<boolean>> {
  const known = await tx.selectFrom('book').select('book').where('book', '=', book).executeTakeFirst();
  if (known === undefined) return leave(false);
  if ((await findDevice(tx, author.device)) !== undefined) return leave(true);
  await addDevice(tx, book, author);
  const { device, role: object } = author;
  await appendAudit(tx, { book, actor: '', device, action: 'enrol', object, ground: '' }, at);
  return keep(true);
}
