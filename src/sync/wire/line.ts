import { bad, good, type Outcome } from '../../domain/outcome.ts';
import type { Value } from '../../domain/value.ts';
import type { ErasedOp, Op } from '../op.ts';
import type { RefusalCode } from '../verdict.ts';
import {
  isCount,
  isDeviceId,
  isDigest,
  isId,
  isName,
  isObject,
  isOpId,
  isPlainText,
  isPlainValue,
  type Json,
  maxLineLength,
  maxTransactionOps,
} from './bounds.ts';
import { fromBase64url, toBase64url } from './bytes.ts';

const headerKeys = new Set(['d', 's', 'at', 'u', 'p', 'k', 'id', 'tx', 'of', 'batch', 'seen', 'put', 'add', 'void']);
const maxFields = 200;
const maxSeen = 200;

/** The line of an op as it is hashed, kept and sent for ever: UTF-8 JSON without a line break. */
export function writeLine(op: Op): string {
  return JSON.stringify(op);
}

/**
 * Reads a line strictly, before anything believes it: a line that this programme could not have written (spaces, a key
 * twice, an unknown header key, text that is not NFC) is `schema`, so that one hash never has two readings.
 */
export function readLine(line: string): Outcome<Op | ErasedOp, RefusalCode> {
  const json = line.length <= maxLineLength ? parse(line) : undefined;
  // Depth first: writing a value back recurses, and 200,000 brackets would break the stack.
  if (!isObject(json) || !isPlainValue(json) || JSON.stringify(json) !== line) return bad('schema');
  if (isErasedOp(json)) return good(json);
  if (!isHeader(json) || !isBody(json)) return bad('schema');
  if (!isTransactionPart(json)) return bad('transaction');
  return good(json as unknown as Op);
}

export function isErased(op: Op | ErasedOp): op is ErasedOp {
  return 'erased' in op;
}

/** The stub that takes an op's place after an erasure order; its line itself when it is one already. */
export function eraseLine(line: string, hash: (text: string) => Uint8Array): string {
  const read = readLine(line);
  if (!read.ok) throw new TypeError('only a line that was accepted can be erased');
  if (isErased(read.value)) return line;
  return stubLine(read.value, lineHash(line, hash));
}

/** What is left of an op's line: identity and hash. */
export function stubLine({ d, s }: Pick<Op, 'd' | 's'>, hash: string): string {
  return JSON.stringify({ d, s, erased: hash } satisfies ErasedOp);
}

/** SHA-256 of the line's bytes, base64url; a stub answers the hash it keeps, so that chain and digest hold. */
export function lineHash(line: string, hash: (text: string) => Uint8Array): string {
  return keptHash(line) ?? toBase64url(hash(line));
}

function keptHash(line: string): string | undefined {
  const json = line.includes('"erased"') ? parse(line) : undefined;
  return isObject(json) && isErasedOp(json) ? json.erased : undefined;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isErasedOp(json: Json): json is Json & ErasedOp {
  const { d, s, erased } = json;
  const isWhole = isDeviceId(d) && isCount(s) && isDigest(erased) && fromBase64url(erased) !== undefined;
  return isWhole && Object.keys(json).length === 3;
}

function isHeader(json: Json): boolean {
  const { d, s, at, u, p, k, id, batch } = json;
  const isKnown = Object.keys(json).every((key) => headerKeys.has(key));
  const isIdentified = isDeviceId(d) && isCount(s) && s > 0 && isId(u) && isId(p) && isName(k) && isId(id);
  return isKnown && isIdentified && isStamp(at) && (batch === undefined || isOpId(batch));
}

function isStamp(at: unknown): boolean {
  return Array.isArray(at) && at.length === 2 && at.every(isCount);
}

function isBody(json: Json): boolean {
  const { put, add, void: taken, seen } = json;
  if ([put, add, taken].filter((body) => body !== undefined).length !== 1) return false;
  if (add !== undefined) return isFields(add) && seen === undefined;
  const seenKeys = seen === undefined ? [] : readSeen(seen);
  // An empty put says nothing of the record but where it stands now.
  if (put !== undefined) return (isFields(put) || isNothing(put)) && seenKeys?.every((key) => key in put) === true;
  return isVoid(taken) && seenKeys?.every((key) => key === 'void') === true;
}

function isFields(fields: unknown): fields is { readonly [field: string]: Value } {
  if (!isObject(fields)) return false;
  const keys = Object.keys(fields);
  return keys.length > 0 && keys.length <= maxFields && keys.every(isName);
}

function isNothing(fields: unknown): fields is Record<string, never> {
  return isObject(fields) && Object.keys(fields).length === 0;
}

function isVoid(taken: unknown): boolean {
  if (!isObject(taken) || !isPlainText(taken.reason) || taken.reason === '') return false;
  return (
    Object.keys(taken).length === ('lifts' in taken ? 2 : 1) && (taken.lifts === undefined || taken.lifts === true)
  );
}

function readSeen(seen: unknown): readonly string[] | undefined {
  if (!isObject(seen)) return undefined;
  const isWhole = Object.values(seen).every(
    (ids) => Array.isArray(ids) && ids.length > 0 && ids.length <= maxSeen && ids.every(isOpId),
  );
  return isWhole ? Object.keys(seen) : undefined;
}

function isTransactionPart(json: Json): boolean {
  const { s, tx, of } = json;
  if (!isCount(s) || !isCount(tx) || !isCount(of)) return false;
  return tx > 0 && of <= maxTransactionOps && tx <= s && s < tx + of;
}
