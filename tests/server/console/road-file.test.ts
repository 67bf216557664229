import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashPassword } from '../../../server/auth/password.ts';
import { cookieName } from '../../../server/auth/routes.ts';
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

  test('a month that was saved act by act is one file; what is longer than any file is told so, and nobody unknown fills the hub', async () => {
    const { request, site } = openSite(hub());
    const commune = await foundTestCommune(hub());
    const phone = await activatePhone(request, await commune.officerCode());
    const huyen = { name: 'huyen', fullName: 'Cấp trên', role: 'approver', hash: '', isFirstPassword: false } as const;
    const cookie = `${cookieName(false)}=${site.sessions.open(huyen, hub().now())}`;
    const items: string[] = [];
    // Few and long, for the test's sake: 1,500 acts of a month are as many bytes.
    const draw = () => randomBytes(2_900).toString('base64');
    for (let act = 0; act < 250; act += 1) {
      const put = { number: 1, kind: 'family', poor: 'none', address: draw() };
      const { envelope } = await phone.write([{ kind: 'household', place: commune.villages[0], put }]);
      items.push(toBase64url(envelope.bytes));
    }
    const { activation } = phone;
    const file = { is: 'work', hub: activation.keys.verdictId, book: activation.book, items } as const;
    const text = fromUtf8(writeRoadFile(file, sha256)) ?? '';
    expect(text.length).toBeGreaterThan(1_000_000);
    expect((await request('/api/road-file', post({ text }, ''))).status).toBe(413);
    const answer: RoadFileAnswer = await (await request('/api/road-file', post({ text }, cookie))).json();
    expect(answer).toMatchObject({ is: 'taken', taken: 250, of: 250 });

    const film = await request('/api/road-file', post({ text: 'x'.repeat(12_000_000) }, cookie));
    expect([film.status, await film.json()]).toEqual([413, { is: 'refused', why: 'too_large' }]);
    expect((await request('/api/names', post({ ground: 'x'.repeat(1_000_001) }, cookie))).status).toBe(413);
  });
});
