import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { isGone } from '../../../src/sync/records/row.ts';
import { foundTestCommune } from '../commune.ts';
import { onEachEngine } from '../engines.ts';
import { activatePhone, householdDrafts, type Phone } from '../phone.ts';
import { openSite } from '../site.ts';

type Drafts = Parameters<Phone['write']>[0];

onEachEngine('sums of places', ({ hub }) => {
  async function begin() {
    const { request } = openSite(hub());
    const commune = await foundTestCommune(hub());
    const officer = await activatePhone(request, await commune.officerCode());
    const save = async (drafts: Drafts) => officer.upload((await officer.write(drafts)).envelope.bytes);
    return { request, commune, officer, save };
  }

  /** What stands beside the records, and what they add up to when all of them are read. */
  async function sumsOf(book: string, places: readonly string[]) {
    return hub().database.transaction({ book, places }, async (tx) => {
      const kept = await sql`
        select place, records, digest::text as digest from place_sum where book = ${book} and records <> 0
        order by place`.execute(tx);
      const added = await sql`
        select place, count(*) as records, sum(digest)::text as digest from record where book = ${book}
        group by place order by place`.execute(tx);
      return { kept: kept.rows, added: added.rows };
    });
  }

  test('they follow what is written, mended, taken back and moved to the other village', async () => {
    const { commune, officer, save } = await begin();
    const [mine, theirs] = commune.villages;
    const id = (seq: number) => `${officer.activation.device}.${seq}`;
    const phone = (seq: number, place: string, number: string) => ({
      kind: 'person',
      id: id(seq),
      place,
      put: { phone: number },
    });
    const days: readonly Drafts[] = [
      householdDrafts(mine, 'Bùi Thị Đi'),
      householdDrafts(mine, 'Bùi Thị Ở'),
      [phone(2, mine, '0100000001')],
      [phone(2, theirs, '0100000002'), phone(4, mine, '0100000003')],
      [{ kind: 'person', id: id(4), place: mine, void: { reason: 'ghi nhầm' } }],
      [phone(2, mine, '0100000004')],
      [{ kind: 'household', id: id(1), place: theirs, put: { number: 9 } }, phone(2, theirs, '0100000005')],
    ];
    for (const day of days) {
      const [verdict] = await save(day);
      expect(verdict?.ops.filter(({ result }) => result.is === 'refused')).toEqual([]);
      const { kept, added } = await sumsOf(commune.book, commune.villages);
      expect(kept).toEqual(added);
    }
    expect((await officer.changes()).total).toBe(4);
  });

  test('who sees one village finds its few records, however much was written in others between them', async () => {
    const { request, commune, save } = await begin();
    const [mine, theirs] = commune.villages;
    await save(householdDrafts(mine, 'Lò Thị Đầu'));
    for (let batch = 0; batch < 5; batch += 1) {
      await save(
        Array.from({ length: 500 }, (_, index) => ({
          kind: 'household',
          place: theirs,
          put: { number: batch * 500 + index + 1, kind: 'family' },
        })),
      );
    }
    await save(householdDrafts(mine, 'Lò Thị Cuối'));
    const collaborator = await activatePhone(request, await commune.collaboratorCode());
    const changes = await collaborator.changes();
    expect(changes).toMatchObject({ more: false, total: 5, cursor: 2_505 });
    expect(changes.rows.filter((row) => !isGone(row)).map((row) => row.k)).toEqual([
      'household',
      'person',
      'household',
      'person',
      // Her own term, since she got a phone.
      'collaborator',
    ]);
  });
});
