import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { obeyRegister } from '../../../server/command-line/register/obey-register.ts';
import { onEachEngine } from '../engines.ts';
import { openSite } from '../site.ts';

/* A whole commune with its names goes out of the hub by the command line. */

const book = {
  units: `code,name,kind,parent_code,valid_from
42,Tỉnh Mẫu,province,,2025-07-01
18073,Xã Mẫu,commune,42,2025-07-01
001,Thôn Một,village,18073,`,
  households: `household_key,village_code,household_no,kind
H1,001,1,family`,
  persons: `person_key,household_key,full_name,relation,sex,birth_date,marital,residence,status
P1,H1,Trần Thị Hoà,head,female,1990-05-03,married,usual_present,active`,
};

onEachEngine('a register goes out', ({ hub }) => {
  test('that somebody took it stands in the commune’s chain, how much of it, and no name', async () => {
    const { site } = openSite(hub());
    const folder = await mkdtemp(join(tmpdir(), 'so-dan-so-'));
    for (const [table, text] of Object.entries(book)) await writeFile(join(folder, `${table}.csv`), text);
    const bench = { hub: hub(), figures: site.figures, onWritten: () => {} };
    const obey = (...words: readonly string[]) =>
      obeyRegister(bench, [...words, '--place', '18073', '--data', folder], () => {});
    const chain = () =>
      hub().database.transaction(undefined, async (tx) => {
        const { book: only } = await tx.selectFrom('book').select('book').executeTakeFirstOrThrow();
        const lines = tx.selectFrom('audit').select(['actor', 'action', 'object']).where('book', '=', only);
        return lines.orderBy('n').execute();
      });
    await obey('import', folder);
    // A folder stands where a file should: that is told, and nobody took anything.
    const barred = join(folder, 'barred');
    await mkdir(join(barred, 'persons.csv'), { recursive: true });
    await expect(obey('export', barred)).rejects.toThrow(/Không ghi được .*persons\.csv/);
    expect((await chain()).map(({ action }) => action)).not.toContain('export');
    const out = join(folder, 'out');
    await obey('export', out);
    expect(await readdir(out)).toContain('persons.csv');
    const object = 'units 3, households 1, persons 1, events 0';
    expect((await chain()).at(-1)).toEqual({ actor: 'command line', action: 'export', object });
    await rm(folder, { recursive: true });
  });
});
