import type { Numbers } from '../../page-columns.ts';

/*
 * Numbers of columns, one behind the other as little-endian typed arrays. Each takes the narrowest width that holds it
 * and stands where that width may stand, so that a stored page is read without being copied.
 */

export const arrays = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i8: Int8Array,
  i16: Int16Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;

export type Width = keyof typeof arrays;

const greatestNarrow = 0xffff;

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

export function roundUp(size: number, step: number): number {
  return Math.ceil(size / step) * step;
}

/** @param body begins where anything may stand */
export function readSection(body: Uint8Array<ArrayBuffer>, { t, o, n }: Section): Numbers {
  return new arrays[t](body.buffer, body.byteOffset + o, n);
}

/** The numbers again whose steps were written: positions on a page, which are narrow, or numbers of ids. */
export function readSteps(body: Uint8Array<ArrayBuffer>, section: Section): Uint16Array | Uint32Array {
  const steps = readSection(body, section);
  const values = areNarrow(steps) ? new Uint16Array(steps.length) : new Uint32Array(steps.length);
  let sum = 0;
  for (let at = 0; at < steps.length; at += 1) {
    sum += steps[at] ?? 0;
    values[at] = sum;
  }
  return values;
}

function areNarrow(steps: Numbers): boolean {
  let sum = 0;
  let isNarrow = true;
  for (let at = 0; at < steps.length; at += 1) {
    sum += steps[at] ?? 0;
    isNarrow &&= sum <= greatestNarrow;
  }
  return isNarrow;
}
