import type { PinnedKeys } from '../activation.ts';
import { isCount, isObject } from './bounds.ts';

/** Verdict keys of before that are still believed: by one rotation a year, those of four years. */
export const formerKept = 4;

/** Reads keys that a hub tells. */
export function isPinnedKeys(keys: unknown): keys is PinnedKeys {
  if (!isObject(keys)) return false;
  const { sealId, seal, verdictId, verdict, since, former = [] } = keys;
  const isTold = [sealId, seal, verdictId, verdict].every(isText) && (since === undefined || isCount(since));
  return isTold && Array.isArray(former) && former.every(isFormer);
}

function isFormer(key: unknown): boolean {
  return isObject(key) && isText(key.verdictId) && isText(key.verdict);
}

function isText(text: unknown): boolean {
  return typeof text === 'string' && text !== '';
}

/** Every name under which a hub is known: the ids of its verdict keys, newest first. A road file bears the last one. */
export function namesOfHub({ verdictId, former = [] }: PinnedKeys): readonly [string, ...string[]] {
  return [verdictId, ...former.map((key) => key.verdictId)];
}
