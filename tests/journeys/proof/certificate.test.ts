import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCertificate, writeCertificate } from '../../../src/sync/wire/certificate.ts';
import { certify, type ProofBench, tellProof } from '../../../src/workers/answering/proof/proving.ts';
import { engines } from '../../server/engines.ts';
import { book, type JourneyHub, openCommune, villages } from '../commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth } from '../phone.ts';

/* Before a phone is wiped or handed over: what is only on it is said, and that nothing is, the hub signs. */

describe.each(engines)('a phone is handed over, on %s', (engine) => {
  let hub: JourneyHub;
  let officer: JourneyPhone;
  let collaborator: JourneyPhone;

  const benchOf = (phone: JourneyPhone, line = phone.line()): ProofBench => ({
    session: phone.work().session,
    line,
    sync: phone.sync,
  });
  const household = () => fertileHouseholds(collaborator, villages[0] ?? '')[0] ?? '';

  beforeAll(async () => {
    hub = await openCommune(engine);
    officer = await openPhone(hub, await hub.officerCode());
    collaborator = await openPhone(hub, await hub.collaboratorCode('001'));
  });
  afterAll(() => hub?.close());

  test('before the first sync there is nothing to read out; after it, twelve characters', async () => {
    expect(await tellProof(benchOf(collaborator))).toMatchObject({ receipt: null, certificate: null });
    const { agreedAt } = await collaborator.sync();
    const { receipt } = await tellProof(benchOf(collaborator));
    expect(receipt).toMatchObject({ at: agreedAt, isCurrent: true });
    expect(receipt?.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  test('what waits, and a form in hand, are only here: said so, and no receipt covers them', async () => {
    await recordBirth(collaborator, household());
    await collaborator.work().session.store.drafts.put('d1', { id: 'd1', form: 'death' });
    const proof = await tellProof(benchOf(collaborator));
    expect(proof.left).toEqual({ waiting: 1, mending: 0, drafts: 1 });
    expect(proof.receipt?.isCurrent).toBe(false);
    await collaborator.work().session.store.drafts.remove('d1');
  });

  test('the certificate sends first, is signed by this hub, and says up to which act', async () => {
    const certified = await certify(benchOf(collaborator));
    if (!certified.ok) throw new Error(certified.error);
    const { nextSeq } = await collaborator.work().session.store.head();
    expect(certified.value).toMatchObject({ acked: nextSeq - 1, isCurrent: true, at: hub.clock.now });
    const signed = readCertificate(certified.value.text);
    if (signed === undefined) throw new Error('a certificate is a text');
    expect(await officer.work().session.crypto.isFromHub(signed)).toBe(true);
    const forged = { ...signed, payload: `${signed.payload.slice(0, -2)}AA` };
    expect(await officer.work().session.crypto.isFromHub(forged)).toBe(false);
    expect(readCertificate(`${writeCertificate(signed)}.x`)).toBeUndefined();
    expect(Buffer.from(signed.payload, 'base64url').toString()).not.toMatch(/Cộng tác viên|Nguyễn/);
    const { rows } = await auditRows();
    expect(rows).toContain('certificate');
    // It stands on the page after a restart; the receipt is the same word.
    await collaborator.reopen();
    const proof = await tellProof(benchOf(collaborator));
    expect(proof.certificate).toEqual(certified.value);
    expect(proof.receipt?.code).toBe(certified.value.code);
  });

  test('what is saved behind it takes it back', async () => {
    await recordBirth(collaborator, household(), { order: 2 });
    expect((await tellProof(benchOf(collaborator))).certificate?.isCurrent).toBe(false);
    await collaborator.sync();
    expect((await tellProof(benchOf(collaborator))).certificate?.isCurrent).toBe(false);
    expect(await certify(benchOf(collaborator))).toMatchObject({ ok: true, value: { isCurrent: true } });
  });

  test('somebody else’s certificate, an older one, or a word that nobody signed is none', async () => {
    const theirs = await certify(benchOf(officer));
    const mine = await certify(benchOf(collaborator));
    if (!theirs.ok || !mine.ok) throw new Error('both are in order');
    const answered = async (text: string) => {
      const line = { ...collaborator.line(), fetch: async () => Response.json({ certificate: readCertificate(text) }) };
      return certify(benchOf(collaborator, line));
    };
    expect(await answered(theirs.value.text)).toEqual({ ok: false, error: 'network' });
    expect(await answered('SDSC1.e30.AA.v1')).toEqual({ ok: false, error: 'network' });
    await recordBirth(collaborator, household(), { order: 3 });
    expect(await answered(mine.value.text)).toEqual({ ok: false, error: 'differs' });
  });

  test('without a network there is none, and what waits stands', async () => {
    await recordBirth(collaborator, household(), { order: 4 });
    const bench = {
      ...benchOf(collaborator),
      sync: async () => ({ ...(await collaborator.work().syncing.state()), is: 'offline' as const }),
    };
    expect(await certify(bench)).toEqual({ ok: false, error: 'network' });
    expect((await tellProof(bench)).left.waiting).toBe(1);
  });

  async function auditRows() {
    const found = await hub
      .hub()
      .database.transaction({ book, places: [] }, (tx) => tx.selectFrom('audit').select('action').execute());
    return { rows: found.map(({ action }) => action) };
  }
});
