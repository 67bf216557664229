import type { RoadFileAnswer } from '../../../src/sync/console-api.ts';
import { fromBase64url, fromUtf8 } from '../../../src/sync/wire/bytes.ts';
import { writeSigned } from '../../../src/sync/wire/certificate.ts';
import { namesOfHub } from '../../../src/sync/wire/hub-keys.ts';
import { readRoadFile, writeRoadFile } from '../../../src/sync/wire/road-file.ts';
import { openVerdict } from '../../../src/sync/wire/verdict-bytes.ts';
import { sha256 } from '../hash.ts';
import { takeIn } from '../routes.ts';
import { readFormerBooks } from '../units/merge-books.ts';
import type { UnitsBench } from '../units/units-bench.ts';

/** Waiting work that came as a file, judged as if each phone had sent its own. */
export async function takeRoadFile(bench: UnitsBench, bytes: Uint8Array): Promise<RoadFileAnswer> {
  const { hub } = bench;
  const file = readRoadFile(bytes, sha256);
  if (!file.ok) return { is: 'refused', why: file.error };
  const { is, book, items } = file.value;
  if (is !== 'work') return { is: 'refused', why: 'answers' };
  const isOurs = namesOfHub(hub.keys.pinned).includes(file.value.hub) && (await isBook(bench, book));
  if (!isOurs) return { is: 'refused', why: 'foreign' };
  const envelopes = items.flatMap((item) => fromBase64url(item) ?? []);
  const verdicts = await takeIn(bench, envelopes);
  const answers = { is: 'verdicts', hub: file.value.hub, book, items: verdicts.map(writeSigned) } as const;
  const taken = verdicts.map(openVerdict).filter((verdict) => verdict !== undefined && verdict.refused === undefined);
  const text = fromUtf8(writeRoadFile(answers, sha256)) ?? '';
  return { is: 'taken', taken: taken.length, of: items.length, answers: text };
}

/** One of this hub's, or one that was before its commune went into another: who saved the file may not know yet. */
async function isBook({ hub }: UnitsBench, book: string): Promise<boolean> {
  return hub.database.transaction(undefined, async (tx) => {
    const row = await tx.selectFrom('book').select('book').where('book', '=', book).executeTakeFirst();
    return row !== undefined || (await readFormerBooks(tx)).includes(book);
  });
}
