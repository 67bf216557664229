/** Things that wait for their time: the earliest first, of one time the one that was put in first. */
export interface Queue<Item> {
  push(at: number, item: Item): void;
  /** Takes out the next whose time lies before `limit`. */
  take(limit: number): Item | undefined;
}

interface Waiting<Item> {
  readonly at: number;
  readonly turn: number;
  readonly item: Item;
}

export function makeQueue<Item>(): Queue<Item> {
  const heap: Waiting<Item>[] = [];
  let turn = 0;
  return {
    push(at, item) {
      heap.push({ at, turn: turn++, item });
      rise(heap, heap.length - 1);
    },
    take(limit) {
      const first = heap[0];
      if (first === undefined || first.at >= limit) return undefined;
      const last = heap.pop();
      if (last !== undefined && heap.length > 0) {
        heap[0] = last;
        sink(heap);
      }
      return first.item;
    },
  };
}

function isBefore<Item>(heap: readonly Waiting<Item>[], one: number, other: number): boolean {
  const [a, b] = [heap[one], heap[other]];
  if (a === undefined || b === undefined) return a !== undefined;
  return a.at < b.at || (a.at === b.at && a.turn < b.turn);
}

function swap<Item>(heap: Waiting<Item>[], one: number, other: number): void {
  const [a, b] = [heap[one], heap[other]];
  if (a !== undefined && b !== undefined) [heap[one], heap[other]] = [b, a];
}

function rise<Item>(heap: Waiting<Item>[], from: number): void {
  let at = from;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (!isBefore(heap, at, above)) return;
    swap(heap, at, above);
    at = above;
  }
}

function sink<Item>(heap: Waiting<Item>[]): void {
  let at = 0;
  for (;;) {
    const left = at * 2 + 1;
    const least = isBefore(heap, left + 1, left) ? left + 1 : left;
    if (!isBefore(heap, least, at)) return;
    swap(heap, at, least);
    at = least;
  }
}
