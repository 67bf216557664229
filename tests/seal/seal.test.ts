import { createECDH, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { isHubsVerdict, makeDeviceCrypto } from '../../src/seal/device-crypto.ts';
import { makeHubCrypto } from '../../src/seal/hub-crypto.ts';
import {
  generateHubKeys,
  generatePair,
  keyFingerprint,
  openHubKeys,
  type Turnable,
  turnKeyPair,
} from '../../src/seal/hub-keys.ts';
import { pad, unpackedLimit, unpad } from '../../src/seal/padding.ts';
import { signActivation, signRequest, verifyActivation, verifyRequest } from '../../src/seal/request-signature.ts';
import { generateSignKey } from '../../src/seal/signature.ts';
import { concat, fromUtf8, toBase64url, utf8 } from '../../src/sync/wire/bytes.ts';
import { firstChain } from '../../src/sync/wire/chain.ts';
import { envelopeInfo, parseEnvelope, writeHeader } from '../../src/sync/wire/envelope-bytes.ts';
import { nodeGunzip, nodeHash, subtle } from '../sync/one-commune.ts';
import { keySchedule, openGcm, pointOf, sealGcm, sharedSecret } from './hpke-by-hand.ts';

let keyFile: Turnable;
let device: Awaited<ReturnType<typeof generateSignKey>>;
beforeAll(async () => {
  keyFile = await generateHubKeys(subtle);
  device = await generateSignKey(subtle);
});

const random = (length: number) => new Uint8Array(randomBytes(length));

async function openKeys() {
  const keys = await openHubKeys(subtle, keyFile);
  return { keys, hub: makeHubCrypto({ subtle, hash: nodeHash, keys, gunzip: nodeGunzip }) };
}

async function sealed(lines: string) {
  const { keys } = await openKeys();
  const crypto = makeDeviceCrypto({ subtle, random, signKey: device.privateKey, hubKeys: keys.pinned });
  const header = {
    v: 1,
    id: crypto.randomId(),
    d: 'mai',
    e: 1,
    f: 1,
    l: 1,
    h: firstChain,
    k: keys.pinned.sealId,
  } as const;
  const bytes = await crypto.seal(writeHeader({ ...header, y: '2026-11-22' }), utf8(lines));
  const parsed = parseEnvelope(bytes);
  if (!parsed.ok) throw new Error('what was sealed can be parsed');
  return { bytes, crypto, ...parsed.value };
}

test('only the hub opens what a phone sealed, and knows whose it is', async () => {
  const { hub } = await openKeys();
  const { headerBytes, body, signed, signature, header } = await sealed('{"name":"Nguyễn Thị Hoà"}');
  expect(await hub.isSignedBy(device.publicKey, signed, signature)).toBe(true);
  const opened = await hub.open(headerBytes, body, header.k);
  expect(opened && fromUtf8(opened)).toBe('{"name":"Nguyễn Thị Hoà"}');
  const other = await openHubKeys(subtle, await generateHubKeys(subtle));
  const stranger = makeHubCrypto({ subtle, hash: nodeHash, keys: other, gunzip: nodeGunzip });
  expect(await stranger.open(headerBytes, body, header.k)).toBeUndefined();
});

test('no byte of header, body or signature can be another', async () => {
  const { hub } = await openKeys();
  const { headerBytes, body, signed, signature, header } = await sealed('{"name":"Hoà"}');
  const flip = (bytes: Uint8Array, at: number) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
  for (let at = 0; at < body.length; at += 7)
    expect(await hub.open(headerBytes, flip(body, at), header.k)).toBeUndefined();
  for (let at = 0; at < headerBytes.length; at += 7) {
    expect(await hub.open(flip(headerBytes, at), body, header.k)).toBeUndefined();
  }
  for (let at = 0; at < signed.length; at += 23) {
    expect(await hub.isSignedBy(device.publicKey, flip(signed, at), signature)).toBe(false);
  }
  expect(await hub.isSignedBy(device.publicKey, signed, flip(signature, 5))).toBe(false);
  expect(await hub.isSignedBy('nobody', signed, signature)).toBe(false);
  expect(await hub.isSignedBy(toBase64url(new Uint8Array(65)), signed, signature)).toBe(false);
});

test('each envelope has its own key, though the next context is made ready beforehand', async () => {
  const { crypto, headerBytes, bytes } = await sealed('{}');
  const again = [await crypto.seal(headerBytes, utf8('{}')), await crypto.seal(headerBytes, utf8('{}'))];
  const keysOf = [bytes, ...again].map((envelope) => {
    const parsed = parseEnvelope(envelope);
    return parsed.ok ? toBase64url(parsed.value.body.slice(0, 65)) : '';
  });
  expect(new Set(keysOf).size).toBe(3);
});

test('two saves at once seal two whole envelopes', async () => {
  const { hub } = await openKeys();
  const { crypto, headerBytes, header } = await sealed('{}');
  const both = await Promise.all(['{"a":1}', '{"b":2}'].map((lines) => crypto.seal(headerBytes, utf8(lines))));
  const encapsulated = new Set<string>();
  for (const [index, envelope] of both.entries()) {
    const parsed = parseEnvelope(envelope);
    if (!parsed.ok) throw new Error('each can be parsed');
    const opened = await hub.open(headerBytes, parsed.value.body, header.k);
    expect(opened && fromUtf8(opened)).toBe(['{"a":1}', '{"b":2}'][index]);
    encapsulated.add(toBase64url(parsed.value.body.slice(0, 65)));
  }
  expect(encapsulated.size).toBe(2);
});

test('an old seal key still opens after a new one was put in front', async () => {
  const { headerBytes, body, header } = await sealed('{"name":"Hoà"}');
  const rotated = turnKeyPair(keyFile, await generatePair(subtle), Date.UTC(2026, 10, 26), false);
  const keys = await openHubKeys(subtle, rotated);
  const hub = makeHubCrypto({ subtle, hash: nodeHash, keys, gunzip: nodeGunzip });
  expect(keys.pinned.sealId).not.toBe(header.k);
  expect(hub.holdsKey(header.k)).toBe(true);
  expect(await hub.open(headerBytes, body, header.k)).toBeDefined();
});

test('RFC 9180 by another hand: vector A.3.1 holds, and that hand opens our envelope', async () => {
  const hex = (text: string) => Buffer.from(text, 'hex');
  const recipient = createECDH('prime256v1');
  recipient.setPrivateKey(hex('f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2'));
  const enc = hex(
    '04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac9' +
      '8536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4',
  );
  const point = recipient.getPublicKey();
  const secret = sharedSecret({ ...pointOf(point), d: recipient.getPrivateKey('base64url') }, enc, point);
  expect(secret.toString('hex')).toBe('c0d26aeab536609a572b07695d933b589dcf363ff9d93c93adea537aeabb8cb8');
  const vector = keySchedule(secret, Buffer.from('Ode on a Grecian Urn'), 1);
  expect(vector.key.toString('hex')).toBe('868c066ef58aae6dc589b6cfdd18f97e');
  expect(vector.nonce.toString('hex')).toBe('4e0bc5018beba4bf004cca59');
  const beauty = Buffer.from('Beauty is truth, truth beauty');
  expect(sealGcm(vector.key, vector.nonce, Buffer.from('Count-0'), beauty).toString('hex')).toMatch(
    /^5ad590bb8baa577f8619db35/,
  );

  const { headerBytes, body } = await sealed('{"name":"Hoà"}');
  const [kept] = keyFile.seal;
  if (kept?.privateKey === undefined) throw new Error('the hub has a key');
  const ours = sharedSecret(kept.privateKey, Buffer.from(body.slice(0, 65)), Buffer.from(kept.publicKey, 'base64url'));
  const { key, nonce } = keySchedule(ours, Buffer.from(envelopeInfo), 2);
  const padded = openGcm(key, nonce, Buffer.from(headerBytes), Buffer.from(body.slice(65)));
  const gzip = unpad(padded);
  expect(gzip && nodeGunzip(gzip, 1000)?.toString()).toBe('{"name":"Hoà"}');
});

test('sizes tell little: one word or two seal to the same length', async () => {
  expect((await sealed('{"name":"Hoà"}')).bytes.length).toBe((await sealed('{"name":"Hoà Lan"}')).bytes.length);
});

test('padding is read only as it is written, and a bomb is not unfolded', () => {
  const gzip = utf8('some gzip');
  expect(unpad(pad(gzip))).toEqual(gzip);
  expect(pad(gzip).length % 64).toBe(0);
  expect(unpad(concat(pad(gzip), new Uint8Array(64)))).toBeUndefined();
  expect(unpad(pad(gzip).map((byte, index) => (index === 63 ? 1 : byte)))).toBeUndefined();
  expect(unpad(new Uint8Array(3))).toBeUndefined();
  const bomb = gzipSync(new Uint8Array(50_000_000));
  expect(unpackedLimit(bomb)).toBeLessThanOrEqual(8 * 1024 * 1024);
  expect(nodeGunzip(bomb, unpackedLimit(bomb))).toBeUndefined();
});

test('a phone believes its own hub’s verdict and no other', async () => {
  const { keys, hub } = await openKeys();
  const standing = { acked: 0, chain: firstChain, missing: [], hubTime: 1, epoch: 1, hubEpoch: 1 };
  const lease = { until: null, pinUntil: null };
  const verdict = await hub.signVerdict({ v: 1, envelope: 'e', device: 'mai', ops: [], ...standing, lease }, undefined);
  expect(await isHubsVerdict(subtle, keys.pinned, verdict)).toBe(true);
  const other = (await openHubKeys(subtle, await generateHubKeys(subtle))).pinned;
  expect(await isHubsVerdict(subtle, other, verdict)).toBe(false);
  expect(await isHubsVerdict(subtle, { ...other, verdictId: keys.pinned.verdictId }, verdict)).toBe(false);
  expect(await isHubsVerdict(subtle, keys.pinned, { ...verdict, payload: `${verdict.payload}AAAA` })).toBe(false);
  expect(await isHubsVerdict(subtle, keys.pinned, { ...verdict, signature: 'no signature!' })).toBe(false);
});

test('a signed request holds for this device, method, path, body and time only', async () => {
  const request = { method: 'POST', path: '/sync/envelopes?x=1', body: utf8('body') };
  const headers = await signRequest(subtle, device.privateKey, 'mai', request, 1000);
  const signature = headers['x-signature'] ?? '';
  expect(headers).toMatchObject({ 'x-device': 'mai', 'x-time': '1000' });
  const verify = (change: object, time = 1000, key = device.publicKey) =>
    verifyRequest(subtle, key, { ...request, ...change }, time, signature);
  expect(await verify({})).toBe(true);
  expect(await verify({ method: 'PUT' })).toBe(false);
  expect(await verify({ path: '/sync/envelopes' })).toBe(false);
  expect(await verify({ body: utf8('Body') })).toBe(false);
  expect(await verify({}, 1001)).toBe(false);
  expect(await verify({}, 1000, (await generateSignKey(subtle)).publicKey)).toBe(false);
});

test('a new device proves the key it hands over, for its own code', async () => {
  const proof = await signActivation(subtle, device.privateKey, 'K7Q2M', device.publicKey);
  expect(await verifyActivation(subtle, 'K7Q2M', device.publicKey, proof)).toBe(true);
  expect(await verifyActivation(subtle, 'K7Q2N', device.publicKey, proof)).toBe(false);
  expect(await verifyActivation(subtle, 'K7Q2M', (await generateSignKey(subtle)).publicKey, proof)).toBe(false);
});

test('a device’s key cannot be carried off, and a hub’s key has a fingerprint to print', async () => {
  await expect(subtle.exportKey('jwk', device.privateKey)).rejects.toThrow();
  expect(await keyFingerprint(subtle, keyFile.verdict.publicKey)).toMatch(/^[0-9a-f]{4} [0-9a-f]{4}$/);
  await expect(openHubKeys(subtle, { ...keyFile, seal: [] })).rejects.toThrow(TypeError);
});
