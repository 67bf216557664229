import type { Numbers } from '../../../sync/records/page-columns.ts';

/*
 * Numbers of columns, one behind the other as little-endian typed arrays. Each takes the narrowest width that holds it
 * and stands where that width may stand, so that a stored page is read without being copied.
 */

const arrays = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i8: Int8Array,
  i16: Int16Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;

type Width = keyof typeof arrays;

/** Where a column's numbers stand in the body: width, first byte, how many. */
export interface Section {
  readonly t: Width;
  readonly o: number;
  readonly n: number;
}

export interface Sections {
  add(values: Numbers): Section;
  /** Ascending or nearly so: the steps are written, which deflate to little. */
  addSteps(values: Numbers): Section;
  bytes(): Uint8Array<ArrayBuffer>;
}

/** Bytes before which anything may stand. */
export const widest = 8;

const ranges: readonly (readonly [width: Width, least: number, most: number])[] = [
  ['u8', 0, 0xff],
  ['i8', -0x80, 0x7f],
  ['u16', 0, 0xffff],
  ['i16', -0x8000, 0x7fff],
  ['u32', 0, 0xffffffff],
  ['i32', -0x80000000, 0x7fffffff],
];

function widthOf(values: Numbers): Width {
  let [least, most] = [0, 0];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (!Number.isInteger(value)) return 'f64';
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return ranges.find(([, from, to]) => least >= from && most <= to)?.[0] ?? 'f64';
}

export function createSections(): Sections {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const put = (bytes: Uint8Array<ArrayBuffer>): void => {
    parts.push(bytes);
    size += bytes.length;
  };
  const add = (values: Numbers): Section => {
    const width = widthOf(values);
    const column = arrays[width].from(values);
    put(new Uint8Array(roundUp(size, column.BYTES_PER_ELEMENT) - size));
    const section: Section = { t: width, o: size, n: values.length };
    put(new Uint8Array(column.buffer));
    return section;
  };
  return {
    add,
    addSteps(values) {
      const steps = new Float64Array(values.length);
      for (let at = 0; at < values.length; at += 1)
        steps[at] = (values[at] ?? 0) - (at === 0 ? 0 : (values[at - 1] ?? 0));
      return add(steps);
    },
    bytes() {
      const whole = new Uint8Array(size);
      let at = 0;
      for (const part of parts) {
        whole.set(part, at);
        at += part.length;
      }
      return whole;
    },
  };
}

export function roundUp(size: number, step: number): number {
  return Math.ceil(size / step) * step;
}

/** @param body begins where anything may stand */
export function readSection(body: Uint8Array<ArrayBuffer>, { t, o, n }: Section): Numbers {
  return new arrays[t](body.buffer, body.byteOffset + o, n);
}

/** The numbers again whose steps were written. */
export function readSteps(body: Uint8Array<ArrayBuffer>, section: Section): Uint32Array {
  const steps = readSection(body, section);
  const values = new Uint32Array(steps.length);
  let sum = 0;
  for (let at = 0; at < steps.length; at += 1) {
    sum += steps[at] ?? 0;
    values[at] = sum;
  }
  return values;
}
