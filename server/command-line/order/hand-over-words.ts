import type { CertifiedVerdict } from '../../../src/sync/wire/certificate.ts';
import { makeActivationCode } from '../../auth/activation.ts';
import type { Hub } from '../../hub.ts';
import { handTerm } from '../../sync/collaborator-term.ts';
import type { UnitsBench } from '../../sync/units/units-bench.ts';
import { bringBack } from '../../sync/waiting/bring-early.ts';
import { need, readArguments, readYes } from '../arguments.ts';
import { findPlace, findVillage, type Place } from '../find-place.ts';
import { readBytes, writeBytes } from '../named-file.ts';
import { told } from '../told.ts';
import { type Holder, readHolder } from './handing/hand-over-holder.ts';
import {
  begunBefore,
  type Handed,
  hasActivated,
  lastHanded,
  newcomerMark,
  writeCounts,
} from './handing/handed-before.ts';
import { countVillages, type HandOverReason, handOverReasons, type OldPhone, writeMinutes } from './handing/minutes.ts';
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
  /** The same hand-over, whose villages went before: what follows may be missing. */
  readonly begun: Handed | undefined;
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
 * into a file where one is named. Said again after it was cut off in the middle, it goes on where it stood.
 */
export async function obeyHandOver(bench: UnitsBench, words: readonly string[]): Promise<string> {
  const { hub } = bench;
  const asked = readAsked(words);
  const read = await readWords(bench, asked);
  const { place, giver, taker, newcomer, isLost } = read;
  const received = asked.file === undefined ? undefined : await receiveFile(bench, asked.file);
  const certified = asked.certificate === undefined ? undefined : await readProof(bench, giver, asked.certificate);
  const handed = read.begun ?? (await handVillages(hub, read));
  const left = giver.places.filter((one) => !handed.places.includes(one));
  const takerName = taker?.userName ?? newcomer;
  await handTerm(hub, {
    book: place.book,
    at: handed.at,
    places: handed.places,
    giver: { userName: giver.userName, left },
    taker: takerName === undefined ? undefined : { userName: takerName },
  });
  await bringBack(hub, place.book);
  const phone = await closePhone(bench, read, left.length, certified !== undefined);
  bench.onWritten(place.book);
  const sent = await readHolder(hub, place.book, giver.id);
  const minutes = await writeMinutes(hub, { ...read, handed, giver: sent, takerName, received, certified, phone });
  if (asked.minutes !== undefined) await writeBytes(asked.minutes, minutes);
  return [minutes, ...(await codeFor(bench, read, handed)), ...(isLost ? [lostWords] : [])].join('\n');
}

const lostWords =
  'Máy mất: chạy npm run -s revoke -- --people để biết dữ liệu của ai có trên máy. / The phone is lost: revoke --people tells whose data it held.';

/** Counted and summed as they go, in the same entry of the log. */
async function handVillages(hub: Hub, { place: { book }, giver, villages, taker, newcomer, reason }: Words) {
  const counts = writeCounts(await countVillages(hub, book, villages));
  await hub.run({
    is: 'hand_over',
    at: hub.now(),
    book,
    from: giver.id,
    to: taker?.id ?? '',
    ...(newcomer !== undefined && { newcomer: newcomerMark(hub, book, newcomer) }),
    counts,
    places: villages,
    actor: 'command line',
    ground: reason,
  });
  const handed = await lastHanded(hub, giver);
  if (handed === undefined) throw new TypeError('the log does not say what was just handed over');
  return handed;
}

async function readWords({ hub }: UnitsBench, asked: ReturnType<typeof readAsked>): Promise<Words> {
  const [isLost, isDone] = [readYes(asked, 'lost'), readYes(asked, 'close')];
  const place = await findPlace(hub, need(asked.place, 'place'));
  const giver = await readHolder(hub, place.book, need(asked.from, 'from'));
  const held = place.villages.filter(({ id }) => giver.places.includes(id));
  const named = asked.village?.split(',').map((code) => findVillage(place, code.trim()));
  const strange = named?.find(({ id }) => !giver.places.includes(id));
  const taker = asked.to === undefined ? undefined : await readHolder(hub, place.book, asked.to);
  if (taker?.id === giver.id || (taker !== undefined && taker.status !== 'active'))
    throw told('Máy nhận phải là máy khác, đang dùng.', 'The villages go to another device that is in use.');
  const newcomer = taker === undefined ? asked.name : undefined;
  const reason = readReason(need(asked.reason, 'reason'));
  const isMissing = strange !== undefined || held.length === 0;
  const wanted = { villages: named?.map(({ id }) => id), taker, newcomer, reason };
  const begun = isMissing ? await begunBefore(hub, giver, wanted) : undefined;
  if (isMissing && begun === undefined)
    throw told(
      `Máy ${giver.id} không giữ thôn ${strange?.name ?? 'nào'}.`,
      `Device ${giver.id} does not have ${strange?.name ?? 'any village'}.`,
    );
  return {
    place,
    giver,
    villages: begun?.places ?? (named ?? held).map(({ id }) => id),
    begun,
    taker,
    newcomer,
    reason,
    isLost,
    isDone,
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
async function codeFor({ hub }: UnitsBench, read: Words, handed: Handed): Promise<readonly string[]> {
  const { place, newcomer, begun } = read;
  if (newcomer === undefined) return [];
  const { book } = place;
  if (begun !== undefined && (await hasActivated(hub, book, newcomer, begun)))
    return [`${newcomer} đã kích hoạt máy bằng mã cấp trước.`];
  // What was shown before cannot be shown again, a code is kept as its hash: a fresh one takes its place.
  const request = { book, role: 'collaborator', places: handed.places, userName: newcomer, replaces: true } as const;
  const code = await makeActivationCode(hub, request);
  const before = begun === undefined ? [] : ['Mã cấp trước cho lần bàn giao này, nếu có, không dùng được nữa.'];
  return [`Mã kích hoạt cho ${newcomer}: ${code}`, ...before];
}
