import { recordIdOf } from '../../src/formats/interchange/record-id.ts';
import { writeTransaction } from '../../src/sync/phone/transaction.ts';
import { civilDay } from '../figures/months.ts';
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
export async function noteCollaborator(hub: Hub, who: ActivatedCollaborator): Promise<void> {
  const before = writing.get(hub) ?? Promise.resolve();
  const next = before.then(() => note(hub, who));
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
  const device = await scribe(hub, book);
  const put = { fullName: userName, since: civilDay(hub.now()) };
  const head = { nextSeq: device.acked + 1, clock: device.lastStamp };
  const author = { device: device.id, user: device.user };
  const { ops } = writeTransaction([{ kind: 'collaborator', id, place, put }], author, head, hub.now());
  await acceptAsFounder(hub, ops, device.chain);
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
