/** A number for each record; narrow while they are small. */
export type NumberList = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

export const greatestNarrow = 0xffff;

/** The same numbers with room for so many, and for some more if it grows step by step. */
export function longer(list: NumberList, length: number): NumberList {
  const room = Math.max(length, Math.ceil(list.length * 1.25));
  const made = list instanceof Uint16Array ? new Uint16Array(room) : new Uint32Array(room);
  made.set(list);
  return made;
}

/** The same numbers, any of which may become greater. */
export function wider(list: NumberList): NumberList {
  return list instanceof Uint32Array ? list : Uint32Array.from(list);
}

/** Numbers that come one by one. */
export interface NumberRow {
  /** So many more will come. */
  expect(more: number): void;
  push(number: number): void;
  length(): number;
  /** Those that are there now. */
  numbers(): NumberList;
}

const least = 1024;

export function createNumberRow(): NumberRow {
  let room: NumberList = new Uint16Array(least);
  let used = 0;
  return {
    expect(more) {
      if (used + more > room.length) room = longer(room, used + more);
    },
    push(number) {
      if (used === room.length) room = longer(room, used + 1);
      if (number > greatestNarrow) room = wider(room);
      room[used] = number;
      used += 1;
    },
    length: () => used,
    numbers: () => room.subarray(0, used),
  };
}
