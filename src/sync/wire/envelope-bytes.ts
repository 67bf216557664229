import { bad, good, type Outcome } from '../../domain/outcome.ts';
import type { EnvelopeHeader } from '../envelope.ts';
import { isCount, isDeviceId, isDigest, isId, isObject, maxEnvelopeOps, maxUploadBytes } from './bounds.ts';
import { type Bytes, concat, fromUtf8, isSameBytes, readU16, readU32, u16, u32, utf8 } from './bytes.ts';

/* The frozen wire form of an envelope (see EnvelopeHeader). Bounds come before belief. */

/** HPKE `info`: an envelope can be opened as nothing else. */
export const envelopeInfo = utf8('so-dan-so envelope v1');

const magic = utf8('SDS1');
export const signatureLength = 64;
const maxHeaderLength = 1024;
const headerKeys = ['v', 'id', 'd', 'e', 'f', 'l', 'h', 'k', 'y'];

export interface ParsedEnvelope {
  readonly header: EnvelopeHeader;
  /** As received: the associated data of the body. */
  readonly headerBytes: Bytes;
  readonly body: Bytes;
  /** What the signature covers: everything before it. */
  readonly signed: Bytes;
  readonly signature: Bytes;
}

/** The header's bytes: they are hashed and signed as written, so this is called once an envelope. */
export function writeHeader(header: EnvelopeHeader): Bytes {
  const { v, id, d, e, f, l, h, k, y } = header;
  return utf8(JSON.stringify({ v, id, d, e, f, l, h, k, y }));
}

/** What the device signs. */
export function signedPart(headerBytes: Uint8Array, body: Uint8Array): Bytes {
  return concat(magic, u16(headerBytes.length), headerBytes, u32(body.length), body);
}

/** Reads an envelope from anywhere: nothing in it is trusted before its signature is checked by the caller. */
export function parseEnvelope(bytes: Uint8Array): Outcome<ParsedEnvelope, 'malformed' | 'too_large'> {
  if (bytes.length > maxUploadBytes) return bad('too_large');
  const headerLength = readU16(bytes, magic.length);
  if (headerLength === undefined || headerLength > maxHeaderLength) return bad('malformed');
  const bodyAt = magic.length + 2 + headerLength + 4;
  const bodyLength = readU32(bytes, bodyAt - 4);
  if (bodyLength === undefined || bytes.length !== bodyAt + bodyLength + signatureLength) return bad('malformed');
  if (!isSameBytes(bytes.subarray(0, magic.length), magic)) return bad('malformed');
  const headerBytes = bytes.slice(magic.length + 2, bodyAt - 4);
  const header = readHeader(headerBytes);
  if (header === undefined) return bad('malformed');
  const signedLength = bodyAt + bodyLength;
  return good({
    header,
    headerBytes,
    body: bytes.slice(bodyAt, signedLength),
    signed: bytes.slice(0, signedLength),
    signature: bytes.slice(signedLength),
  });
}

function readHeader(bytes: Uint8Array): EnvelopeHeader | undefined {
  const text = fromUtf8(bytes);
  const json = text === undefined ? undefined : parse(text);
  if (!isObject(json) || Object.keys(json).join() !== headerKeys.join()) return undefined;
  const { v, id, d, e, f, l, h, k, y } = json;
  const isNamed = v === 1 && isId(id) && isDeviceId(d) && isId(k) && isDigest(h);
  if (!isNamed || !isCount(e) || !isCount(f) || !isCount(l)) return undefined;
  const isCounted = f > 0 && l >= f && l - f < maxEnvelopeOps;
  return isCounted && isDay(y) ? { v, id, d, e, f, l, h, k, y } : undefined;
}

function isDay(day: unknown): day is string {
  return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
