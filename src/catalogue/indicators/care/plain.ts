import type { Words } from '../../../domain/words.ts';
import { method } from '../../codes/care/method.ts';

/* What the numbers of couples and methods have in common: a woman's method is told in her own panel only. */

const couples: Words = { vi: 'cặp', en: 'couples' };

export const ofCouples = { unit: couples, decimals: 0, from: '2022-03-01', isSensitive: true } as const;

export const methodKeys: readonly string[] = method.codes.map(({ key }) => key);

/** Codes 1–7 of the book: all but "other". */
export const modernMethods: readonly string[] = methodKeys.filter((key) => key !== 'other');

/** One for each method, `users_end[iud]` …, with the method's name behind the words. */
export function forEachMethod<Made>(
  key: string,
  label: Words,
  make: (one: { readonly key: string; readonly label: Words; readonly method: string }) => Made,
): readonly Made[] {
  return method.codes.map((code) =>
    make({
      key: `${key}[${code.key}]`,
      label: { vi: `${label.vi}: ${code.label.vi}`, en: `${label.en ?? label.vi}: ${code.label.en ?? code.label.vi}` },
      method: code.key,
    }),
  );
}
