import { parseArgs } from 'node:util';
import { told } from './told.ts';

type Options = { readonly [name: string]: { readonly type: 'string' | 'boolean' } };

/**
 * Each `--name value` as one word: ids are base64url, and one in 64 begins with a dash, which the reader of the system
 * takes for a name. Another name of this command is no value: the one before it is unfinished.
 */
function bindValues(words: readonly string[], options: Options): string[] {
  const isName = (word: string): boolean => word.startsWith('--') && Object.hasOwn(options, word.slice(2));
  const bound: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', value] = words.slice(at, at + 2);
    const isPair = isName(word) && options[word.slice(2)]?.type === 'string' && value !== undefined && !isName(value);
    bound.push(isPair ? `${word}=${value}` : word);
    if (isPair) at += 1;
  }
  return bound;
}

/** A verb and what stands behind it, with `--name value` pairs and flags; an unknown or unfinished one ends in `usage`. */
export function readVerb<Known extends Options>(
  words: readonly string[],
  options: Known,
  usage: readonly [vietnamese: string, english: string],
) {
  try {
    return parseArgs({ args: bindValues(words, options), options, strict: true, allowPositionals: true });
  } catch {
    throw told(...usage);
  }
}

/** The same as words again, for a running hub; what was not said is left out. */
export function wordsOf(said: { readonly [name: string]: string }): readonly string[] {
  return Object.entries(said).flatMap(([name, value]) => (value === '' ? [] : [`--${name}`, value]));
}

/** Reads `--name value` pairs; an unknown or unfinished one is told, never guessed. */
export function readArguments<Name extends string>(
  words: readonly string[],
  names: readonly Name[],
): { readonly [name in Name]?: string } {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({ args: bindValues(words, options), options, strict: true, allowPositionals: false });
    return Object.fromEntries(Object.entries(values)) as { readonly [name in Name]?: string };
  } catch {
    const known = names.map((name) => `--${name}`).join(' ');
    throw told(
      `Không hiểu: ${words.join(' ')}. Dùng được: ${known}.`,
      `Not understood: ${words.join(' ')}. Known: ${known}.`,
    );
  }
}

/** A word left out is no; any other than yes or no is told, for "true" would else be taken for no. */
export function readYes<Name extends string>(asked: { readonly [name in Name]?: string }, name: Name): boolean {
  const value: string | undefined = asked[name];
  if (value === 'yes') return true;
  if (value === undefined || value === 'no') return false;
  throw told(
    `--${name} chỉ nhận yes hoặc no, không phải "${value}".`,
    `--${name} takes yes or no only, not "${value}".`,
  );
}

/**
 * Tells an option that the command has, but no use for with this verb: left alone it would be taken for heeded.
 * @param verb as it is typed, e.g. "units join"
 */
export function refuseIgnored(verb: string, given: object, known: readonly string[]): void {
  const strange = Object.keys(given).find((name) => !known.includes(name));
  if (strange === undefined) return;
  const words = known.map((name) => `--${name}`).join(' ');
  throw told(
    `${verb} không dùng --${strange}. Dùng được: ${words}.`,
    `${verb} has no use for --${strange}. Known: ${words}.`,
  );
}

export function readPort(text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port > 0 && port < 65_536) return port;
  throw told(`--port phải là số từ 1 đến 65535, không phải "${text}".`, `--port must be 1 to 65535, not "${text}".`);
}

/** The largest commune of the country has some 60,000 people. */
const mostPeople = 100_000;

export function readPeople(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const people = Number(text);
  if (/^\d{1,6}$/.test(text) && people > 0 && people <= mostPeople) return people;
  throw told(
    `--people phải là số từ 1 đến ${mostPeople}, không phải "${text}".`,
    `--people must be 1 to ${mostPeople}, not "${text}".`,
  );
}

export function need(value: string | undefined, name: string): string {
  if (value !== undefined && value !== '') return value;
  throw told(`Thiếu --${name}.`, `--${name} is missing.`);
}
