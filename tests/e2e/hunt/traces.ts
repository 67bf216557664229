/* Looks for many names at once in many bytes, in every writing in which a browser or a hub could keep them. */

/** Found names of these bytes, each with the writing it was found in. */
export type Finder = (bytes: Uint8Array) => readonly string[];

interface Trace {
  readonly name: string;
  readonly writing: string;
  readonly bytes: Buffer;
}

const windowLength = 8;
const tableBits = 22;

/** Without accents and in small letters, as search keys are made: "Nguyễn Thị Hoà" → "nguyen thi hoa". */
function folded(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}

/** Base64 of the name at each place of a three-byte group, without the letters that its neighbours have a say in. */
function base64Traces(name: string): readonly (readonly [string, Buffer])[] {
  const plain = Buffer.from(name);
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), plain]).toString('base64');
    const whole = text.slice(Math.ceil((before * 4) / 3), Math.floor(((before + plain.length) * 4) / 3));
    const both = new Set([whole, whole.replaceAll('+', '-').replaceAll('/', '_')]);
    return [...both].map((letters) => [`base64 at ${before}`, Buffer.from(letters)] as const);
  });
}

function tracesOf(name: string): readonly Trace[] {
  const [nfc, nfd] = [name.normalize('NFC'), name.normalize('NFD')];
  const plain = folded(name);
  const texts = { nfc, nfd, folded: plain, small: nfc.toLowerCase(), upper: nfc.toUpperCase() };
  const writings = [
    ...Object.entries(texts).flatMap(([form, text]) => [
      [`utf-8 ${form}`, Buffer.from(text)] as const,
      [`utf-16 ${form}`, Buffer.from(text, 'utf16le')] as const,
    ]),
    ['url', Buffer.from(encodeURIComponent(nfc))] as const,
    ['url folded', Buffer.from(encodeURIComponent(plain))] as const,
    ['url plus', Buffer.from(new URLSearchParams({ n: plain }).toString().slice(2))] as const,
    [
      'json',
      Buffer.from(
        JSON.stringify(nfc)
          .slice(1, -1)
          .replace(/[^ -~]/g, escaped),
      ),
    ] as const,
    ...base64Traces(nfc),
    ...base64Traces(plain),
  ];
  return writings.map(([writing, bytes]) => ({ name, writing, bytes }));
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function slotOf(early: number, late: number): number {
  return (Math.imul(early, 0x9e3779b1) ^ Math.imul(late, 0x85ebca6b)) >>> (32 - tableBits);
}

/** By the last eight bytes of each trace: one look-up a byte, whatever the number of names. */
export function findNames(names: Iterable<string>): Finder {
  const bySlot = new Map<number, Trace[]>();
  const isTaken = new Uint8Array(1 << tableBits);
  for (const trace of [...names].flatMap(tracesOf)) {
    const end = trace.bytes.length - windowLength;
    if (end < 0) throw new RangeError('a planted name is too short to be told from chance');
    const slot = slotOf(trace.bytes.readInt32BE(end), trace.bytes.readInt32BE(end + 4));
    isTaken[slot] = 1;
    const known = bySlot.get(slot);
    if (known === undefined) bySlot.set(slot, [trace]);
    else known.push(trace);
  }
  return (bytes) => [...new Set(matches(bytes, isTaken, bySlot))];
}

function* matches(
  bytes: Uint8Array,
  isTaken: Uint8Array,
  bySlot: ReadonlyMap<number, readonly Trace[]>,
): Generator<string> {
  let [early, late] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    early = (early << 8) | (late >>> 24);
    late = (late << 8) | (bytes[at] ?? 0);
    const slot = slotOf(early, late);
    if (isTaken[slot] === 0) continue;
    for (const { name, writing, bytes: trace } of bySlot.get(slot) ?? []) {
      const from = at + 1 - trace.length;
      if (from >= 0 && trace.equals(bytes.subarray(from, at + 1))) yield `${name} (${writing})`;
    }
  }
}
