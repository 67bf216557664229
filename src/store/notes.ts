import type { Sealer } from '../vault/sealer.ts';
import { fromBytes, toBytes } from './codec/json-codec.ts';
import type { Database, DraftRow } from './database.ts';

/* Small sealed things by name: drafts, one row each, saved at every answer; and what the phone knows of its user. */

export interface NoteBox {
  /** Every note that opens; one that does not is left out and counted nowhere: a draft is no record. */
  all<Note>(): Promise<readonly Note[]>;
  get<Note>(id: string): Promise<Note | undefined>;
  put(id: string, note: unknown): Promise<void>;
  remove(id: string): Promise<void>;
}

/** The notes of one shelf, e.g. "drafts". The name of a row is an HMAC; its id stands sealed inside. */
export function createNotes(database: Database, sealer: Sealer, shelf: string): NoteBox {
  const rowId = async (id: string) => `${shelf}:${await sealer.nameOf(shelf, id)}`;

  async function open<Note>({ name, revision, body }: DraftRow): Promise<readonly Note[]> {
    const opened = await sealer.open({ store: 'notes', id: name, revision }, body);
    return opened.ok ? [fromBytes<Note>(opened.value)] : [];
  }

  return {
    async all<Note>() {
      const rows = await database.drafts.where('name').startsWith(`${shelf}:`).toArray();
      return (await Promise.all(rows.map((row) => open<Note>(row)))).flat();
    },
    async get<Note>(id: string) {
      const row = await database.drafts.get(await rowId(id));
      return row === undefined ? undefined : (await open<Note>(row))[0];
    },
    async put(id, note) {
      const name = await rowId(id);
      const revision = ((await database.drafts.get(name))?.revision ?? 0) + 1;
      const body = await sealer.seal({ store: 'notes', id: name, revision }, toBytes(note));
      await database.drafts.put({ name, revision, body });
    },
    async remove(id) {
      await database.drafts.delete(await rowId(id));
    },
  };
}
