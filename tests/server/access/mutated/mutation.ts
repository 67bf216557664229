import type { Random } from '../../../simulation/random.ts';

/* What a broken phone, a broken line or somebody with bad intentions makes of a good message. */

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const strangeTexts = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'null',
  'constructor',
  '__proto__',
  'toString',
  '../../etc/passwd',
  "'; drop table op; --",
  '%00%zz',
  '\u0000',
  '\ud800',
  '\u202egnud',
  'Hoà'.normalize('NFD'),
  'e'.concat('\u0301'.repeat(400)),
  '𝕊ổ 👩‍👩‍👧‍👦',
  '2026-13-45',
  '9999-12',
  '0000-00',
  '2026-Q9',
  '[object Object]',
  'x'.repeat(5_000),
];

const strangeNumbers = [0, -0, -1, 0.5, 1e308, -1e308, 2 ** 31, 2 ** 53, 2 ** 63, Number.MIN_VALUE];

function nested(depth: number): Json {
  let value: Json = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

function strange(random: Random): Json {
  const kinds: readonly (() => Json)[] = [
    () => null,
    () => random.chance(0.5),
    () => random.pick(strangeNumbers),
    () => random.pick(strangeTexts),
    () => random.pick(strangeTexts),
    () => [],
    () => ({}),
    () => nested(random.pick([3, 33, 500])),
    () => Array.from({ length: random.pick([1, 100, 2_000]) }, () => random.pick(strangeTexts.slice(0, 12))),
    // Written as an own key: JSON.parse keeps it as one.
    () => JSON.parse('{"__proto__":{"isOfficer":true},"constructor":1}'),
  ];
  return random.pick(kinds)();
}

/** One place in it is another: a value, a key, something too much, something missing, a list twice as long. */
function mutateJson(value: Json, random: Random): Json {
  if (Array.isArray(value) && value.length > 0 && random.chance(0.8)) return mutateList(value, random);
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && random.chance(0.85))
    return mutateObject(Object.entries(value), random);
  if (typeof value === 'string' && random.chance(0.5))
    return new TextDecoder().decode(mutateBytes(new TextEncoder().encode(value), random));
  return strange(random);
}

function mutateList(list: readonly Json[], random: Random): Json {
  const at = random.below(list.length);
  const item = list[at] ?? null;
  const [before, after] = [list.slice(0, at), list.slice(at + 1)];
  const shapes: readonly (() => Json)[] = [
    () => [...before, mutateJson(item, random), ...after],
    () => [...before, mutateJson(item, random), ...after],
    () => [...before, ...after],
    () => [...before, item, item, ...after],
    () => [...before, strange(random), item, ...after],
  ];
  return random.pick(shapes)();
}

function mutateObject(entries: readonly (readonly [string, Json])[], random: Random): Json {
  const at = random.below(Math.max(1, entries.length));
  const entry = entries[at] ?? ['a', null];
  const rest = entries.filter((_, index) => index !== at);
  const [key, item] = entry;
  const replaced = (...more: readonly (readonly [string, Json])[]): Json => {
    // Object.fromEntries defines keys, so "__proto__" is one like any other.
    return Object.fromEntries([...rest.slice(0, at), ...more, ...rest.slice(at)]);
  };
  const shapes: readonly (() => Json)[] = [
    () => replaced([key, mutateJson(item, random)]),
    () => replaced([key, mutateJson(item, random)]),
    () => replaced([key, mutateJson(item, random)]),
    () => replaced(),
    () => replaced([random.pick(strangeTexts), item]),
    () => replaced(entry, [random.pick(strangeTexts), strange(random)]),
  ];
  return random.pick(shapes)();
}

/** A bit turned, a piece cut out, doubled, overwritten, the end torn off, or something strange put in. */
function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  const at = random.below(bytes.length + 1);
  const to = Math.min(bytes.length, at + 1 + random.below(40));
  const noise = () => Uint8Array.from({ length: 1 + random.below(8) }, () => random.below(256));
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(to)];
  const shapes: readonly (() => readonly Uint8Array[])[] = [
    () => [head, Uint8Array.of((bytes[at] ?? 0) ^ (1 << random.below(8))), bytes.subarray(at + 1)],
    () => [head, tail],
    () => [bytes.subarray(0, to), bytes.subarray(at)],
    () => [head, noise(), tail],
    () => [head],
    () => [head, new TextEncoder().encode(random.pick(strangeTexts)), bytes.subarray(at)],
  ];
  return Uint8Array.from(Buffer.concat(random.pick(shapes)()));
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Each line of a message may be JSON of its own; then it mostly stays so, and reaches further in than noise would. */
export function mutate(payload: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  const lines = new TextDecoder().decode(payload).split('\n');
  const at = random.below(lines.length);
  const line = parse(lines[at] ?? '');
  if (line === undefined || random.chance(0.15)) return mutateBytes(payload, random);
  const mutated = JSON.stringify(mutateJson(line, random));
  return new TextEncoder().encode(lines.map((one, index) => (index === at ? mutated : one)).join('\n'));
}
