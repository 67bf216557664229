import { recordIdOf } from '../../src/formats/interchange/record-id.ts';
import { civilDay } from '../figures/months.ts';
import type { Hub } from '../hub.ts';
import { writeAsHub } from './founding/write-as-hub.ts';

/** Whose phone was activated, and for which villages. */
export interface ActivatedCollaborator {
  readonly book: string;
  readonly userName: string;
  readonly places: readonly string[];
}

/**
 * Collaborators are counted in the report (indicators.md, `ctv_count`), on phones without a network too: so a term is a
 * record of the book. It begins on the day of the first activation; another phone of the same person begins none.
 */
export async function noteCollaborator(hub: Hub, { book, userName, places }: ActivatedCollaborator): Promise<void> {
  const [place] = places;
  const id = recordIdOf(book, 'collaborators', `${userName}\n${places.join('\n')}`);
  await writeAsHub(hub, book, async () => {
    if (place === undefined || (await isKnown(hub, book, id))) return [];
    const villages = places.length > 1 && { villages: places.join(' ') };
    const put = { fullName: userName, since: civilDay(hub.now()), ...villages };
    return [{ kind: 'collaborator', id, place, put }];
  });
}

async function isKnown(hub: Hub, book: string, id: string): Promise<boolean> {
  const scope = await hub.wholeBook(book);
  const row = await hub.database.transaction(scope, (tx) =>
    tx.selectFrom('record').select('id').where('book', '=', book).where('id', '=', id).executeTakeFirst(),
  );
  return row !== undefined;
}
