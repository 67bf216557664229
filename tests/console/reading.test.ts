import { afterEach, expect, test } from 'vitest';
import { judgePassword } from '../../src/console/features/sign-in/password-rules.ts';
import { httpApi } from '../../src/console/http-api.ts';
import { keepSession } from '../../src/console/session/session.ts';
import { consoleEn } from '../../src/i18n/console-en.ts';
import { consoleVi } from '../../src/i18n/console-vi.ts';
import { passwordCharacters } from '../../src/sync/console-api.ts';
import { girl, oneBirth } from './invented-report.ts';

/* What the console believes of what comes over the wire. */

const trueFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = trueFetch;
});

function hubSays(status: number, body: unknown): void {
  globalThis.fetch = async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
}

const births = { book: 'b1', form: '01-DSX', row: '1', period: '2026-11' };

test('a report is read when every figure is one', async () => {
  hubSays(200, oneBirth('2026-11'));
  expect(await httpApi.report('b1', '01-DSX', '2026-11')).toEqual({ ok: true, value: oneBirth('2026-11') });
  const { rows } = oneBirth('2026-11');
  hubSays(200, { ...oneBirth('2026-11'), rows: [{ ...rows[0], value: '1' }] });
  expect(await httpApi.report('b1', '01-DSX', '2026-11')).toEqual({ ok: false, error: 'broken' });
});

test.each([
  [401, '', 'ended'],
  [403, '', 'refused'],
  [404, '{"error":"x"}', 'refused'],
  [429, '', 'busy'],
  [503, '', 'busy'],
  [500, 'đổ rồi', 'broken'],
  [200, '<html></html>', 'broken'],
  [200, '', 'broken'],
] as const)('a hub that answers %i %s has %s', async (status, body, error) => {
  hubSays(status, body);
  expect(await httpApi.cases(births)).toEqual({ ok: false, error });
});

test('no network, or an answer cut in the middle, is no answer', async () => {
  globalThis.fetch = async () => {
    throw new TypeError('Failed to fetch');
  };
  expect(await httpApi.session()).toEqual({ ok: false, error: 'offline' });
  globalThis.fetch = async () =>
    new Response(new ReadableStream({ start: (answer) => answer.error(new TypeError('cut')) }));
  expect(await httpApi.session()).toEqual({ ok: false, error: 'offline' });
});

test('a refusal in the agreed words counts, whatever its status; a good word with a bad status does not', async () => {
  hubSays(401, { is: 'refused', why: 'wrong' });
  expect(await httpApi.signIn('huyen', 'x')).toEqual({ ok: true, value: { is: 'refused', why: 'wrong' } });
  hubSays(400, { is: 'refused', why: 'ground' });
  expect(await httpApi.names(births, 'xem')).toEqual({ ok: true, value: { is: 'refused', why: 'ground' } });
  hubSays(413, { is: 'refused', why: 'too_large' });
  expect(await httpApi.roadFile('x')).toEqual({ ok: true, value: { is: 'refused', why: 'too_large' } });
  hubSays(500, { is: 'open', userName: 'x', role: 'approver', communes: [] });
  expect(await httpApi.session()).toEqual({ ok: false, error: 'broken' });
  hubSays(403, { is: 'named', cases: [girl('Trần Thị Mai')] });
  expect(await httpApi.names(births, 'đối chiếu')).toEqual({ ok: false, error: 'refused' });
});

test('a hub that ends the session at the change of the password is signed in to again with the new one', async () => {
  const said: unknown[] = [
    { is: 'change_password' },
    { is: 'changed' },
    { is: 'none' },
    { is: 'open', userName: 'Huyền', role: 'approver', communes: [] },
  ];
  const sent: string[] = [];
  globalThis.fetch = async (_url, request) => {
    sent.push(String(request?.body ?? ''));
    return new Response(JSON.stringify(said.shift()));
  };
  const keeper = keepSession(httpApi);
  await keeper.signIn('huyen', 'mot-lan-thoi');
  expect(await keeper.changePassword('mot-lan-thoi', 'con trâu đi trước')).toBeUndefined();
  expect(keeper.state.value.is).toBe('open');
  expect(sent.at(-1)).toBe(JSON.stringify({ name: 'huyen', password: 'con trâu đi trước' }));
});

test('the rules of a new password count characters as a person does', () => {
  const { fewest } = passwordCharacters;
  const letters = 'ế'.repeat(fewest);
  expect(judgePassword({ given: 'x', next: letters, again: letters }, fewest)).toEqual({});
  expect(
    judgePassword({ given: 'x', next: letters.normalize('NFD'), again: letters.normalize('NFD') }, fewest),
  ).toEqual({});
  const short = 'ế'.normalize('NFD').repeat(fewest - 1);
  expect(judgePassword({ given: '', next: short, again: '' }, fewest)).toEqual({
    given: 'missing',
    next: 'short',
    again: 'different',
  });
  expect(judgePassword({ given: letters, next: letters, again: letters }, fewest)).toEqual({ next: 'same' });
});

test('the console is complete in English', () => {
  for (const [area, words] of Object.entries(consoleVi)) {
    const english: { readonly [key: string]: unknown } =
      Object.entries(consoleEn).find(([key]) => key === area)?.[1] ?? {};
    expect([area, Object.keys(english).sort()]).toEqual([area, Object.keys(words).sort()]);
  }
});
