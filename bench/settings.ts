import { parseArgs } from 'node:util';

export interface Settings {
  /** Of keys, households and saves; a third of it, but no fewer than five, of starts and unlocks. */
  readonly repeats: number;
  readonly people: readonly number[];
  readonly parts: readonly string[];
}

const allParts = ['size', 'empty', 'phone', 'card', 'hub'];
const usage = `npm run bench -- [--repeats 6] [--people 1800,12000] [--parts ${allParts.join(',')}]`;

export function readSettings(words: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...words],
    options: { repeats: { type: 'string' }, people: { type: 'string' }, parts: { type: 'string' } },
  });
  const repeats = Number(values.repeats ?? 6);
  const people = (values.people ?? '1800,12000').split(',').map(Number);
  const parts = values.parts?.split(',') ?? allParts;
  const isSound = [repeats, ...people].every((number) => Number.isInteger(number) && number > 0);
  if (!isSound || parts.some((part) => !allParts.includes(part))) throw new RangeError(usage);
  return { repeats, people, parts };
}
