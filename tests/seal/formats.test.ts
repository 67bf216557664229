import { expect, test } from 'vitest';
import { isHubsVerdict } from '../../src/seal/device-crypto.ts';
import { makeHubCrypto } from '../../src/seal/hub-crypto.ts';
import { type HubKeyFile, openHubKeys } from '../../src/seal/hub-keys.ts';
import { opId } from '../../src/sync/op.ts';
import { digestRecords, recordDigest, rootDigest, sumText } from '../../src/sync/records/digest.ts';
import { mergeOp } from '../../src/sync/records/merge.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { fromRow, readChanges, toRow } from '../../src/sync/records/row.ts';
import { fromBase64url, fromUtf8, toBase64url, utf8 } from '../../src/sync/wire/bytes.ts';
import { firstChain, nextChain } from '../../src/sync/wire/chain.ts';
import { deviceRequestText } from '../../src/sync/wire/device-request.ts';
import { parseEnvelope, writeHeader } from '../../src/sync/wire/envelope-bytes.ts';
import { eraseLine, isErased, lineHash, readLine, writeLine } from '../../src/sync/wire/line.ts';
import { joinUpload } from '../../src/sync/wire/upload-bytes.ts';
import { openVerdict } from '../../src/sync/wire/verdict-bytes.ts';
import v1 from '../fixtures/formats/v1.json' with { type: 'json' };
import { nodeGunzip, nodeHash, subtle } from '../sync/one-commune.ts';

/*
 * What was written once must open for ever: an outbox that lay in a drawer, a hub's journal, a sheet with a digest. When
 * one of these fails, the programme is wrong and not the fixture: a new format gets a new version beside the old one.
 */

const keyFile = v1.hubKeys as HubKeyFile;

function ops() {
  return v1.lines.map((line) => {
    const read = readLine(line);
    if (!read.ok || isErased(read.value)) throw new Error('a line of version 1 is an op');
    return read.value;
  });
}

function records(): readonly RecordState[] {
  const states = new Map<string, RecordState>();
  for (const op of ops()) states.set(op.id, mergeOp(states.get(op.id), op, op.at));
  return [...states.values()];
}

test('ops of version 1 are read, hashed, chained and erased as they were', () => {
  expect(ops().map(writeLine)).toEqual(v1.lines);
  expect(v1.lines.map((line) => lineHash(line, nodeHash))).toEqual(v1.hashes);
  expect(nextChain(firstChain, v1.hashes, nodeHash)).toBe(v1.chain);
  expect(eraseLine(v1.lines[0] ?? '', nodeHash)).toBe(v1.erasedLine);
  expect(lineHash(v1.erasedLine, nodeHash)).toBe(v1.hashes[0]);
  expect(ops().map((op) => opId(op.d, op.s))).toEqual(['7f3k.1', '7f3k.2', '7f3k.3', '7f3k.4', '7f3k.5']);
});

test('an envelope of version 1 is verified and opened by the key file of then', async () => {
  const keys = await openHubKeys(subtle, keyFile);
  const hub = makeHubCrypto({ subtle, hash: nodeHash, keys, gunzip: nodeGunzip });
  const bytes = fromBase64url(v1.envelope);
  const parsed = bytes && parseEnvelope(bytes);
  if (bytes === undefined || !parsed?.ok) throw new Error('an envelope of version 1 can be parsed');
  const { header, headerBytes, body, signed, signature } = parsed.value;
  expect(header).toEqual(v1.header);
  expect(writeHeader(header)).toEqual(headerBytes);
  expect(await hub.isSignedBy(v1.deviceSignKey, signed, signature)).toBe(true);
  const opened = await hub.open(headerBytes, body, header.k);
  expect(opened && fromUtf8(opened)?.split('\n')).toEqual(v1.lines);
  expect(toBase64url(nodeHash(joinUpload([bytes, bytes])))).toBe(v1.upload);
});

test('a verdict of version 1 is believed and understood', async () => {
  const [seal] = keyFile.seal;
  if (seal === undefined) throw new Error('the key file holds a seal key');
  const { id: verdictId, publicKey: verdict } = keyFile.verdict;
  expect(await isHubsVerdict(subtle, { verdictId, verdict }, v1.signedVerdict)).toBe(true);
  expect(openVerdict(v1.signedVerdict)).toEqual(v1.verdict);
});

test('records of version 1 give the rows and digests they gave', () => {
  expect(records().map((state) => JSON.parse(JSON.stringify(toRow(state))))).toEqual(v1.rows);
  const answer = { rows: v1.rows, cursor: 2, more: false, total: 2, hubTime: 1, hubEpoch: 1, epoch: 1 };
  const read = readChanges(answer);
  const states = read.ok ? read.value.rows.flatMap((row) => ('gone' in row ? [] : [fromRow(row)])) : [];
  for (const some of [records(), states]) {
    const digests = some.map((state) => recordDigest(state, nodeHash));
    expect(digests.map(({ place, bucket, sum }) => ({ place, bucket, sum: sumText(sum) }))).toEqual(v1.digests);
    expect(rootDigest(digestRecords(some, nodeHash))).toBe(v1.root);
  }
});

test('a request is signed over the text of version 1', () => {
  const request = { method: 'get', path: '/sync/changes?after=12', bodyHash: toBase64url(nodeHash(utf8(''))) };
  expect(deviceRequestText({ ...request, time: v1.verdict.hubTime - 2000 })).toBe(v1.requestText);
});
