import type { Value } from '../../domain/value.ts';

/* What a value may be before anything believes it (server.md, accepting). Shared by lines, rows and headers. */

const maxDepth = 32;
export const maxTextLength = 4096;
export const maxLineLength = 65_536;
export const maxTransactionOps = 500;
export const maxEnvelopeOps = 5000;
/** Of one first load's question. */
export const mostPlacesAsked = 50;
/** Of one answer to it: a page or two of a large village, a handful of small ones; here in a second or two over a slow line. */
export const mostRecordsPaged = 6_000;
export const maxUploadBytes = 1_000_000;

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);
const idPattern = /^[A-Za-z0-9_.-]{1,64}$/;
const devicePattern = /^[A-Za-z0-9_-]{1,40}$/;
const opIdPattern = /^[A-Za-z0-9_-]{1,40}\.[1-9]\d{0,14}$/;
const namePattern = /^[a-z][A-Za-z0-9_]{0,63}$/;
const loneSurrogate = /\p{Surrogate}/u;
const nul = '\u0000';
const digestPattern = /^[A-Za-z0-9_-]{43}$/;

export type Json = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Id of a record, user, unit or key. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && idPattern.test(value);
}

export function isDeviceId(value: unknown): value is string {
  return typeof value === 'string' && devicePattern.test(value);
}

export function isOpId(value: unknown): value is string {
  return typeof value === 'string' && opIdPattern.test(value);
}

/** Key of a kind or a field. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && namePattern.test(value) && !forbiddenKeys.has(value);
}

/** Base64url of 32 bytes. */
export function isDigest(value: unknown): value is string {
  return typeof value === 'string' && digestPattern.test(value);
}

export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** NFC, well formed, at most 4 KB and without NUL (which SQL text cannot hold): text that looks the same is the same. */
export function isPlainText(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= maxTextLength &&
    !loneSurrogate.test(value) &&
    !value.includes(nul) &&
    value.normalize('NFC') === value
  );
}

/** Marks of direction, pasted along unseen: they would turn round what stands beside a name. No script needs them kept. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * What a keyboard or a pasted text gives, as `isPlainText` wants it (its length apart): "Hoà" may come in four code points.
 * What would turn the text around goes; what an older phone or a file left in the book is held in by the page's style.
 */
export function plainText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(nul, '')
    .replace(turning, '')
    .normalize('NFC');
}

/** Plain JSON within the bounds; stops at `maxDepth` without going deeper. */
export function isPlainValue(value: unknown, depth = 1): value is Value {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return isPlainText(value);
  if (typeof value !== 'object' || depth >= maxDepth) return false;
  if (Array.isArray(value)) return value.every((item) => isPlainValue(item, depth + 1));
  return Object.entries(value).every(([key, item]) => isPlainKey(key) && isPlainValue(item, depth + 1));
}

function isPlainKey(key: string): boolean {
  return isPlainText(key) && !forbiddenKeys.has(key);
}
