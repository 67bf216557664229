import { randomBytes } from 'node:crypto';
import { makeApp } from '../../../../server/app.ts';
import { hashPassword } from '../../../../server/auth/password.ts';
import { cookieName } from '../../../../server/auth/routes.ts';
import type { Limiter } from '../../../../server/auth/token-bucket.ts';
import type { Hub } from '../../../../server/hub.ts';
import type { LogEntry } from '../../../../server/log.ts';
import { sha256 } from '../../../../server/sync/hash.ts';
import { makeDeviceCrypto } from '../../../../src/seal/device-crypto.ts';
import { firstChain, nextChain } from '../../../../src/sync/wire/chain.ts';
import { lineHash } from '../../../../src/sync/wire/line.ts';
import { foundTestCommune, type TestCommune } from '../../commune.ts';
import { type Ask, activatePhone, makeKeys, type Phone } from '../../phone.ts';
import { openSite } from '../../site.ts';
import { goodMessage } from './good-message.ts';

/** A hub whose limits let everything through, and whoever knocks at it. */
export interface House {
  readonly commune: TestCommune;
  /** Its villages may be joined and split: nothing else is asked of it. */
  readonly moved: Phone;
  readonly officer: Phone;
  readonly code: string;
  readonly keys: Awaited<ReturnType<typeof makeKeys>>;
  readonly request: Ask;
  /** Ids of an order, and of a frozen form and report of stores, that wait for an answer. */
  readonly standing: { readonly order: string; readonly frozen: string; readonly stores: string };
  /** As an approver of the level above. */
  askConsole(method: string, path: string, body?: Uint8Array): Promise<Response>;
  /** One that has written nothing yet. */
  freshPhone(): Promise<Phone>;
  /** What the hub itself found broken. */
  failures(): readonly LogEntry[];
  close(): Promise<void>;
}

const unlimited: Limiter = { take: () => 0, giveBack: () => undefined };
export const consoleUser = { name: 'nguoiduyet', password: 'mot mat khau dai' };

export async function openHouse(hub: Hub): Promise<House> {
  const { site, logged } = openSite(hub);
  const limits = { devices: unlimited, codes: unlimited, logins: unlimited, refusals: unlimited };
  const app = makeApp({ ...site, limits }, new Map(), (entry) => void (entry.event === 'failed' && logged.push(entry)));
  const request: Ask = async (path, init) => app.request(path, init);
  const commune = await foundTestCommune(hub);
  const freshPhone = async () => activatePhone(request, await commune.officerCode(), hub.now);
  const other = await foundTestCommune(hub);
  const hash = await hashPassword(consoleUser.password);
  const { name } = consoleUser;
  await hub.run({ is: 'console_user', at: hub.now(), name, fullName: 'Lê Văn Duyệt', role: 'approver', hash });
  const user = { name, fullName: 'Lê Văn Duyệt', role: 'approver', hash, isFirstPassword: false } as const;
  return {
    standing: await writeGood(await freshPhone(), commune, hub.now()),
    commune,
    request,
    freshPhone,
    moved: await activatePhone(request, await other.officerCode(), hub.now),
    officer: await freshPhone(),
    code: await other.officerCode(),
    keys: await makeKeys(),
    async askConsole(method, path, body) {
      const cookie = `${cookieName(false)}=${site.sessions.open(user, hub.now())}`;
      const headers = { cookie, 'content-type': 'application/json' };
      const answer = await request(path, { method, headers, ...(body && { body: new Uint8Array(body) }) });
      site.sessions.closeAll(name);
      return answer;
    },
    failures: () => logged.filter(({ event }) => event === 'failed'),
    close: () => site.figures.close(),
  };
}

/** What is good is taken, or what comes of it mutated would say little. */
async function writeGood(phone: Phone, commune: TestCommune, now: number): Promise<House['standing']> {
  const { payload, order, frozen, stores } = goodMessage(now);
  const [verdict] = await phone.upload(await sealAs(phone, commune, payload));
  const refused = verdict?.ops.filter(({ result }) => result.is !== 'applied') ?? [];
  if (verdict === undefined || verdict.ops.length === 0 || refused.length > 0)
    throw new Error(`the good message was not taken: ${verdict?.refused} ${JSON.stringify(refused)}`);
  const { device } = phone.activation;
  return { order: `${device}.${order}`, frozen: `${device}.${frozen}`, stores: `${device}.${stores}` };
}

/**
 * Seals a message as its phone would, whatever it says: a header and op lines, in which "@device", "@user", "@key",
 * "@chain", "@commune" and "@village" stand for what differs from phone to phone.
 */
export async function sealAs({ activation, keys }: Phone, { commune, villages }: TestCommune, payload: Uint8Array) {
  const { device, user, keys: hubKeys } = activation;
  const places = { '@commune': commune, '@village': villages[0] };
  const names = { '@device': device, '@user': user, '@key': hubKeys.sealId, ...places };
  // Byte for byte, so that what is no UTF-8 stays what it is.
  const text = Object.entries(names).reduce(
    (known, [name, value]) => known.replaceAll(name, value),
    Buffer.from(payload).toString('latin1'),
  );
  const [header = '', ...lines] = text.split('\n');
  const hashes = lines.map((line) => lineHash(Buffer.from(line, 'latin1').toString(), sha256));
  const sealed = makeDeviceCrypto({
    subtle: crypto.subtle,
    random: (length) => new Uint8Array(randomBytes(length)),
    signKey: keys.privateKey,
    hubKeys,
  });
  const bytes = (known: string) => new Uint8Array(Buffer.from(known, 'latin1'));
  const chain = nextChain(firstChain, hashes, sha256);
  return sealed.seal(bytes(header.replaceAll('@chain', chain)), bytes(lines.join('\n')));
}
