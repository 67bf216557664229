import type { Value } from '../../domain/value.ts';

/** An answer that is still being sought: the words typed so far, `''` where none are. */
export function soughtIn(answer: Value | undefined): string {
  const isNested = typeof answer === 'object' && answer !== null && !Array.isArray(answer);
  const sought = isNested ? Object.entries(answer).find(([key]) => key === 'sought')?.[1] : undefined;
  return typeof sought === 'string' ? sought : '';
}
