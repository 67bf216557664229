import { createHmac } from 'node:crypto';
import type { Hub } from '../../../hub.ts';
import type { Holder } from './hand-over-holder.ts';
import type { VillageCount } from './minutes.ts';

/*
 * A hand-over is many steps, and its first is the entry in the commune's log. Whatever ends the programme behind it, the same
 * words find that entry again, and the steps that are missing are done.
 */

/** What the log says of a hand-over: enough to go on with it, and for minutes that say the same. */
export interface Handed {
  readonly at: number;
  /** Village ids. */
  readonly places: readonly string[];
  readonly counts: readonly VillageCount[];
  readonly entry: { readonly n: number; readonly hash: string };
  /** A device; `+` and a mark of somebody who has none yet; or nobody. */
  readonly to: string;
  readonly ground: string;
}

/** Somebody's name does not belong in a log that nobody can mend: whoever says the same name makes the same mark. */
export function newcomerMark(hub: Hub, book: string, name: string): string {
  return createHmac('sha256', hub.codeKey).update(`newcomer\n${book}\n${name}`).digest('hex').slice(0, 16);
}

/** "v1 8 31 120 0a3f…; v2 5 20 88 77c1…" */
export function writeCounts(counts: readonly VillageCount[]): string {
  return counts
    .map(({ id, households, people, records, digest }) => [id, households, people, records, digest].join(' '))
    .join('; ');
}

function readCounts(text: string): readonly VillageCount[] {
  return text.split('; ').map((part) => {
    const [id = '', households, people, records, digest = ''] = part.split(' ');
    return { id, households: Number(households), people: Number(people), records: Number(records), digest };
  });
}

/** The latest hand-over of this device. */
export async function lastHanded(hub: Hub, { book, id }: Holder): Promise<Handed | undefined> {
  const row = await hub.database.transaction({ book, places: [] }, (tx) =>
    tx
      .selectFrom('audit')
      .select(['n', 'hash', 'at', 'object', 'ground'])
      .where('book', '=', book)
      .where('device', '=', id)
      .where('action', '=', 'hand_over')
      .orderBy('n', 'desc')
      .limit(1)
      .executeTakeFirst(),
  );
  const read = /^(?<places>[^>]+) > (?<to>\S*) · (?<counts>.+)$/.exec(row?.object ?? '')?.groups;
  if (row === undefined || read === undefined) return undefined;
  const { n, hash, at, ground } = row;
  const { places = '', to = '', counts = '' } = read;
  return { at, ground, to, places: places.split(' '), counts: readCounts(counts), entry: { n, hash } };
}

interface Wanted {
  /** Village ids as asked for; absent: all that she had. */
  readonly villages: readonly string[] | undefined;
  readonly taker: Holder | undefined;
  readonly newcomer: string | undefined;
  readonly reason: string;
}

/** This very hand-over, where it was begun before, and the villages still are where it brought them. */
export async function begunBefore(hub: Hub, giver: Holder, wanted: Wanted): Promise<Handed | undefined> {
  const handed = await lastHanded(hub, giver);
  const { villages = handed?.places ?? [], taker, newcomer, reason } = wanted;
  if (handed === undefined || handed.ground !== reason || handed.to !== takerMark(hub, giver.book, taker?.id, newcomer))
    return undefined;
  const isSame = villages.length === handed.places.length && handed.places.every((place) => villages.includes(place));
  const isThere = handed.places.every(
    (place) => !giver.places.includes(place) && (taker === undefined || taker.places.includes(place)),
  );
  return isSame && isThere ? handed : undefined;
}

function takerMark(hub: Hub, book: string, taker: string | undefined, newcomer: string | undefined): string {
  return taker ?? (newcomer === undefined ? '' : `+${newcomerMark(hub, book, newcomer)}`);
}

/** Whether the newcomer has used a code of this hand-over. */
export async function hasActivated(hub: Hub, book: string, newcomer: string, handed: Handed): Promise<boolean> {
  const used = await hub.database.transaction({ book, places: [] }, (tx) =>
    tx
      .selectFrom('audit')
      .innerJoin('activation_code', 'activation_code.device', 'audit.device')
      .select('audit.n')
      .where('audit.book', '=', book)
      .where('audit.action', '=', 'activate')
      .where('audit.n', '>', handed.entry.n)
      .where('activation_code.user_name', '=', newcomer)
      .where('activation_code.places', '=', JSON.stringify(handed.places))
      .executeTakeFirst(),
  );
  return used !== undefined;
}
