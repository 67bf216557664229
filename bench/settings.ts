import { parseArgs } from 'node:util';

export interface Settings {
  /** Of searches, households and saves; a third of it, but no fewer than ten, of starts and unlocks. */
  readonly repeats: number;
  readonly people: readonly number[];
  readonly parts: readonly string[];
}

const usage = `npm run bench -- [--repeats 30] [--people 1800,12000] [--parts size,phone,hub]`;

export function readSettings(words: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...words],
    options: { repeats: { type: 'string' }, people: { type: 'string' }, parts: { type: 'string' } },
  });
  const repeats = Number(values.repeats ?? 30);
  const people = (values.people ?? '1800,12000').split(',').map(Number);
  const parts = (values.parts ?? 'size,phone,hub').split(',');
  const isSound = [repeats, ...people].every((number) => Number.isInteger(number) && number > 0);
  if (!isSound || parts.some((part) => !['size', 'phone', 'hub'].includes(part))) throw new RangeError(usage);
  return { repeats, people, parts };
}
