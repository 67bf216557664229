import { concat } from '../../../wire/bytes.ts';
import type { Numbers } from '../../page-columns.ts';
import { arrays, roundUp, type Section, type Sections, type Width } from './sections.ts';

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
    bytes: () => concat(...parts),
  };
}
