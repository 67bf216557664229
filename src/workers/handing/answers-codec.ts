import type { Fields } from '../../domain/value.ts';
import { isObject, isPlainValue } from '../../sync/wire/bounds.ts';

/** The answers of a draft as another device wrote them; `undefined` for anything that is no plain data. */
export function readAnswers(text: string): Fields | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) && isPlainValue(json) ? (json as Fields) : undefined;
  } catch {
    // Cut off, or of a version that writes otherwise: the draft begins anew.
    return undefined;
  }
}
