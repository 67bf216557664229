import type { IdList } from '../../../sync/records/page-columns.ts';
import type { NumberList } from '../../shelf/number-list.ts';
import type { KeptCounts } from '../counts.ts';
import type { KeptNumbers } from '../record-numbers.ts';
import type { KeptStock } from '../tally.ts';

/**
 * Without those that no count counts any more: a number is never given back while a book is open, but nobody who left the
 * book, or was erased from it, is written down anew.
 */
export function onlyCounted({ numbers, counts }: KeptCounts): KeptCounts {
  const isCounted = new Uint8Array(numbers.ids.length);
  for (const { tally } of counts) if (tally.is === 'stock') markCounted(tally, numbers, isCounted);
  /** By new numbers the old, and the other way round. */
  const old = Uint32Array.from(positionsOf(isCounted));
  const anew = new Uint32Array(isCounted.length);
  for (const [number, before] of old.entries()) anew[before] = number;
  const holders = Uint32Array.from(old, (before) => {
    const told = numbers.holders[before] ?? 0;
    return told < 2 ? told : 2 + (anew[told - 2] ?? 0);
  });
  return {
    numbers: { ids: idsAt(numbers.ids, old), holders },
    counts: counts.map((one) => (one.tally.is === 'flow' ? one : { ...one, tally: renumbered(one.tally, old, anew) })),
  };
}

/** Who counts, and whom they live with. */
function markCounted({ counting, unusual, held }: KeptStock, { holders }: KeptNumbers, isCounted: Uint8Array): void {
  for (let record = 0; record < counting.length; record += 1) {
    if (counting[record] === 0) continue;
    isCounted[record] = 1;
    const told = holders[record] ?? 0;
    if (told >= 2) isCounted[told - 2] = 1;
  }
  for (const [, holder] of unusual) if (holder > 0) isCounted[holder - 1] = 1;
  for (let holder = 0; holder < held.length; holder += 1) if (held[holder] !== 0) isCounted[holder] = 1;
}

function* positionsOf(marks: Uint8Array): Generator<number> {
  for (let at = 0; at < marks.length; at += 1) if (marks[at] === 1) yield at;
}

function idsAt({ at, numbered }: IdList, old: Uint32Array): IdList {
  const pick = (numbers: ArrayLike<number>) => Uint32Array.from(old, (before) => numbers[before] ?? 0);
  const picked = numbered && { ...numbered, device: pick(numbered.device), seq: pick(numbered.seq) };
  return {
    length: old.length,
    at: (position) => at(old[position] ?? 0),
    indexOf: () => -1,
    ...(picked && { numbered: picked }),
  };
}

function renumbered(tally: KeptStock, old: Uint32Array, anew: Uint32Array): KeptStock {
  const pick = (list: NumberList): NumberList => {
    const made = list instanceof Uint16Array ? new Uint16Array(old.length) : new Uint32Array(old.length);
    for (let number = 0; number < old.length; number += 1) made[number] = list[old[number] ?? 0] ?? 0;
    return made;
  };
  const unusual = tally.unusual.map(
    ([record, holder]) => [anew[record] ?? 0, holder === 0 ? 0 : 1 + (anew[holder - 1] ?? 0)] as const,
  );
  return { ...tally, counting: pick(tally.counting), held: pick(tally.held), unusual };
}
