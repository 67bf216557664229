/* Snappy's raw form (google/snappy, format_description.txt): how LevelDB packs blocks and Chromium packs values. */

interface Step {
  /** Bytes to copy, from the packed bytes at `from`, or from `back` bytes before the end of what is unpacked. */
  readonly size: number;
  readonly from: number;
  readonly back: number;
  /** Where the next step begins. */
  readonly next: number;
}

/** @returns the number at `at`, seven bits a byte, and where it ends */
export function readVarint(bytes: Buffer, at: number): readonly [value: number, end: number] {
  let [value, scale, end] = [0, 1, at];
  for (let byte = 128; byte >= 128 && end < bytes.length; end++) {
    byte = bytes[end] ?? 0;
    value += (byte & 127) * scale;
    scale *= 128;
  }
  return [value, end];
}

/** As much as unfolds before it breaks off: where a value ends is not known to who finds it in a file. */
export function unsnap(packed: Buffer, longest: number): Buffer | undefined {
  const [length, first] = readVarint(packed, 0);
  if (length === 0 || length > longest) return undefined;
  const plain = Buffer.alloc(length);
  let to = 0;
  for (let step = readStep(packed, first); step !== undefined && to < length; step = readStep(packed, step.next)) {
    if (step.back > to) break;
    to = step.back === 0 ? to + packed.copy(plain, to, step.from, step.next) : repeat(plain, to, step);
  }
  return plain.subarray(0, to);
}

function readStep(packed: Buffer, at: number): Step | undefined {
  const tag = packed[at];
  if (tag === undefined) return undefined;
  const kind = tag & 3;
  return kind === 0 ? readLiteral(packed, at + 1, tag >> 2) : readCopy(packed, at + 1, tag, kind);
}

/** Up to 60 bytes say their length in the tag, more in one to four bytes behind it. */
function readLiteral(packed: Buffer, at: number, short: number): Step | undefined {
  const width = Math.max(0, short - 59);
  if (at + width > packed.length) return undefined;
  const size = (width === 0 ? short : packed.readUIntLE(at, width)) + 1;
  return { size, from: at + width, back: 0, next: at + width + size };
}

function readCopy(packed: Buffer, at: number, tag: number, kind: number): Step | undefined {
  const width = kind === 3 ? 4 : kind;
  if (at + width > packed.length) return undefined;
  const far = kind === 1 ? (tag >> 5) * 256 : 0;
  const back = packed.readUIntLE(at, width) + far;
  const size = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
  return back === 0 ? undefined : { size, from: 0, back, next: at + width };
}

/** Byte by byte: a copy may reach into what it is writing. */
function repeat(plain: Buffer, from: number, { size, back }: Step): number {
  const end = Math.min(plain.length, from + size);
  for (let to = from; to < end; to++) plain[to] = plain[to - back] ?? 0;
  return end;
}
