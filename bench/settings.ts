import { parseArgs } from 'node:util';
import type { RushSize } from './rush/rush.ts';

export interface Settings {
  /** Of keys, households and saves; a third of it, but no fewer than five, of starts and unlocks. */
  readonly repeats: number;
  readonly people: readonly number[];
  readonly parts: readonly string[];
  readonly rush: RushSize;
}

const usualParts = ['size', 'empty', 'phone', 'card', 'hub', 'rush', 'sync'];
/** Fetches what it compares with from the registry, and takes its time: only when it is asked for. */
const askedParts = ['peers'];
const allParts = [...usualParts, ...askedParts];
const usage = `npm run bench -- [--repeats 6] [--people 1800,12000] [--parts ${allParts.join(',')}] [--rush 25x0.5]`;

export function readSettings(words: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...words],
    options: {
      repeats: { type: 'string' },
      people: { type: 'string' },
      parts: { type: 'string' },
      rush: { type: 'string' },
    },
  });
  const repeats = Number(values.repeats ?? 6);
  const people = (values.people ?? '1800,12000').split(',').map(Number);
  const parts = values.parts?.split(',') ?? usualParts;
  const rush = readRush(values.rush ?? '25x0.5');
  const isSound = [repeats, ...people, rush.phones].every((number) => Number.isInteger(number) && number > 0);
  if (!isSound || parts.some((part) => !allParts.includes(part))) throw new RangeError(usage);
  return { repeats, people, parts, rush };
}

/** Phones and minutes, e.g. "500x10" for the whole of it; "25x0.5" is as dense, for half a minute. */
function readRush(word: string): RushSize {
  const [, phones, minutes] = /^(\d+)x(\d+(?:\.\d+)?)$/.exec(word) ?? [];
  return { phones: Number(phones), minutes: Number(minutes) };
}
