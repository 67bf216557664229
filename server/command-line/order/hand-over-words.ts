import { writeFile } from 'node:fs/promises';
import type { CertifiedVerdict } from '../../../src/sync/wire/certificate.ts';
import { makeActivationCode } from '../../auth/activation.ts';
import { handTerm } from '../../sync/collaborator-term.ts';
import type { UnitsBench } from '../../sync/units/units-bench.ts';
import { need, readArguments } from '../arguments.ts';
import { findPlace, findVillage, type Place } from '../find-place.ts';
import { readBytes } from '../read-bytes.ts';
import { told } from '../told.ts';
import { type Holder, readHolder } from './hand-over-holder.ts';
import { countVillages, type HandOverReason, handOverReasons, type OldPhone, writeMinutes } from './minutes.ts';
import { findCertificate, openOurs, receiveWork } from './receive-words.ts';

export const handOverNames = [
  'data',
  'place',
  'village',
  'from',
  'to',
  'name',
  'reason',
  'lost',
  'close',
  'file',
  'certificate',
  'minutes',
] as const;

const readAsked = (words: readonly string[]) => readArguments(words, handOverNames);

interface Words {
  readonly place: Place;
  readonly giver: Holder;
  /** Village ids. */
  readonly villages: readonly string[];
  readonly taker: Holder | undefined;
  /** Somebody who has no phone yet: a code is issued for the villages. */
  readonly newcomer: string | undefined;
  readonly reason: HandOverReason;
  readonly isLost: boolean;
  /** The officer's word that nothing more is on the phone. */
  readonly isDone: boolean;
}

/**
 * Hands a collaborator's villages to another. What she has not sent yet is taken in first, from a file or proved by a
 * certificate; her phone is closed when it has nothing left to send, or is lost; the minutes go to standard output, and
 * into a file where one is named.
 */
export async function obeyHandOver(bench: UnitsBench, words: readonly string[]): Promise<string> {
  const { hub } = bench;
  const asked = readAsked(words);
  const read = await readWords(bench, asked);
  const { place, giver, villages, taker, newcomer, reason, isLost } = read;
  const received = asked.file === undefined ? undefined : await receiveFile(bench, asked.file);
  const certified = asked.certificate === undefined ? undefined : await readProof(bench, giver, asked.certificate);
  const counts = await countVillages(hub, place.book, villages);
  const handed = await hub.run({
    is: 'hand_over',
    at: hub.now(),
    book: place.book,
    from: giver.id,
    to: taker?.id ?? '',
    places: villages,
    actor: 'command line',
    ground: reason,
  });
  const left = giver.places.filter((one) => !handed.places.includes(one));
  const takerName = taker?.userName ?? newcomer;
  await handTerm(hub, {
    book: place.book,
    places: villages,
    giver: { userName: giver.userName, left },
    taker: takerName === undefined ? undefined : { userName: takerName },
  });
  const phone = await closePhone(bench, read, left.length, certified !== undefined);
  bench.onWritten(place.book);
  const sent = await readHolder(hub, place.book, giver.id);
  const minutes = await writeMinutes(hub, { ...read, giver: sent, takerName, counts, received, certified, phone });
  if (asked.minutes !== undefined) await writeFile(asked.minutes, minutes);
  return [minutes, ...(await codeFor(bench, read)), ...(isLost ? [lostWords] : [])].join('\n');
}

const lostWords =
  'Máy mất: chạy npm run -s revoke -- --people để biết dữ liệu của ai có trên máy. / The phone is lost: revoke --people tells whose data it held.';

async function readWords({ hub }: UnitsBench, asked: ReturnType<typeof readAsked>): Promise<Words> {
  const place = await findPlace(hub, need(asked.place, 'place'));
  const giver = await readHolder(hub, place.book, need(asked.from, 'from'));
  const held = place.villages.filter(({ id }) => giver.places.includes(id));
  const named = asked.village?.split(',').map((code) => findVillage(place, code.trim()));
  const strange = named?.find(({ id }) => !giver.places.includes(id));
  if (strange !== undefined || held.length === 0)
    throw told(
      `Máy ${giver.id} không giữ thôn ${strange?.name ?? 'nào'}.`,
      `Device ${giver.id} does not have ${strange?.name ?? 'any village'}.`,
    );
  const taker = asked.to === undefined ? undefined : await readHolder(hub, place.book, asked.to);
  if (taker?.id === giver.id || (taker !== undefined && taker.status !== 'active'))
    throw told('Máy nhận phải là máy khác, đang dùng.', 'The villages go to another device that is in use.');
  return {
    place,
    giver,
    villages: (named ?? held).map(({ id }) => id),
    taker,
    newcomer: taker === undefined ? asked.name : undefined,
    reason: readReason(need(asked.reason, 'reason')),
    isLost: asked.lost === 'yes',
    isDone: asked.close === 'yes',
  };
}

function readReason(text: string): HandOverReason {
  const reason = handOverReasons.find((one) => one === text);
  if (reason !== undefined) return reason;
  const known = handOverReasons.join(', ');
  throw told(`--reason là một trong: ${known}.`, `--reason is one of: ${known}.`);
}

/** @returns first line of what was taken in */
async function receiveFile(bench: UnitsBench, path: string): Promise<string> {
  const [vietnamese = ''] = (await receiveWork(bench, path, await readBytes(path))).split('\n');
  return vietnamese;
}

/** Only a certificate of this very phone, behind which nothing came, says that nothing is on it alone. */
async function readProof({ hub }: UnitsBench, giver: Holder, path: string): Promise<CertifiedVerdict> {
  const text = findCertificate(await readBytes(path));
  if (text === undefined) throw told(`${path} không phải giấy xác nhận.`, `${path} is no certificate.`);
  const certified = await openOurs(hub, text);
  if (certified.device !== giver.id)
    throw told('Giấy xác nhận là của máy khác.', 'The certificate is of another device.');
  const { acked } = await readHolder(hub, giver.book, giver.id);
  if (acked === certified.acked) return certified;
  throw told(
    `Sau giấy này máy đã gửi thêm ${acked - certified.acked} việc: bấm xin giấy mới trong Tình trạng máy.`,
    `The device has sent ${acked - certified.acked} more since: ask for a new certificate on it.`,
  );
}

/** Its sealed work still goes out at its next contact, and is kept aside; then it forgets all that it holds. */
async function closePhone(bench: UnitsBench, read: Words, left: number, isProved: boolean): Promise<OldPhone> {
  const { hub } = bench;
  const { giver, reason, isLost, isDone } = read;
  if (isLost || (left === 0 && (isProved || isDone))) {
    const order = { device: giver.id, actor: 'command line', ground: reason, wipe: true, aside: true } as const;
    await hub.run({ is: 'revoke', at: hub.now(), ...order });
    return isLost ? 'lost' : 'closed';
  }
  return left === 0 ? 'open' : 'kept';
}

/** Shown once, and in no minutes. */
async function codeFor({ hub }: UnitsBench, { place, newcomer, villages }: Words): Promise<readonly string[]> {
  if (newcomer === undefined) return [];
  const { book } = place;
  const code = await makeActivationCode(hub, { book, role: 'collaborator', places: villages, userName: newcomer });
  return [`Mã kích hoạt cho ${newcomer}: ${code}`];
}
