import { type FieldColumn, type IdList, noDevice, splitId } from './page-columns.ts';

/** Numbers of records by their ids. Ids of one device are nearly all there: its list is as long as its highest number. */
export interface RowNumbers {
  /** The nth of these is record `first + n`. */
  add(ids: IdList, first: number): void;
  put(id: string, row: number): void;
  get(id: string): number | undefined;
  /** For each value of a column of references: whose number, `elsewhere` or `nobody`. */
  targets(column: FieldColumn): Int32Array;
}

/** Named is somebody who is not among these · nobody. */
export const elsewhere = -1;
export const nobody = -2;

/** A device that has written more is looked up by its whole ids: a list of its length would not pay. */
const longest = 4_000_000;
/** A list that grows is so much longer than it need be, at most: there are several of a whole book. */
const growth = 1.25;

/** Numbers run on from list to list: in which of those that begin at these, ascending, the number stands. */
export function runOf(starts: readonly number[], number: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= number) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function createRowNumbers(): RowNumbers {
  /** By device: 1 + the number of the record with this seq, 0 where there is none. */
  const lists = new Map<string, Int32Array>();
  const others = new Map<string, number>();

  const listFor = (device: string, seq: number): Int32Array => {
    const list = lists.get(device);
    if (list !== undefined && seq < list.length) return list;
    const longer = new Int32Array(Math.max(seq + 1, Math.min(longest, Math.ceil((list?.length ?? 0) * growth))));
    if (list !== undefined) longer.set(list);
    lists.set(device, longer);
    return longer;
  };
  const put = (id: string, row: number): void => {
    const parts = splitId(id);
    if (parts === undefined || parts[1] >= longest) others.set(id, row);
    else listFor(...parts)[parts[1]] = row + 1;
  };
  const get = (id: string): number | undefined => {
    const parts = splitId(id);
    const found = parts === undefined ? 0 : (lists.get(parts[0])?.[parts[1]] ?? 0);
    return found > 0 ? found - 1 : others.get(id);
  };

  return {
    add(ids, first) {
      const { numbered } = ids;
      const most = numbered === undefined ? longest : greatest(numbered.seq);
      if (numbered === undefined || most >= longest) {
        for (let at = 0; at < ids.length; at += 1) put(ids.at(at), first + at);
        return;
      }
      const own = numbered.devices.map((device) => listFor(device, most));
      for (let at = 0; at < ids.length; at += 1) {
        const list = own[numbered.device[at] ?? 0];
        if (list !== undefined) list[numbered.seq[at] ?? 0] = first + at + 1;
      }
    },
    put,
    get,
    targets(column) {
      const targets = new Int32Array(column.length);
      const { numbered } = column;
      const own = numbered?.devices.map((device) => lists.get(device));
      for (let at = 0; at < targets.length; at += 1) {
        if (numbered !== undefined && numbered.device[at] === noDevice) {
          targets[at] = nobody;
          continue;
        }
        const found = numbered === undefined ? 0 : (own?.[numbered.device[at] ?? 0]?.[numbered.seq[at] ?? 0] ?? 0);
        targets[at] = found > 0 ? found - 1 : targetOf(column, at, get);
      }
      return targets;
    },
  };
}

function greatest(seq: ArrayLike<number>): number {
  let most = 0;
  for (let at = 0; at < seq.length; at += 1) most = Math.max(most, seq[at] ?? 0);
  return most;
}

function targetOf(column: FieldColumn, at: number, get: RowNumbers['get']): number {
  const id = column.value(at);
  return typeof id === 'string' ? (get(id) ?? elsewhere) : nobody;
}
