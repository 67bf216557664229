import { type IdList, splitId } from '../../sync/records/page-columns.ts';
import type { RowNumbers } from '../../sync/records/row-numbers.ts';
import { greatestNarrow, longer, type NumberList } from './number-list.ts';

/** Ids in the order they came, as device and number: a hundred thousand texts would take ten times the room. */
export interface IdTexts {
  /** @returns its number */
  push(id: string): number;
  /** The same for those of a list by their positions, whose texts are not made for it. */
  pushFrom(ids: IdList): (position: number) => number;
  at(number: number): string;
  length(): number;
  /** All of them, those that come later left out. */
  list(): IdList;
  /** Tells these the number of each. */
  fill(numbers: RowNumbers): void;
}

/** Room to begin with. */
const least = 1024;
/** Where an id has none. */
const noDevice = greatestNarrow;

export function createIdTexts(): IdTexts {
  const devices: string[] = [];
  /** By the id's number: its device, and its number there; ids of another form stand in `others`. */
  let device: NumberList = new Uint16Array(least);
  let seq: NumberList = new Uint32Array(least);
  const others = new Map<number, string>();
  let length = 0;

  const deviceOf = (name: string): number => {
    const known = devices.indexOf(name);
    return known === -1 ? devices.push(name) - 1 : known;
  };
  const put = (ownDevice: number, ownSeq: number): number => {
    if (length >= seq.length) [device, seq] = [longer(device, length + 1), longer(seq, length + 1)];
    device[length] = ownDevice;
    seq[length] = ownSeq;
    length += 1;
    return length - 1;
  };
  /** No commune has so many devices. */
  const isFull = (): boolean => devices.length >= noDevice;
  const push = (id: string): number => {
    const parts = isFull() ? undefined : splitId(id);
    if (parts !== undefined) return put(deviceOf(parts[0]), parts[1]);
    others.set(length, id);
    return put(noDevice, 0);
  };
  const at = (number: number): string => {
    const other = others.get(number);
    if (other !== undefined) return other;
    return number < length ? `${devices[device[number] ?? noDevice] ?? ''}.${seq[number] ?? 0}` : '';
  };
  const asTexts = (): IdList => ({ length, at, indexOf: () => -1 });
  const asNumbers = (): IdList => ({ ...asTexts(), numbered: { devices, device, seq: seq.subarray(0, length) } });
  return {
    push,
    pushFrom({ numbered, at: textOf, length: more }) {
      if (length + more > seq.length) [device, seq] = [longer(device, length + more), longer(seq, length + more)];
      if (numbered === undefined || devices.length + numbered.devices.length >= noDevice)
        return (position) => push(textOf(position));
      const own = Uint16Array.from(numbered.devices, deviceOf);
      return (position) => put(own[numbered.device[position] ?? 0] ?? 0, numbered.seq[position] ?? 0);
    },
    at,
    length: () => length,
    list: () => (others.size > 0 ? asTexts() : asNumbers()),
    fill(numbers) {
      numbers.add(asNumbers(), 0);
      for (const [number, id] of others) numbers.put(id, number);
    },
  };
}
