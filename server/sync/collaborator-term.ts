import { dayBefore } from '../../src/domain/calendar/civil-date.ts';
import { recordIdOf } from '../../src/formats/interchange/record-id.ts';
import { type OpDraft, writeTransaction } from '../../src/sync/phone/transaction.ts';
import { isAlive, seenOf, shown } from '../../src/sync/records/merge.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { civilDay } from '../figures/months.ts';
import { readState } from '../figures/state-codec.ts';
import type { Hub } from '../hub.ts';
import { readDevice } from './device-rows.ts';
import { acceptAsFounder } from './founding/founder-envelope.ts';
import { listPlaces } from './ports.ts';

/** Whose phone was activated, and for which villages. */
export interface ActivatedCollaborator {
  readonly book: string;
  readonly userName: string;
  readonly places: readonly string[];
}

/** One after the other on a hub: each writes behind the one before in the same device's order. */
const writing = new WeakMap<Hub, Promise<void>>();

/**
 * Collaborators are counted in the report (indicators.md, `ctv_count`), on phones without a network too: so a term is a
 * record of the book. It begins on the day of the first activation; another phone of the same person begins none.
 */
export function noteCollaborator(hub: Hub, who: ActivatedCollaborator): Promise<void> {
  return inTurn(hub, () => note(hub, who));
}

async function inTurn(hub: Hub, work: () => Promise<void>): Promise<void> {
  const before = writing.get(hub) ?? Promise.resolve();
  const next = before.then(work);
  // Whoever comes next is not to fail with this one.
  writing.set(
    hub,
    next.catch(() => undefined),
  );
  await next;
}

async function note(hub: Hub, { book, userName, places }: ActivatedCollaborator): Promise<void> {
  const [place] = places;
  const id = recordIdOf(book, 'collaborators', `${userName}\n${places.join('\n')}`);
  if (place === undefined || (await isKnown(hub, book, id))) return;
  const put = { fullName: userName, since: civilDay(hub.now()) };
  await write(hub, book, [{ kind: 'collaborator', id, place, put }]);
}

async function write(hub: Hub, book: string, drafts: readonly OpDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  const device = await scribe(hub, book);
  const head = { nextSeq: device.acked + 1, clock: device.lastStamp };
  const author = { device: device.id, user: device.user };
  const { ops } = writeTransaction(drafts, author, head, hub.now());
  await acceptAsFounder(hub, ops, device.chain);
}

/** Villages that went from one person to another, and what the first is left with. */
interface HandedTerm {
  readonly book: string;
  readonly places: readonly string[];
  readonly giver: { readonly userName: string; readonly left: readonly string[] };
  /** Absent: nobody has them yet. */
  readonly taker: { readonly userName: string } | undefined;
}

/**
 * Her term in these villages ends the day before, and the other's begins: each person is counted once in the commune,
 * however many villages are hers.
 */
export function handTerm(hub: Hub, { book, places, giver, taker }: HandedTerm): Promise<void> {
  return inTurn(hub, async () => {
    const open = await openTerms(hub, book);
    const isOf = (name: string) => (term: RecordState) => shown(term, 'fullName') === name;
    const today = civilDay(hub.now());
    const ending = open.filter(isOf(giver.userName)).filter(({ place }) => places.includes(String(place.value)));
    const others = open.filter((term) => !ending.includes(term));
    const begins = (userName: string, [place]: readonly string[]): readonly OpDraft[] =>
      place === undefined || others.some(isOf(userName))
        ? []
        : [{ kind: 'collaborator', place, put: { fullName: userName, since: today } }];
    await write(hub, book, [
      ...ending.map((term) => ({
        kind: term.kind,
        id: term.id,
        place: String(term.place.value),
        put: { until: dayBefore(today) },
        seen: seenOf(term, ['until']),
      })),
      ...(ending.length > 0 ? begins(giver.userName, giver.left) : []),
      ...(taker === undefined ? [] : begins(taker.userName, places)),
    ]);
  });
}

async function openTerms(hub: Hub, book: string): Promise<readonly RecordState[]> {
  const rows = await hub.database.transaction(await hub.wholeBook(book), (tx) =>
    tx.selectFrom('record').select('state').where('book', '=', book).where('kind', '=', 'collaborator').execute(),
  );
  const terms = rows.map(({ state }) => readState(state));
  return terms.filter((term) => isAlive(term) && shown(term, 'until') === undefined);
}

async function isKnown(hub: Hub, book: string, id: string): Promise<boolean> {
  const scope = await hub.wholeBook(book);
  const row = await hub.database.transaction(scope, (tx) =>
    tx.selectFrom('record').select('id').where('book', '=', book).where('id', '=', id).executeTakeFirst(),
  );
  return row !== undefined;
}

/** The device by which the hub itself writes in this book. */
async function scribe(hub: Hub, book: string) {
  const device = `hub-${book}`;
  const { commune, places } = await hub.database.transaction(undefined, async (tx) => ({
    ...(await tx.selectFrom('book').select('commune').where('book', '=', book).executeTakeFirstOrThrow()),
    places: await listPlaces(tx, book),
  }));
  const author = { device, user: 'uhub0000', userName: 'Máy chủ', role: 'officer', places } as const;
  const signKey = hub.founder.publicKey;
  await hub.run({ is: 'settle', at: hub.now(), units: [], book, commune, author: { ...author, signKey } });
  const row = await hub.database.transaction(undefined, (tx) => readDevice(tx, book, device));
  if (row === undefined) throw new TypeError('the hub has no device of its own');
  return row;
}
