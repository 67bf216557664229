import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256 } from '../../server/sync/hash.ts';
import { makeDeviceCrypto } from '../../src/seal/device-crypto.ts';
import { joinUpload } from '../../src/sync/hub/accept.ts';
import type { Append } from '../../src/sync/ports.ts';
import { digestRecords, rootDigest } from '../../src/sync/records/digest.ts';
import { fromRow, isGone } from '../../src/sync/records/row.ts';
import { toBase64url, utf8 } from '../../src/sync/wire/bytes.ts';
import { firstChain, nextChain } from '../../src/sync/wire/chain.ts';
import type { Changes } from '../../src/sync/wire/changes.ts';
import { writeHeader } from '../../src/sync/wire/envelope-bytes.ts';
import { lineHash } from '../../src/sync/wire/line.ts';
import { openVerdict } from '../../src/sync/wire/verdict-bytes.ts';
import { foundTestCommune } from './commune.ts';
import { onEachEngine } from './engines.ts';
import { activatePhone, householdDrafts, makePhone } from './phone.ts';
import { openSite } from './site.ts';

const bytesOf = (append: Append) => append.envelope.bytes;
const results = (verdict: { readonly ops: readonly { readonly result: { readonly is: string } }[] } | undefined) =>
  verdict?.ops.map(({ result }) => result.is);

function rootOf(changes: Changes): string {
  const states = changes.rows.flatMap((row) => (isGone(row) ? [] : [fromRow(row)]));
  return rootDigest(digestRecords(states, sha256));
}

onEachEngine('envelopes', ({ hub }) => {
  async function begin() {
    const { request, site } = openSite(hub());
    const commune = await foundTestCommune(hub());
    const officer = await activatePhone(request, await commune.officerCode());
    return { request, site, commune, officer, village: commune.villages[0] };
  }

  test('what one phone saved is on another after a sync, and both know that nothing is missing', async () => {
    const { request, commune, officer, village } = await begin();
    const other = await activatePhone(request, await commune.collaboratorCode());
    const saved = await officer.write(householdDrafts(village, 'Nguyễn Thị Hoà'));
    const [verdict] = await officer.upload(bytesOf(saved));
    expect(results(verdict)).toEqual(['applied', 'applied']);
    expect(verdict).toMatchObject({ device: officer.activation.device, acked: 2, missing: [], hubEpoch: 1 });
    expect(verdict?.chain).toBe(saved.head.chain);
    expect(verdict?.ops.map((op) => op.hash)).toEqual(saved.envelope.hashes);
    const changes = await other.changes();
    // With the term that her activation began.
    expect(changes.rows.map((row) => row.k)).toEqual(['collaborator', 'household', 'person']);
    expect(changes).toMatchObject({ cursor: 3, more: false, total: 3 });
    expect(changes.digest).toBe(rootOf(changes));
    expect(await other.changes(3)).toMatchObject({
      rows: [],
      cursor: 3,
      more: false,
      total: 0,
      digest: changes.digest,
    });
  });

  test('the same envelope twice answers the same and changes nothing', async () => {
    const { officer, village } = await begin();
    const saved = await officer.write(householdDrafts(village, 'Trần Văn An'));
    const [first] = await officer.upload(bytesOf(saved));
    const [second, third] = await officer.upload(bytesOf(saved), bytesOf(saved));
    expect(second?.ops).toEqual(first?.ops);
    expect(third?.ops).toEqual(first?.ops);
    expect((await officer.changes()).cursor).toBe(2);
  });

  test('beyond a gap an envelope is parked, and applied when the gap closes', async () => {
    const { officer, village } = await begin();
    const one = await officer.write(householdDrafts(village, 'Lê Thị Ba'));
    const two = await officer.write(householdDrafts(village, 'Lê Thị Bốn'));
    const [parked] = await officer.upload(bytesOf(two));
    expect(results(parked)).toEqual(['parked', 'parked']);
    expect(parked).toMatchObject({ acked: 0, missing: [[1, 2]] });
    expect((await officer.changes()).rows).toEqual([]);
    const [closed] = await officer.upload(bytesOf(one));
    expect(closed).toMatchObject({ acked: 4, missing: [] });
    expect(results((await officer.upload(bytesOf(two)))[0])).toEqual(['applied', 'applied']);
    expect((await officer.changes()).rows).toHaveLength(4);
  });

  test('an edit that saw the value wins, two that did not see each other stand as a disagreement', async () => {
    const { request, commune, officer, village } = await begin();
    const saved = await officer.write(householdDrafts(village, 'Phạm Thị Năm'));
    await officer.upload(bytesOf(saved));
    const id = `${officer.activation.device}.2`;
    const other = await activatePhone(request, await commune.officerCode());
    const edit = (fullName: string) => [
      { kind: 'person', id, place: village, put: { fullName }, seen: { fullName: [id] } },
    ];
    const [mine] = await officer.upload(bytesOf(await officer.write(edit('Phạm Thị Sáu'))));
    const [theirs] = await other.upload(bytesOf(await other.write(edit('Phạm Thị Bảy'))));
    expect(results(mine)).toEqual(['applied']);
    expect(results(theirs)).toEqual(['disagreement']);
    const person = (await other.changes()).rows.find((row) => row.id === id);
    expect(person && !isGone(person) && person.f.fullName).toHaveLength(2);
  });

  test('a collaborator sees and writes her own village only; foreign and absent answer alike', async () => {
    const { request, commune, officer } = await begin();
    const [mine, theirs] = commune.villages;
    await officer.upload(bytesOf(await officer.write(householdDrafts(theirs, 'Đỗ Thị Xa'))));
    const collaborator = await activatePhone(request, await commune.collaboratorCode());
    expect((await collaborator.changes()).rows.map((row) => row.k)).toEqual(['collaborator']);
    const touch = async (id: string, place: string) => {
      const drafts = [{ kind: 'person', id, place, put: { fullName: 'Kẻ Gian' } }];
      const [verdict] = await collaborator.upload(bytesOf(await collaborator.write(drafts)));
      return verdict?.ops.map(({ result }) => result);
    };
    expect(await touch(`${officer.activation.device}.2`, mine)).toEqual(
      await touch(`${officer.activation.device}.777`, mine),
    );
    expect(await touch(`${officer.activation.device}.2`, theirs)).toEqual([
      { is: 'refused', code: 'place', field: 'p' },
    ]);
    const [refused] = await collaborator.upload(bytesOf(await collaborator.write(householdDrafts(theirs, 'Lạc Chỗ'))));
    expect(refused?.ops.map(({ result }) => result.is)).toContain('refused');
    expect((await officer.changes()).rows).toHaveLength(3);
    // What was refused blocks nothing that comes after it.
    const [fine] = await collaborator.upload(bytesOf(await collaborator.write(householdDrafts(mine, 'Đúng Chỗ'))));
    expect(results(fine)).toEqual(['applied', 'applied']);
  });

  test('a record that moves to another village is gone from the first, and back when it returns', async () => {
    const { request, commune, officer } = await begin();
    const [mine, theirs] = commune.villages;
    await officer.upload(bytesOf(await officer.write(householdDrafts(mine, 'Bùi Thị Đi'))));
    const collaborator = await activatePhone(request, await commune.collaboratorCode());
    const before = await collaborator.changes();
    const id = `${officer.activation.device}.2`;
    const move = (place: string) => officer.write([{ kind: 'person', id, place, put: { phone: '0100000001' } }]);
    await officer.upload(bytesOf(await move(theirs)));
    const moved = await collaborator.changes(before.cursor);
    expect(moved.rows).toEqual([{ k: 'person', id, gone: true }]);
    expect((await officer.changes(before.cursor)).rows.filter(isGone)).toEqual([]);
    await officer.upload(bytesOf(await move(mine)));
    const back = await collaborator.changes(moved.cursor);
    expect(back.rows.map((row) => [row.id, isGone(row)])).toEqual([[id, false]]);
    expect(back.digest).toBe(rootOf(await collaborator.changes()));
  });

  test('from another commune nothing can be seen or written', async () => {
    const { officer, village } = await begin();
    const stranger = await begin();
    await officer.upload(bytesOf(await officer.write(householdDrafts(village, 'Người Nhà'))));
    const [verdict] = await stranger.officer.upload(
      bytesOf(await stranger.officer.write(householdDrafts(village, 'Người Lạ'))),
    );
    expect(verdict?.ops.map(({ result }) => result.is)).toContain('refused');
    expect((await stranger.officer.changes()).rows).toEqual([]);
    expect((await officer.changes()).rows).toHaveLength(2);
  });

  test('signed by another key, altered, cut, sealed for another hub, of nobody: a signed no, nothing changed', async () => {
    const { request, officer, village } = await begin();
    const stranger = await begin();
    const saved = bytesOf(await officer.write(householdDrafts(village, 'Võ Thị Thật')));
    const altered = saved.map((byte, index) => (index === saved.length - 100 ? byte ^ 1 : byte));
    const forger = makePhone(request, officer.activation, stranger.officer.keys, Date.now);
    const forged = bytesOf(await forger.write(householdDrafts(village, 'Võ Thị Giả')));
    const nobody = makePhone(request, { ...officer.activation, device: 'zzzzzzzz' }, officer.keys, Date.now);
    const keys = { ...officer.activation.keys, sealId: '0123456789abcdef' };
    const misled = makePhone(request, { ...officer.activation, keys }, officer.keys, Date.now);
    const refusals: unknown[] = [];
    for (const bytes of [
      altered,
      forged,
      saved.slice(0, saved.length - 7),
      new Uint8Array([1, 2, 3]),
      bytesOf(await nobody.write(householdDrafts(village, 'x'))),
      bytesOf(await misled.write(householdDrafts(village, 'x'))),
    ]) {
      const [verdict] = await officer.upload(bytes);
      expect(verdict).toMatchObject({ ops: [], acked: 0 });
      refusals.push(verdict?.refused);
    }
    expect(refusals).toEqual(['signature', 'signature', 'malformed', 'malformed', 'unknown_device', 'unknown_key']);
    expect((await officer.changes()).rows).toEqual([]);
    expect(results((await officer.upload(saved))[0])).toEqual(['applied', 'applied']);
  });

  test('the same number with other content freezes the device; what it wrote before stands', async () => {
    const { request, officer, village } = await begin();
    await officer.upload(bytesOf(await officer.write(householdDrafts(village, 'Ngô Thị Một'))));
    const copy = makePhone(request, officer.activation, officer.keys, Date.now);
    const [verdict] = await copy.upload(bytesOf(await copy.write(householdDrafts(village, 'Ngô Thị Hai'))));
    expect(verdict?.refused).toBe('frozen');
    const [later] = await officer.upload(bytesOf(await officer.write(householdDrafts(village, 'Ngô Thị Ba'))));
    expect(later?.refused).toBe('frozen');
    const { rows, contact } = await officer.changes();
    expect(rows).toEqual([]);
    expect(contact && openVerdict(contact)).toMatchObject({ standing: 'frozen' });
    const kept = await hub().database.transaction({ book: officer.activation.book, places: [] }, (tx) =>
      tx.selectFrom('quarantine').select('why').execute(),
    );
    expect(kept).toEqual([{ why: 'conflict' }]);
  });

  test('an op the programme does not know is refused and kept apart, with whatever it holds', async () => {
    const { officer, village } = await begin();
    const drafts = [{ kind: 'person', place: village, put: { fullName: 'A', shoeSize: 44 } }];
    const [verdict] = await officer.upload(bytesOf(await officer.write(drafts)));
    expect(verdict?.ops[0]?.result).toEqual({ is: 'refused', code: 'unknown_field', field: 'shoeSize' });
    const odd = [{ kind: 'household', place: village, put: { number: 1, address: 'a\u0000b \ud83d\ude00' } }];
    const [strange] = await officer.upload(bytesOf(await officer.write(odd)));
    expect(results(strange)).toEqual(['applied']);
    const rows = await hub().database.transaction({ book: officer.activation.book, places: [village] }, (tx) =>
      tx.selectFrom('op').select(['place', 'line']).orderBy('seq').execute(),
    );
    expect(rows.map((row) => row.place)).toEqual([null, village]);
    expect(lineHash(rows[1]?.line ?? '', sha256)).toBe(strange?.ops[0]?.hash);
  });

  test('an upload that is too long, cut or empty is refused before anything in it is believed', async () => {
    const { officer } = await begin();
    const statusOf = async (body: Uint8Array) => (await officer.ask('POST', '/sync/envelopes', body)).status;
    expect(await statusOf(new Uint8Array(1_000_001))).toBe(413);
    expect(await statusOf(joinUpload([new Uint8Array(10)]).slice(0, 9))).toBe(400);
    expect(await statusOf(new Uint8Array(0))).toBe(400);
  });

  test('over the limits inside: turned away whole, or op by op, with the reason; nothing is written', async () => {
    const { officer, village } = await begin();
    const { device, user, keys } = officer.activation;
    const random = (length: number) => new Uint8Array(randomBytes(length));
    const signKey = officer.keys.privateKey;
    const crypto = makeDeviceCrypto({ subtle: globalThis.crypto.subtle, random, signKey, hubKeys: keys });
    const send = async (lines: readonly string[], last = lines.length, h?: string) => {
      const hashes = lines.map((line) => lineHash(line, sha256));
      const chain = nextChain(firstChain, hashes, sha256);
      const named = { v: 1, id: crypto.randomId(), d: device, e: 1, f: 1, l: last } as const;
      const header = writeHeader({ ...named, h: h ?? chain, k: keys.sealId, y: '2026-11-22' });
      const [verdict] = await officer.upload(await crypto.seal(header, utf8(lines.join('\n'))));
      return verdict?.refused ?? verdict?.ops.map(({ result }) => ('code' in result ? result.code : result.is));
    };
    const line = (s: number, address: unknown) =>
      JSON.stringify({
        ...{ d: device, s, at: [1_795_310_584_005, s], u: user, p: village, k: 'household', id: `${device}.${s}` },
        ...{ tx: s, of: 1, put: { number: 1, address } },
      });
    expect(await send([line(1, 'x'), line(2, 'x')], 5_001)).toBe('malformed');
    expect(await send(['a'.repeat(9_000_000)])).toBe('cannot_open');
    expect(await send([line(1, 'x')], 3)).toBe('malformed');
    expect(await send([line(1, 'x')], 1, firstChain)).toBe('chain');
    expect((await officer.changes()).rows).toEqual([]);
    const deep = JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`);
    const odd = [line(1, 'x'.repeat(5_000)), line(2, deep), line(3, 'x').replace('"address"', '"__proto__"'), '{}'];
    expect(await send(odd)).toEqual(['schema', 'schema', 'schema', 'schema']);
    expect((await officer.changes()).rows).toEqual([]);
  });

  test('a page of changes is bounded, and pages join without a gap', async () => {
    const { officer, village } = await begin();
    for (let batch = 0; batch < 5; batch++) {
      const drafts = Array.from({ length: 500 }, (_, index) => ({
        kind: 'household',
        place: village,
        put: { number: batch * 500 + index + 1, kind: 'family' },
      }));
      await officer.upload(bytesOf(await officer.write(drafts)));
    }
    const first = await officer.changes();
    expect(first).toMatchObject({ more: true, total: 2_500, cursor: 2_000 });
    expect(first.digest).toBeUndefined();
    const rest = await officer.changes(first.cursor);
    expect(rest).toMatchObject({ more: false, cursor: 2_500 });
    expect(new Set([...first.rows, ...rest.rows].map((row) => row.id)).size).toBe(2_500);
    expect(rest.digest).toBe(rootOf({ ...rest, rows: [...first.rows, ...rest.rows] }));
  });

  test('a hundred envelopes of many phones at once: each once, numbered without a gap', async () => {
    const { request, commune, village } = await begin();
    const phones = await Promise.all(
      Array.from({ length: 5 }, async () => activatePhone(request, await commune.officerCode())),
    );
    await Promise.all(
      phones.map(async (phone, index) => {
        for (let save = 0; save < 8; save++) {
          const bytes = bytesOf(await phone.write(householdDrafts(village, `Hộ ${index} ${save}`)));
          const [verdict] = await phone.upload(bytes, bytes);
          expect(verdict?.acked).toBe(save * 2 + 2);
        }
      }),
    );
    const changes = await phones[0]?.changes();
    expect(changes).toMatchObject({ cursor: 80, total: 80, more: false });
    expect(new Set(changes?.rows.map((row) => row.id)).size).toBe(80);
  });

  test('a verdict is of this hub: its bytes cannot be altered', async () => {
    const { officer, village } = await begin();
    const saved = bytesOf(await officer.write(householdDrafts(village, 'Hồ Thị Ký')));
    const answer = await officer.ask('POST', '/sync/envelopes', joinUpload([saved]));
    const { verdicts } = (await answer.json()) as { verdicts: { payload: string; signature: string; key: string }[] };
    expect(verdicts[0]?.key).toBe(hub().keys.pinned.verdictId);
    expect(toBase64url(new Uint8Array(Buffer.from(verdicts[0]?.signature ?? '', 'base64url')))).toHaveLength(86);
  });
});
