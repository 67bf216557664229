import type { ActivationError, ActivationRequest, Role } from '../../src/sync/activation.ts';
import { type PasswordAnswer, passwordCharacters, type SessionAnswer } from '../../src/sync/console-api.ts';
import { hubChain } from '../durable/audit-chain.ts';
import { readJson } from '../http/body.ts';
import { type Asked, json, type Route, type Site } from '../http/route.ts';
import { activate } from './activation.ts';
import { listCommunes } from './communes.ts';
import { type ConsoleUser, findConsoleUser } from './console-user.ts';
import { drawPassword, hashPassword, isPassword } from './password.ts';

const statusOf: { readonly [error in Exclude<ActivationError, 'offline'>]: number } = {
  bad_request: 400,
  wrong_code: 404,
  used_code: 409,
  expired_code: 410,
  too_many_tries: 429,
};

/** A name that is nobody's costs as much time as one that does. */
const nobodysHash = hashPassword(drawPassword());

/** Code units that the longest password may take as typed: a letter with two accents is three before it is composed. */
const longestTyped = 4 * passwordCharacters.most;

const consoleRoles: readonly Role[] = ['approver', 'administrator', 'viewer'];

export const authRoutes: readonly Route[] = [
  { method: 'POST', path: '/activate', access: 'public', handle: answerActivation },
  { method: 'GET', path: '/api/session', access: 'public', handle: async (asked) => showSession(asked) },
  { method: 'POST', path: '/api/session', access: 'public', handle: signIn },
  {
    method: 'DELETE',
    path: '/api/session',
    access: 'public',
    async handle({ site, cookie }) {
      site.sessions.close(cookie);
      return json({ is: 'none' } satisfies SessionAnswer, 200, { 'set-cookie': writeCookie(site, '', 0) });
    },
  },
  {
    method: 'POST',
    path: '/api/password',
    access: 'console',
    roles: consoleRoles,
    isForFirstPassword: true,
    handle: (asked, session) => changePassword(asked, session.user.name),
  },
];

async function answerActivation({ site: { hub, figures, limits }, body, address }: Asked): Promise<Response> {
  const request = readActivation(body);
  const answer = request === undefined ? undefined : await activate(hub, request);
  if (answer?.ok) {
    figures.wake(answer.value.book);
    return json(answer.value);
  }
  const error = answer?.error ?? 'bad_request';
  // Whoever guesses from one address is slowed down; a right code is never refused for a neighbour's guesses.
  const wait = error === 'wrong_code' ? limits.codes.take(address, hub.now()) : 0;
  if (wait > 0) return json({ error: 'too_many_tries' }, 429, { 'retry-after': String(wait) });
  return json({ error }, error === 'offline' ? 503 : statusOf[error]);
}

function readActivation(body: Uint8Array): ActivationRequest | undefined {
  const request = readJson(body);
  if (request === undefined) return undefined;
  const { code, signKey, proof } = request;
  if (typeof code !== 'string' || typeof signKey !== 'string' || typeof proof !== 'string') return undefined;
  return code.length <= 40 && signKey.length <= 100 && proof.length <= 100 ? { code, signKey, proof } : undefined;
}

async function showSession(asked: Asked): Promise<Response> {
  const { sessions, hub } = asked.site;
  const session = sessions.find(asked.cookie, hub.now());
  return json(
    session === undefined ? ({ is: 'none' } satisfies SessionAnswer) : await describe(asked.site, session.user),
  );
}

async function describe(site: Site, user: Omit<ConsoleUser, 'hash'>): Promise<SessionAnswer> {
  if (user.isFirstPassword) return { is: 'change_password' };
  const communes = await site.hub.database.transaction(undefined, listCommunes);
  return { is: 'open', userName: user.fullName, role: user.role, communes };
}

async function signIn({ site, body, address }: Asked): Promise<Response> {
  const { hub, limits, sessions } = site;
  const request = readJson(body);
  const [name, password] = [request?.name, request?.password];
  if (typeof name !== 'string' || typeof password !== 'string') return json({ error: 'bad_request' }, 400);
  const keys = [`name ${name.slice(0, 64)}`, `from ${address}`];
  const wait = Math.max(...keys.map((key) => limits.logins.take(key, hub.now())));
  if (wait > 0) {
    const answer: SessionAnswer = { is: 'refused', why: 'wait', notBefore: hub.now() + wait * 1000 };
    return json(answer);
  }
  const user = await hub.database.transaction(undefined, (tx) => findConsoleUser(tx, name));
  const isRight = await isPassword(password.slice(0, longestTyped), user?.hash ?? (await nobodysHash));
  if (user === undefined || !isRight) {
    // What stands in the place of a name may be somebody's password: only a name that is known is written down.
    const failed = { book: hubChain, actor: user?.name ?? '', device: '', action: 'sign_in_failed', object: '' };
    await hub.run({ is: 'audit', at: hub.now(), ...failed, ground: '' });
    return json({ is: 'refused', why: 'wrong' } satisfies SessionAnswer);
  }
  for (const key of keys) limits.logins.giveBack(key);
  const { hash: _, ...shown } = user;
  return json(await describe(site, shown), 200, { 'set-cookie': writeCookie(site, sessions.open(user, hub.now())) });
}

async function changePassword({ site, body }: Asked, name: string): Promise<Response> {
  const request = readJson(body);
  const [password, next] = [request?.password, request?.next];
  if (typeof password !== 'string' || typeof next !== 'string') return json({ error: 'bad_request' }, 400);
  const refuse = (why: 'short' | 'same' | 'wrong') => json({ is: 'refused', why } satisfies PasswordAnswer);
  const { hub, limits, sessions } = site;
  const user = await hub.database.transaction(undefined, (tx) => findConsoleUser(tx, name));
  const isAllowed = limits.logins.take(`name ${name}`, hub.now()) === 0;
  if (user === undefined || !isAllowed || !(await isPassword(password.slice(0, longestTyped), user.hash)))
    return refuse('wrong');
  const { length } = [...next.normalize('NFC')];
  if (length < passwordCharacters.fewest || length > passwordCharacters.most) return refuse('short');
  if (next === password) return refuse('same');
  limits.logins.giveBack(`name ${name}`);
  const hash = await hashPassword(next);
  await hub.run({ is: 'password', at: hub.now(), name, hash, isFirst: false });
  sessions.closeAll(name);
  const secret = sessions.open({ ...user, hash, isFirstPassword: false }, hub.now());
  return json({ is: 'changed' } satisfies PasswordAnswer, 200, { 'set-cookie': writeCookie(site, secret) });
}

export function cookieName(isSecure: boolean): string {
  return isSecure ? '__Host-session' : 'session';
}

function writeCookie({ isSecure }: Site, secret: string, maxAge?: number): string {
  const age = maxAge === undefined ? '' : `; Max-Age=${maxAge}`;
  return `${cookieName(isSecure)}=${secret}; Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}${age}`;
}
