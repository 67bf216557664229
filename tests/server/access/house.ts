import { hashPassword } from '../../../server/auth/password.ts';
import type { Role } from '../../../src/sync/activation.ts';
import { foundTestCommune } from '../commune.ts';
import type { TestBench } from '../engines.ts';
import { activatePhone, householdDrafts, type Phone } from '../phone.ts';
import { openSite, type TestSite } from '../site.ts';

/*
 * A hub with everybody who ever asks it for something, and records that stand everywhere: in the asker's own place, next
 * door, in another commune, and nowhere.
 */

export const deviceAskers = ['collaborator', 'officer', 'frozen', 'revoked'] as const;
export const consoleAskers = ['approver', 'administrator', 'viewer', 'first password'] as const;
export type DeviceAsker = (typeof deviceAskers)[number];
export type ConsoleAsker = (typeof consoleAskers)[number];
export type Asker = 'nobody' | DeviceAsker | ConsoleAsker;

export const relations = ['own', 'neighbour', 'stranger', 'absent'] as const;
/** How what is asked about stands to who asks. Next door, for an officer, is her own commune too. */
export type Relation = (typeof relations)[number];

/** A place, the book it is in, and one household that stands there. */
export interface Spot {
  readonly place: string;
  readonly book: string;
  readonly household: string;
}

export interface House {
  readonly site: TestSite;
  readonly spots: { readonly [relation in Relation]: Spot };
  readonly phones: { readonly [asker in DeviceAsker]: Phone };
  readonly cookies: { readonly [asker in ConsoleAsker]: string };
  /** A change of villages that another commune's officer asked for. */
  readonly strangeChange: string;
  /** A code that nobody has used. */
  freshCode(): Promise<string>;
  /** The same hub behind a door that nobody has knocked at yet. */
  freshDoor(): TestSite;
}

export const firstPassword = 'lan-dau-tien';
const password = 'mot mat khau dai';
let users = 0;

export async function openHouse({ hub }: TestBench): Promise<House> {
  const site = openSite(hub());
  const [here, there] = [await foundTestCommune(hub()), await foundTestCommune(hub())];
  const phoneOf = async (code: string) => activatePhone(site.request, code, () => hub().now());
  const officer = await phoneOf(await here.officerCode());
  const stranger = await phoneOf(await there.officerCode());
  const settle = async (phone: Phone, book: string, place: string): Promise<Spot> => {
    const { envelope } = await phone.write(householdDrafts(place, 'Hà'));
    await phone.upload(envelope.bytes);
    return { place, book, household: `${phone.activation.device}.${envelope.firstSeq}` };
  };
  const spots = {
    own: await settle(officer, here.book, here.villages[0]),
    neighbour: await settle(officer, here.book, here.villages[1]),
    stranger: await settle(stranger, there.book, there.villages[0]),
    absent: { place: `${here.commune}v999`, book: 'b99999', household: 'zz9z9z9z.1' },
  };
  const phones = {
    officer,
    collaborator: await phoneOf(await here.collaboratorCode()),
    frozen: await phoneOf(await here.collaboratorCode()),
    revoked: await phoneOf(await here.collaboratorCode()),
  };
  for (const status of ['frozen', 'revoked'] as const) await setStatus({ hub }, phones[status], status);
  const change = { id: 'theirs', change: { is: 'rename', unit: there.villages[0], name: 'Thôn Xa' } };
  await stranger.ask('POST', '/sync/units', new TextEncoder().encode(JSON.stringify(change)));
  const cookies = {
    approver: await signIn(site, hub(), 'approver'),
    administrator: await signIn(site, hub(), 'administrator'),
    viewer: await signIn(site, hub(), 'viewer'),
    'first password': await signIn(site, hub(), 'approver', true),
  };
  return {
    site,
    spots,
    phones,
    cookies,
    strangeChange: 'theirs',
    freshCode: there.collaboratorCode,
    freshDoor: () => openSite(hub()),
  };
}

async function setStatus({ hub }: Pick<TestBench, 'hub'>, { activation }: Phone, status: string): Promise<void> {
  await hub().database.transaction(undefined, (tx) =>
    tx
      .updateTable('device')
      .set({ status })
      .where('book', '=', activation.book)
      .where('id', '=', activation.device)
      .execute(),
  );
}

async function signIn(
  { request }: TestSite,
  hub: ReturnType<TestBench['hub']>,
  role: Role,
  isFirst = false,
): Promise<string> {
  users += 1;
  const name = `nguoi${users}`;
  const hash = await hashPassword(firstPassword);
  await hub.run({ is: 'console_user', at: hub.now(), name, fullName: 'Cấp trên', role, hash });
  const entered = await request('/api/session', post({ name, password: firstPassword }));
  if (isFirst) return cookieOf(entered);
  const change = { password: firstPassword, next: password };
  return cookieOf(await request('/api/password', post(change, cookieOf(entered))));
}

const post = (body: unknown, cookie = ''): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', cookie },
  body: JSON.stringify(body),
});

const cookieOf = (answer: Response): string => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
