import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { makeApp, routes } from '../../../server/app.ts';
import type { Hub } from '../../../server/hub.ts';
import { signRequest } from '../../../src/seal/request-signature.ts';
import { joinUpload } from '../../../src/sync/hub/accept.ts';
import { openVerdict } from '../../../src/sync/wire/verdict-bytes.ts';
import { foundTestCommune } from '../commune.ts';
import { onEachEngine } from '../engines.ts';
import { activatePhone, householdDrafts, makeKeys, requestActivation } from '../phone.ts';
import { openSite } from '../site.ts';

onEachEngine('requests', ({ hub, clock }) => {
  async function begin() {
    const opened = openSite(hub());
    const commune = await foundTestCommune(hub());
    const phone = await activatePhone(opened.request, await commune.officerCode(), () => hub().now());
    return { ...opened, commune, phone, village: commune.villages[0] };
  }

  test('every route says who may ask, and no other route exists', () => {
    const { site } = openSite(hub());
    const served = makeApp(site, new Map(), () => {}).routes.filter(({ method }) => method !== 'ALL');
    const stated = routes.map(({ method, path, access }) => `${method} ${path} ${access}`);
    expect(served.map(({ method, path }) => `${method} ${path}`)).toEqual([
      ...routes.map(({ method, path }) => `${method} ${path}`),
      'GET /*',
    ]);
    expect(stated).toEqual([
      'POST /activate public',
      'GET /api/session public',
      'POST /api/session public',
      'DELETE /api/session public',
      'POST /api/password console',
      'POST /enrol public',
      'POST /sync/envelopes device',
      'GET /sync/changes device',
      'POST /sync/proof device',
      'POST /sync/certificate device',
      'GET /sync/scope device',
      'POST /sync/units device',
      'POST /sync/rescue device',
      'GET /api/report console',
      'GET /api/cases console',
      'POST /api/names console',
      'GET /api/aside console',
      'POST /api/road-file console',
      'GET /api/stock console',
      'POST /api/stock-orders console',
      'GET /api/closings console',
      'GET /api/closing console',
      'GET /api/closing-moves console',
      'GET /api/upper console',
      'POST /api/closing console',
    ]);
  });

  test('without who asks nothing is answered', async () => {
    const { request } = openSite(hub());
    for (const route of routes.filter(({ access }) => access !== 'public')) {
      const answer = await request(route.path, { method: route.method });
      expect([route.path, answer.status]).toEqual([route.path, 401]);
    }
  });

  test('a forged request is refused like one of a device that does not exist', async () => {
    const { request, phone } = await begin();
    const path = '/sync/changes?after=0';
    const thief = await makeKeys();
    const { subtle } = globalThis.crypto;
    const now = hub().now();
    const forged = await signRequest(subtle, thief.privateKey, phone.activation.device, { method: 'GET', path }, now);
    const absent = await signRequest(subtle, thief.privateKey, 'zzzzzzzz', { method: 'GET', path }, now);
    const own = await signRequest(subtle, phone.keys.privateKey, phone.activation.device, { method: 'GET', path }, now);
    const answers = await Promise.all([
      request(path, { headers: forged }),
      request(path, { headers: absent }),
      // Signed for another cursor, another method, another time.
      request('/sync/changes?after=1', { headers: own }),
      request('/sync/envelopes', { method: 'POST', headers: own, body: new Uint8Array(5) }),
      request(path, { headers: { ...own, 'x-time': String(now + 1) } }),
      request(path, { headers: { ...own, 'x-device': "x' or 1=1" } }),
    ]);
    const bodies = await Promise.all(answers.map(async (answer) => [answer.status, (await answer.json()).refused]));
    expect(bodies).toEqual(answers.map(() => [401, 'device']));
    expect((await request(path, { headers: own })).status).toBe(200);
  });

  test("a phone whose clock is wrong is told the hub's time and signs once more", async () => {
    const { phone } = await begin();
    const wrong = await phone.ask('GET', '/sync/changes?after=0', undefined, hub().now() - 2 * 86_400_000);
    expect(wrong.status).toBe(401);
    const refusal = (await wrong.json()) as { refused: string; hubTime: number };
    expect(refusal.refused).toBe('time');
    expect((await phone.ask('GET', '/sync/changes?after=0', undefined, refusal.hubTime)).status).toBe(200);
  });

  test('a question about places is a list of places, each once', async () => {
    const { phone } = await begin();
    const many = Array.from({ length: 51 }, (_, at) => `p${at}`).join(',');
    const asking = async (places: string) =>
      (await phone.ask('GET', `/sync/changes?after=0&as=page&place=${places}`)).status;
    for (const places of ['', 'a,', 'a,a', '../x', 'a%20b', many]) expect(await asking(places), places).toBe(400);
    expect(await asking('a,b')).toBe(200);
  });

  test('120 requests at once, then 429 with a delay, then again after it', async () => {
    const { phone } = await begin();
    const statuses: number[] = [];
    let delay = '';
    for (let asked = 0; asked < 125; asked++) {
      const answer = await phone.ask('GET', '/sync/changes?after=x');
      statuses.push(answer.status);
      delay = answer.headers.get('retry-after') ?? delay;
    }
    expect(statuses.slice(0, 120).every((status) => status === 400)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    expect(Number(delay)).toBeGreaterThan(0);
    clock.offset += Number(delay) * 1000;
    expect((await phone.ask('GET', '/sync/changes?after=0')).status).toBe(200);
    clock.offset = 0;
  });

  test('a compressed body is refused, and one that only pretends to be short is cut off', async () => {
    const { request, phone, village } = await begin();
    const body = joinUpload([(await phone.write(householdDrafts(village, 'x'))).envelope.bytes]);
    const packed = await request('/sync/envelopes', {
      method: 'POST',
      headers: { 'content-encoding': 'gzip' },
      body: new Uint8Array(gzipSync(body)),
    });
    expect(packed.status).toBe(415);
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body: endless, duplex: 'half' };
    expect((await request('/sync/envelopes', init)).status).toBe(413);
    expect(sent).toBeLessThan(2_000_000);
  });

  test('answers are never stored, and opened as a page they can do nothing', async () => {
    const { request, phone } = await begin();
    for (const answer of [
      await phone.ask('GET', '/sync/changes?after=0'),
      await request('/api/session'),
      await request('/nowhere'),
    ]) {
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  test('a page is bound by its headers', async () => {
    const { site } = await begin();
    const shell = {
      bytes: new Uint8Array(1),
      packed: undefined,
      type: 'text/html; charset=utf-8',
      caching: 'no-cache',
      tag: '"1"',
    };
    const app = makeApp(site, new Map([['/index.html', shell]]), () => {});
    const { headers } = await app.request('/', { headers: { accept: 'text/html' } });
    expect(headers.get('content-type')).toContain('text/html');
    expect(headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(headers.get('content-security-policy')).toContain('trusted-types worker-url');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    // Who looks at a loop of codes looks through this origin's page; its picture has no address to be fetched from.
    expect(headers.get('permissions-policy')).toMatch(/(?:^|, )camera=\(self\)(?:,|$)/);
    expect(headers.get('content-security-policy')).not.toContain('media-src');
  });

  test('a long answer to an upload travels packed', async () => {
    const { request, commune } = await begin();
    const unfolding = (path: string, init: RequestInit = {}) =>
      request(path, {
        ...init,
        headers: { ...Object.fromEntries(new Headers(init.headers)), 'accept-encoding': 'gzip' },
      });
    const phone = await activatePhone(unfolding, await commune.officerCode(), () => hub().now());
    const envelopes: Uint8Array[] = [];
    for (const name of ['Hà', 'Lan', 'Mai'])
      envelopes.push((await phone.write(householdDrafts(commune.villages[0], name))).envelope.bytes);
    const answer = await phone.ask('POST', '/sync/envelopes', joinUpload(envelopes));
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    const text = gunzipSync(new Uint8Array(await answer.arrayBuffer())).toString();
    expect((JSON.parse(text) as { verdicts: unknown[] }).verdicts).toHaveLength(3);
  });

  test('a long answer travels packed to whoever can unfold it', async () => {
    const { request, phone, village } = await begin();
    for (let save = 0; save < 5; save++) {
      await phone.upload((await phone.write(householdDrafts(village, 'Đặng Thị Dài'))).envelope.bytes);
    }
    const path = '/sync/changes?after=0';
    const asked = { method: 'GET', path };
    const signed = await signRequest(crypto.subtle, phone.keys.privateKey, phone.activation.device, asked, hub().now());
    const packed = await request(path, { headers: { ...signed, 'accept-encoding': 'gzip, br' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    const plain = await request(path, { headers: signed });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect((await packed.arrayBuffer()).byteLength).toBeLessThan((await plain.arrayBuffer()).byteLength / 2);
  });

  test('a revoked device hands in its work, which is kept apart, and gets nothing more', async () => {
    const { phone, village } = await begin();
    const { book, device } = phone.activation;
    await hub().database.transaction(undefined, (tx) =>
      tx.updateTable('device').set({ status: 'revoked' }).where('book', '=', book).where('id', '=', device).execute(),
    );
    const { bytes } = (await phone.write(householdDrafts(village, 'x'))).envelope;
    const [verdict] = await phone.upload(bytes, bytes);
    expect(verdict?.ops.map(({ result }) => result)).toEqual([
      { is: 'refused', code: 'revoked' },
      { is: 'refused', code: 'revoked' },
    ]);
    expect(verdict?.lease.until).not.toBeNull();
    expect(verdict?.standing).toBe('revoked');
    const { rows, contact, digest } = await phone.changes();
    expect([rows, digest]).toEqual([[], undefined]);
    expect(contact && openVerdict(contact)).toMatchObject({ device, standing: 'revoked' });
    const told = await hub().database.transaction(undefined, (tx) =>
      tx.selectFrom('audit').select(['action', 'ground', 'device']).where('book', '=', book).orderBy('n').execute(),
    );
    expect(told.slice(2)).toEqual([{ action: 'quarantine', ground: 'revoked', device }]);
  });

  test('no name, id, body or query string is in the log, whatever was asked', async () => {
    const { request, phone, village, logged } = await begin();
    const canary = 'Chim Hoàng Yến';
    const saved = await phone.write(householdDrafts(village, canary));
    await phone.upload(saved.envelope.bytes);
    await phone.ask('GET', `/sync/changes?after=${encodeURIComponent(canary)}`);
    await phone.changes();
    await request('/api/session', { method: 'POST', body: JSON.stringify({ name: canary, password: canary }) });
    await request('/activate', { method: 'POST', body: JSON.stringify({ code: canary }) });
    await request(`/api/cases?book=${encodeURIComponent(canary)}`);
    await request(`/${encodeURIComponent(canary)}`);
    // A failure inside: what the database says may hold a row's values.
    const broken = { ...hub(), accept: () => Promise.reject(new Error(`duplicate key (name)=(${canary})`)) };
    const failing = openSite(broken);
    const again = await activatePhone(failing.request, await (await foundTestCommune(hub())).officerCode());
    const answer = await again.ask('POST', '/sync/envelopes', joinUpload([saved.envelope.bytes]));
    expect([answer.status, await answer.text()]).toEqual([500, '{"error":"hub"}']);
    const text = JSON.stringify([...logged, ...failing.logged]);
    expect(logged.length).toBeGreaterThan(5);
    expect(failing.logged.some(({ event }) => event === 'failed')).toBe(true);
    for (const secret of [canary, encodeURIComponent(canary), 'Chim', phone.activation.device, village]) {
      expect(text).not.toContain(secret);
    }
  });

  test('in a rush beyond what it can do at once the hub asks to come back, and forgets nobody', async () => {
    const gate = Promise.withResolvers<void>();
    const waits: Hub['run'] = async (command) => {
      await gate.promise;
      return hub().run(command);
    };
    const { request } = openSite({ ...hub(), run: waits });
    const commune = await foundTestCommune(hub());
    const [code, keys] = [await commune.officerCode(), await makeKeys()];
    const asked = Array.from({ length: 70 }, () => requestActivation(request, code, keys));
    const refused = await Promise.race(
      asked.map(async (one) => ((await one).status === 503 ? one : new Promise<never>(() => {}))),
    );
    expect(refused.headers.get('retry-after')).toBe('5');
    gate.resolve();
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 503)).toHaveLength(6);
    expect(statuses.filter((status) => status === 200)).toHaveLength(64);
  });
});
