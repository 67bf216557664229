import { expect, test } from 'vitest';
import { hashPassword } from '../../../server/auth/password.ts';
import { sha256 } from '../../../server/sync/hash.ts';
import type { RoadFileAnswer } from '../../../src/sync/console-api.ts';
import { fromUtf8, toBase64url, utf8 } from '../../../src/sync/wire/bytes.ts';
import { readRoadFile, writeRoadFile } from '../../../src/sync/wire/road-file.ts';
import { foundTestCommune } from '../commune.ts';
import { onEachEngine } from '../engines.ts';
import { activatePhone, householdDrafts } from '../phone.ts';
import { openSite } from '../site.ts';

/* Somebody brings waiting work as a file to the level above: it is taken in unread, and the answers go back with them. */

onEachEngine('a file at the console', (bench) => {
  const { hub } = bench;
  const post = (body: unknown, cookie: string) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
  const cookieOf = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

  test('work is taken once, bad files get a word, and the chain says who brought one', async () => {
    const { request } = openSite(hub());
    const commune = await foundTestCommune(hub());
    const phone = await activatePhone(request, await commune.officerCode());
    const hash = await hashPassword('lan-dau-tien');
    const user = { name: 'nguoinhan', fullName: 'Cấp trên', role: 'approver', hash } as const;
    await hub().run({ is: 'console_user', at: hub().now(), ...user });
    const entered = await request('/api/session', post({ name: user.name, password: 'lan-dau-tien' }, ''));
    const next = { password: 'lan-dau-tien', next: 'mot mat khau dai' };
    const cookie = cookieOf(await request('/api/password', post(next, cookieOf(entered))));
    const give = async (text: string): Promise<RoadFileAnswer> =>
      (await request('/api/road-file', post({ text }, cookie))).json();

    const { envelope } = await phone.write(householdDrafts(commune.villages[0], 'Nguyễn Thị Tệp'));
    const { verdictId } = phone.activation.keys;
    const { book } = phone.activation;
    const file = { is: 'work', hub: verdictId, book, items: [toBase64url(envelope.bytes)] } as const;
    const text = fromUtf8(writeRoadFile(file, sha256)) ?? '';
    const answer = await give(text);
    if (answer.is !== 'taken') throw new Error(answer.why);
    expect(answer).toMatchObject({ taken: 1, of: 1 });
    const answers = readRoadFile(utf8(answer.answers), sha256);
    expect(answers).toMatchObject({ ok: true, value: { is: 'verdicts', hub: verdictId, book } });
    expect((await phone.changes()).rows.map(({ k }) => k).sort()).toEqual(
      expect.arrayContaining(['household', 'person']),
    );
    // The same file again answers the same, and changes nothing.
    const { cursor } = await phone.changes();
    expect(await give(text)).toMatchObject({ taken: 1, of: 1 });
    expect((await phone.changes()).cursor).toBe(cursor);

    expect(await give(text.slice(0, -40))).toEqual({ is: 'refused', why: 'cut' });
    expect(await give('')).toEqual({ is: 'refused', why: 'strange' });
    expect(await give(answer.answers)).toEqual({ is: 'refused', why: 'answers' });
    const elsewhere = fromUtf8(writeRoadFile({ ...file, book: 'b99999' }, sha256)) ?? '';
    expect(await give(elsewhere)).toEqual({ is: 'refused', why: 'foreign' });
    const log = await hub().database.transaction(undefined, (tx) =>
      tx.selectFrom('audit').select(['actor', 'object']).where('action', '=', 'road_file').execute(),
    );
    expect(log.map(({ actor, object }) => `${actor} ${object}`)).toEqual(
      expect.arrayContaining(['nguoinhan 1/1', 'nguoinhan cut', 'nguoinhan foreign']),
    );
  });
});
