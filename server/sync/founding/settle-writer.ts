import type { Hub } from '../../hub.ts';
import { listPlaces } from '../ports.ts';

interface Writer {
  readonly device: string;
  readonly user: string;
  readonly userName: string;
}

/** A device by which the hub itself writes in a book: it may write wherever the book's places are today. */
export async function settleWriter(hub: Hub, book: string, writer: Writer): Promise<void> {
  const { commune, places } = await hub.database.transaction(undefined, async (tx) => ({
    ...(await tx.selectFrom('book').select('commune').where('book', '=', book).executeTakeFirstOrThrow()),
    places: await listPlaces(tx, book),
  }));
  const author = { ...writer, role: 'officer', places, signKey: hub.founder.publicKey } as const;
  await hub.run({ is: 'settle', at: hub.now(), units: [], book, commune, author });
}
